import { memo } from 'react';
import type { OverrideLine, Routed } from '#shared/board/override-review.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { DIRECTION_WORDS } from './directions.ts';

export function overrideRowId(seq: number): string {
  return `override-${seq}`;
}

/** One decision that was not the recommended one: what was decided, why, and what came of it. */
export const OverrideRow = memo(function OverrideRow({
  line,
  now,
  position,
  total,
  selected,
  onSelect,
  onOpen,
}: {
  readonly line: OverrideLine;
  /** When the list was answered, milliseconds since the epoch: what "today" means in it. */
  readonly now: number;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
  readonly onSelect: (seq: number) => void;
  readonly onOpen: (line: OverrideLine) => void;
}) {
  const { seq, at, byName, number, callTypeLabel, area, direction, reason } = line;
  const { sign, word } = DIRECTION_WORDS[direction];
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={overrideRowId(seq)}
      className="override"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      onClick={() => onSelect(seq)}
      onDoubleClick={() => onOpen(line)}
    >
      <p className="override-top">
        <span className="override-direction" data-direction={direction}>
          <span aria-hidden="true">{sign}</span> {word}
        </span>
        <strong className="override-number">
          <span className="spoken">incident </span>
          {number}
        </strong>
        <span className="override-type" dir="auto">
          {callTypeLabel}
          {area !== null && <small> · {area}</small>}
        </span>
        <time dateTime={at}>{wallDateTime(at, now)}</time>
        <span className="override-who" dir="auto">
          {byName}
        </span>
      </p>
      <p className="override-routed">
        <Way routed={line.recommended} />
        <span aria-hidden="true">→</span>
        <span className="spoken">but decided: </span>
        <Way routed={line.chosen} />
      </p>
      <p className="override-reason">
        {reason === null ? (
          <span className="override-none">No reason: sending more needs none.</span>
        ) : (
          <q dir="auto">{reason}</q>
        )}
        {line.secondPersonName !== null && (
          <span>
            Second person: <span dir="auto">{line.secondPersonName}</span>
          </span>
        )}
      </p>
      <p className="override-later">
        <span>
          <span className="override-label">Then:</span>{' '}
          {line.later.length === 0 ? 'nothing that changed it' : line.later.join(' · ')}
        </span>
        <span>
          <span className="override-label">Outcome:</span> {line.outcome ?? 'still open'}
        </span>
        <span className="override-policy">policy {line.policyVersion}</span>
      </p>
    </div>
  );
});

function Way({ routed }: { readonly routed: Routed }) {
  return (
    <span className="override-way">
      <LevelBadge level={routed.level} />
      <span>{routed.label}</span>
    </span>
  );
}
