import { memo } from 'react';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import { useBoard } from '../desk/board-store.ts';
import { Elapsed, type Promised } from '../parts/elapsed.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { useAskedWords } from './who-is-asked.tsx';

/**
 * One call in the clinician's column. Takes an id and no place in the list, so that a patch draws only the rows it
 * touched, also when one of them goes up past all others: where it stands follows from the list itself.
 */
export const CallRow = memo(function CallRow({
  incidentId,
  selected,
  onSelect,
}: {
  readonly incidentId: string;
  readonly selected: boolean;
  readonly onSelect: (incidentId: string) => void;
}) {
  const row = useBoard((board) => board.incidents.get(incidentId));
  const asked = useAskedWords(row?.offer ?? null);
  const answer = useBoard((board) => answerBy(board.incidents.get(incidentId)));
  if (row === undefined) return null;
  const { attention } = row;
  // While somebody is asked, how long they have is what moves.
  const promise = answer ?? row.promise;
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={callDomId(incidentId)}
      aria-selected={selected}
      tabIndex={-1}
      className="phone-call"
      onClick={() => onSelect(incidentId)}
    >
      <div className="phone-call-line">
        <LevelBadge level={row.level} provisional={row.provisional} />
        <span className="phone-call-number">
          <span className="spoken">incident </span>
          {row.number}
        </span>
        <span className="phone-call-type">{row.callType}</span>
        <Elapsed since={promise?.from ?? row.openedAt} promise={promise} />
      </div>
      <div className="phone-call-more">
        <bdi>{row.address === '' ? 'Place not known' : row.address}</bdi>
        {row.area !== null && <span> · {row.area}</span>}
      </div>
      <div className="phone-call-more" data-attention={attention !== null}>
        {attention !== null && <span aria-hidden="true">▲ </span>}
        {attention ?? asked ?? row.transfer?.standing ?? row.why}
      </div>
    </div>
  );
});

export function callDomId(incidentId: string): string {
  return `phone-call-${incidentId}`;
}

const answers = new WeakMap<IncidentRow, Promised>();

/** Kept by the row, so that looking again draws nothing anew. */
function answerBy(row: IncidentRow | undefined): Promised | null {
  if (row?.offer == null || row.offer.asks === 'nobody') return null;
  const known = answers.get(row);
  if (known !== undefined) return known;
  const { from, until, asks } = row.offer;
  const what = asks === 'one' ? 'an answer' : asks === 'all' ? '988 takes over' : '988 on the line';
  const promise = { from, until, what };
  answers.set(row, promise);
  return promise;
}
