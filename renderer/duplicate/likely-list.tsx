import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { LikelyLine } from '#shared/board/duplicate-lines.ts';
import { STRENGTH_WORDS } from '#shared/duplicate/likely-duplicates.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { SIGNS, standingOf } from './likely-notice.tsx';

/** What can be said of the marked one. */
export interface Says {
  /** Null when it cannot be joined or merged now. */
  readonly same: { readonly label: string; readonly act: () => unknown } | null;
  /** Why not, or what to mind; null for nothing. */
  readonly because: string | null;
}

/** Everything something may be the same as, the likeliest first, and the two things to say of the marked one. */
export function LikelyList({
  lines,
  none,
  says,
  onDifferent,
  keys = {},
  children,
}: {
  readonly lines: readonly LikelyLine[];
  readonly none: string;
  readonly says: (line: LikelyLine) => Says;
  readonly onDifferent: (line: LikelyLine) => void;
  readonly keys?: Readonly<Record<string, () => void>>;
  readonly children?: ReactNode;
}) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    lines.findIndex(({ callId }) => callId === chosen),
  );
  const line = lines[at];
  const said = line === undefined ? null : says(line);
  const yes = () => void said?.same?.act();
  const no = () => {
    if (line !== undefined) onDifferent(line);
  };
  useActions({ 'duplicate.join': yes, 'duplicate.different': no });

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = lines[at + step];
    if (next !== undefined) setChosen(next.callId);
  }

  return (
    <KeyScope keys={{ y: yes, n: no, ...keys }}>
      {children}
      <div
        className="duplicates"
        role="listbox"
        aria-label="What it may be the same as"
        aria-activedescendant={line === undefined ? undefined : `${id}-${at}`}
        tabIndex={0}
        data-first-focus
        onKeyDown={onKeyDown}
      >
        {lines.map((each, index) => (
          // The list holds the keyboard; a row only answers the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={each.callId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => setChosen(each.callId)}
          >
            <span aria-hidden="true">{SIGNS[each.strength]}</span>
            <span dir="auto">
              <strong>
                {each.kind === 'call' ? 'Call' : 'Incident'} {each.number}
              </strong>{' '}
              {[each.callType, each.address].filter((text) => text !== '').join(' · ')}
            </span>
            <small>
              {standingOf(each)}, {wallTime(each.receivedAt)}
            </small>
            <span className="duplicate-why" dir="auto">
              {STRENGTH_WORDS[each.strength]}: {each.reasons.join(', ')}
            </span>
          </div>
        ))}
      </div>
      {line === undefined ? (
        <p className="sheet-empty">{none}</p>
      ) : (
        <div className="duplicates-say">
          {said?.because !== null && <p className="field-hint">{said?.because}</p>}
          <div className="button-row" role="group" aria-label="Say what it is">
            {said?.same != null && (
              <Button tone="primary" keys="y" onClick={yes}>
                {said.same.label}
              </Button>
            )}
            <Button keys="n" onClick={no}>
              Something else
            </Button>
          </div>
        </div>
      )}
    </KeyScope>
  );
}

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
