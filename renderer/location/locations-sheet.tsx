import { useState } from 'react';
import { sayAreas, type LocationLine } from '#shared/board/location-lines.ts';
import { isTowerAddress } from '#shared/location/class-of-service.ts';
import { sayUncertainty, sayWhere, tooWide } from '#shared/location/fix.ts';
import { SHAPE_LABELS } from '#shared/location/location-shape.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { Keys } from '../parts/kbd.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { recordParts, sayMoved, sayNothingFound, saySource } from './location-words.ts';
import { useLocated } from './use-located.ts';
import { useLocations } from './use-locations.ts';
import './locations-sheet.css';

/** Every location that came for the caller, the newest first, and taking one of them as the place. */
export function LocationsSheet() {
  const located = useLocated();
  const lines = useLocations(located ?? NOBODY);
  const area = useBoard((board) => board.focus?.area ?? null);
  const [chosen, setChosen] = useState(0);
  const take = useCommand('incident.take-location');
  const incidentId = located !== null && 'incidentId' in located.of ? located.of.incidentId : null;
  const areaSet = area ?? 'the area that was set';
  const asks = take.refusal?.refused === 'other-area';
  const count = lines?.length ?? 0;
  const at = Math.min(chosen, Math.max(0, count - 1));
  const line = lines?.[at];

  const go = (to: number) => {
    const next = Math.min(count - 1, Math.max(0, to));
    setChosen(next);
    take.forget();
    document.getElementById(headId(next))?.focus();
  };
  const takeIt = async (otherArea: 'ask' | 'keep' | 'take') => {
    if (line === undefined || incidentId === null) return;
    const { index, fix } = line;
    const done = await take.give({ incidentId, index, at: fix.at, otherArea });
    if (done === null) return;
    say({ tone: 'done', text: `The place is ${sayWhere(fix)} now.`, cause: null });
    closeSheet();
  };
  const keys = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    t: () => void takeIt('ask'),
    ...(asks ? { 1: () => void takeIt('keep'), 2: () => void takeIt('take') } : {}),
  };
  return (
    <KeyScope keys={keys}>
      <Sheet title="Locations of the caller" subtitle={subtitleOf(count)}>
        {lines !== null && count === 0 && <NoneCame />}
        <ul className="location-lines">
          {(lines ?? []).map((each, index) => (
            <li key={each.index} data-chosen={index === at}>
              <Head line={each} id={headId(index)} open={index === at} onOpen={() => go(index)} />
              {index === at && (
                <>
                  <Details line={each} />
                  <Refused refusal={take.refusal} />
                  <p className="location-acts">
                    {incidentId === null ? (
                      <span>Answer the call, then it can be taken as the place.</span>
                    ) : asks ? (
                      <>
                        <Button keys="1" onClick={() => void takeIt('keep')}>
                          Keep {areaSet}
                        </Button>
                        <Button keys="2" onClick={() => void takeIt('take')}>
                          Take the area of the location
                        </Button>
                      </>
                    ) : (
                      <Button tone="primary" keys="t" onClick={() => void takeIt('ask')}>
                        Take as the place
                      </Button>
                    )}
                  </p>
                </>
              )}
            </li>
          ))}
        </ul>
      </Sheet>
    </KeyScope>
  );
}

const NOBODY = { of: { callId: '' as never }, since: null };

function Head({
  line: { fix },
  id,
  open,
  onOpen,
}: {
  readonly line: LocationLine;
  readonly id: string;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const drawn = fix.shape.kind !== 'civic-only';
  return (
    <button
      type="button"
      id={id}
      className="location-head"
      aria-expanded={open}
      onClick={onOpen}
      {...(open ? { 'data-first-focus': true } : {})}
    >
      <span className="location-where">
        <bdi>{sayNothingFound(fix) === null ? sayWhere(fix) : 'No location'}</bdi>
        {drawn && <span>{sayUncertainty(fix)}</span>}
      </span>
      <span className="location-source">{saySource(fix)}</span>
      <Elapsed since={fix.at} />
    </button>
  );
}

function Details({ line }: { readonly line: LocationLine }) {
  const { fix, areas } = line;
  const said: readonly (readonly [string, string | null])[] = [
    ['Area', areas === null ? null : sayAreas(areas)],
    ['Shape', fix.shape.kind === 'civic-only' ? null : SHAPE_LABELS[fix.shape.kind]],
    ['Tower', isTowerAddress(fix.classOfService) ? fix.civic : null],
    ['Moved', sayMoved(line)],
    ...recordParts(fix),
  ];
  const warnings = [sayNothingFound(fix), tooWide(fix)].filter((each) => each !== null);
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} className="location-wide">
          <span aria-hidden="true">▲ </span>
          {warning}
        </p>
      ))}
      <dl className="location-parts">
        {said.map(([label, words]) =>
          words === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

function NoneCame() {
  return (
    <p className="sheet-empty">
      No location came for this caller. A location record of the ANI/ALI controller or of another
      center stands here as soon as it comes, each with how sure it is. Lines that bring them are
      set up with <Keys keys="g v" />.
    </p>
  );
}

function subtitleOf(count: number): string {
  if (count === 0) return 'Nothing has come yet';
  return count === 1 ? 'One, as it came' : `${count}, the newest first`;
}

function headId(at: number): string {
  return `location-${at}`;
}
