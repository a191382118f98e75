import { useEffect, useRef, useState, type RefObject } from 'react';
import type { OverrideReview } from '#shared/board/override-review.ts';
import { openSheet } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { openIncident } from '../keys/open-incident.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Refused } from '../sheets/refused.tsx';
import { DIRECTION_KEYS, EVERYTHING, matches, OverrideFilter } from './override-filter.tsx';
import { OverrideList } from './override-list.tsx';
import { Rates } from './rates.tsx';
import { useOverrideReview } from './use-override-review.ts';
import '../style/overrides.css';

/** Where people decided otherwise than the policy: how often, which way, why, and what came of it. */
export function OverridesHome() {
  const { review, refusal, at, askAgain } = useOverrideReview();
  const [filter, setFilter] = useState(EVERYTHING);
  const [selected, setSelected] = useState<number | null>(null);
  const screen = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const callType = useRef<HTMLInputElement>(null);
  const lines = review?.lines.filter((line) => matches(line, filter)) ?? [];
  useListFocus(screen, list, review === null ? null : lines.length > 0);

  const toList = () => list.current?.focus();
  const directions = Object.entries(DIRECTION_KEYS).map(([key, direction]) => [
    key,
    () => setFilter({ ...filter, direction }),
  ]);
  const keys = {
    ...(Object.fromEntries(directions) as Record<string, () => void>),
    c: () => callType.current?.focus(),
    r: askAgain,
    e: () => openSheet('disclosure-review'),
    // In the list they move; from anywhere else on the screen they lead there.
    j: toList,
    k: toList,
    ArrowDown: toList,
    ArrowUp: toList,
  };
  return (
    <KeyScope keys={keys}>
      <main
        ref={screen}
        className="overrides pane"
        data-pane="overrides"
        data-place="overrides"
        tabIndex={-1}
        aria-label="Override review"
      >
        <header className="pane-head">
          <h2>Override review</h2>
          {review !== null && (
            <p className="overrides-as-of">
              as of <time>{wallTime(at, true)}</time>
            </p>
          )}
          <Button tone="quiet" keys="r" onClick={askAgain}>
            {refusal === null ? 'Look again' : 'Try again'}
          </Button>
          <Button tone="quiet" keys="e" onClick={() => openSheet('disclosure-review')}>
            Emergency disclosures
          </Button>
        </header>
        <Refused refusal={refusal} />
        {review === null ? (
          refusal === null && <p className="teach">Fetching the decisions…</p>
        ) : review.decisions === 0 ? (
          <Empty decisions={0} />
        ) : (
          <div className="overrides-body">
            <Rates review={review} />
            {review.total === 0 ? (
              <Empty decisions={review.decisions} />
            ) : (
              <section className="overrides-found" aria-label="Overrides">
                <OverrideFilter
                  lines={review.lines}
                  filter={filter}
                  onFilter={setFilter}
                  callTypeRef={callType}
                  onEnter={toList}
                />
                <NotListed review={review} />
                {lines.length === 0 ? (
                  <p className="teach">
                    No override is like that. <Keys keys="1" /> shows every direction; empty the
                    call type to see every one.
                  </p>
                ) : (
                  <OverrideList
                    frame={list}
                    lines={lines}
                    now={at}
                    selected={selected}
                    onSelect={setSelected}
                    onOpen={({ incidentId }) => openIncident(incidentId)}
                  />
                )}
              </section>
            )}
          </div>
        )}
      </main>
    </KeyScope>
  );
}

/**
 * The keys begin in the list, unless somebody went elsewhere while it was on its way, and come back to it
 * after a filter that left nothing. Without a list the screen holds them.
 */
function useListFocus(
  screen: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  /** Null until the answer is here. */
  hasLines: boolean | null,
): void {
  useEffect(() => {
    const held = document.activeElement;
    if (hasLines === null || (held !== document.body && held !== screen.current)) return;
    // In a small window the rates come first, and the list is further down.
    (list.current ?? screen.current)?.focus({ preventScroll: true });
  }, [hasLines, screen, list]);
}

function NotListed({ review: { lines, total } }: { readonly review: OverrideReview }) {
  if (total <= lines.length) return null;
  return (
    <p className="overrides-more">
      The newest {lines.length.toLocaleString('en-US')} of {total.toLocaleString('en-US')} are
      listed. The rates count all of them.
    </p>
  );
}

function Empty({ decisions }: { readonly decisions: number }) {
  return (
    <div className="teach">
      <p>
        <strong>
          {decisions === 0
            ? 'Nothing has been decided yet.'
            : decisions === 1
              ? 'The one decision so far was the recommended one.'
              : `All ${decisions.toLocaleString('en-US')} decisions were the recommended ones.`}
        </strong>
      </p>
      <p>
        Whenever somebody decides otherwise than the policy recommends, it stands here: who it was,
        which way, why, who agreed, and what became known afterwards. Beside it the rates show for
        which call types the policy and the people differ.
      </p>
      <p>
        <Keys keys="o" /> at an incident chooses another response. <Keys keys="g q" /> goes to the
        queue, <Keys keys="g p" /> to the policy.
      </p>
    </div>
  );
}
