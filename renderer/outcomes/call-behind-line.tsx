import { useEffect } from 'react';
import type { CallBehind } from '#shared/outcomes/outcome-figures.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { localWords } from './local-words.ts';
import { writtenTime } from './written-time.ts';

export function callBehindId(at: string): string {
  return `figure-call-${at}`;
}

/** One call behind a figure. While it is on its way its place is kept. */
export function CallBehindLine({
  call,
  at,
  total,
  selected,
  onWant,
  onSelect,
  onOpen,
}: {
  readonly call: CallBehind | undefined;
  readonly at: number;
  readonly total: number;
  readonly selected: boolean;
  readonly onWant: (at: number) => void;
  readonly onSelect: (at: number) => void;
  readonly onOpen: (call: CallBehind | undefined) => void;
}) {
  const missing = call === undefined;
  useEffect(() => {
    if (missing) onWant(at);
  }, [missing, at, onWant]);
  return (
    // The list has the keys; a mouse selects and opens.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={callBehindId(String(at))}
      tabIndex={-1}
      className="figure-call"
      aria-selected={selected}
      aria-posinset={at + 1}
      aria-setsize={total}
      onClick={() => onSelect(at)}
      onDoubleClick={() => onOpen(call)}
    >
      {call === undefined ? <span>Fetching…</span> : <Told call={call} />}
    </div>
  );
}

function Told({ call }: { readonly call: CallBehind }) {
  const { number, receivedLocal, callType, area, level, response, disposition, open } = call;
  const ended = open ? 'still open' : disposition;
  return (
    <>
      <span className="figure-call-head">
        <b>{number}</b> {localWords(receivedLocal)}
        {call.source === 'import' && <span className="quiet"> imported</span>}
        {call.seconds !== null && <span className="number">{writtenTime(call.seconds)}</span>}
      </span>
      <span className="figure-call-says">
        {level !== null && <LevelBadge level={level} />}
        {[callType, area, response, ended]
          .filter((each) => each !== null && each !== '')
          .join(' · ')}
      </span>
    </>
  );
}
