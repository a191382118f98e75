import type { IncidentRow } from '#shared/board/board-rows.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { memo } from 'react';
import { useBoard } from '../desk/board-store.ts';
import { FlagMark } from '../call-type/flag-mark.tsx';
import { select, setPane, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { AskingMark } from './asking-mark.tsx';
import { callTypeLabel } from './call-type-label.ts';
import { RecontactMark } from './recontact-mark.tsx';
import { tierOf } from './queue-order.ts';

interface Props {
  readonly incidentId: string;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
}

/** An open incident. Takes an id, so that a patch redraws only the rows it touched. */
export const IncidentLine = memo(function IncidentLine(props: Props) {
  const { incidentId, position, total, selected } = props;
  const row = useBoard((board) => board.incidents.get(incidentId));
  const policy = useDesk((desk) => desk.policy);
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  if (row === undefined) return null;
  const tier = tierOf(row);
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={`queue-${incidentId}`}
      className="line"
      data-kind={tier < 2 ? 'urgent' : 'working'}
      data-attention={tier === 0}
      aria-selected={selected}
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={total}
      onClick={() => select({ kind: 'incident', id: incidentId })}
      onDoubleClick={() => setPane('incident')}
    >
      <div className="line-top">
        <LevelBadge level={row.level} provisional={row.provisional} />
        <span className="number">{row.number}</span>
        <span className="line-type">{callTypeLabel(policy, row.callType)}</span>
        <Elapsed since={row.openedAt} promise={row.promise} />
      </div>
      <div className="line-middle">
        <span className="line-place" dir="auto">
          {row.address === '' ? (row.area ?? 'Location unknown') : row.address}
        </span>
        <span className="line-owner" dir="auto">
          {row.owner === me ? 'You' : row.ownerName}
        </span>
        {tier < 2 && <span className="line-phase">{inShort(row)}</span>}
      </div>
      <div className="line-last">
        {tier < 2 ? (
          <div className="line-why" dir="auto">
            {row.attention ?? (row.holdExpired ? 'The hold ran out: look again' : row.why)}
          </div>
        ) : row.units.length > 0 ? (
          <Out row={row} />
        ) : (
          <div className="line-units">{standing(row)}</div>
        )}
        {row.transfer !== null && tier > 0 && <Elapsed since={row.transfer.since} />}
        {row.callers > 1 && <span className="line-again">{row.callers} callers</span>}
        {row.flag !== null && <FlagMark says={row.flag} />}
        {row.asking !== null && <AskingMark asking={row.asking} />}
        {row.recontact !== null && <RecontactMark next={row.recontact} />}
      </div>
    </div>
  );
});

/** Who is out on it, and how far. */
function Out({ row }: { readonly row: IncidentRow }) {
  return (
    <div className="line-units">
      {row.units.map(({ unitId, status }) => (
        <span key={unitId}>
          <strong>{unitId}</strong> {UNIT_STATUS[status].label.toLowerCase()}
        </span>
      ))}
    </div>
  );
}

function inShort(row: IncidentRow): string {
  if (row.units.length === 0) return standing(row);
  return row.units.map((unit) => unit.unitId).join(', ');
}

const ASKS: Readonly<Record<NonNullable<IncidentRow['offer']>['asks'], string>> = {
  nobody: 'Phone: waiting',
  one: 'Phone: asking',
  all: 'Phone: rings at all',
  '988': 'Phone: to 988',
};

function standing({ phone, offer, phase, holdUntil, holdExpired, transfer }: IncidentRow): string {
  if (holdUntil !== null && !holdExpired) return `Until ${wallTime(holdUntil)}`;
  if (offer !== null) return ASKS[offer.asks];
  if (phone === 'with-clinician') return 'With clinician';
  if (transfer !== null) return transfer.standing;
  if (phone === 'lost') return 'Caller lost';
  return PHASE_LABELS[phase];
}
