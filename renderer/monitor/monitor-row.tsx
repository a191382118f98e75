import { memo } from 'react';
import type { CallRow, IncidentRow } from '#shared/board/board-rows.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import { select, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { AskingMark } from '../queue/asking-mark.tsx';
import { callTypeLabel } from '../queue/call-type-label.ts';
import type { MonitorEntry } from './monitor-entries.ts';

/** One line: how dangerous, what and where, who handles it, and why it stands here. */
export const MonitorRow = memo(function MonitorRow({
  entry,
  position,
  total,
  selected,
}: {
  readonly entry: MonitorEntry;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
}) {
  const { kind, id, nexus } = entry;
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={monitorDomId(id)}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      className="phone-call monitor-row"
      data-standing={nexus?.standing ?? 'none'}
      onClick={() => select({ kind, id })}
    >
      {entry.kind === 'call' ? <WaitingLines row={entry.row} /> : <OpenLines row={entry.row} />}
      <div className="phone-call-more monitor-why" dir="auto">
        {nexus === null ? 'No sign of it' : nexus.because.join(' · ')}
      </div>
    </div>
  );
});

function OpenLines({ row }: { readonly row: IncidentRow }) {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const { level, provisional, number, callType, promise, openedAt, asking, monitors } = row;
  return (
    <>
      <div className="phone-call-line">
        <LevelBadge level={level} provisional={provisional} />
        <span className="phone-call-number">
          <span className="spoken">incident </span>
          {number}
        </span>
        <span className="phone-call-type">{callType}</span>
        {me !== null && monitors.includes(me) && <span className="monitor-along">listening</span>}
        <Elapsed since={promise?.from ?? openedAt} promise={promise} />
      </div>
      <div className="monitor-place">
        <bdi>{row.address === '' ? (row.area ?? 'Place not known') : row.address}</bdi>
        <span className="monitor-handled">{handledBy(row)}</span>
        {asking !== null && <AskingMark asking={asking} />}
      </div>
    </>
  );
}

function handledBy({ units, phase, phone, holdUntil, holdExpired, response }: IncidentRow): string {
  if (units.length > 0) return units.map(({ unitId }) => unitId).join(', ');
  if (holdUntil !== null && !holdExpired) return `held until ${wallTime(holdUntil)}`;
  if (phone === 'with-clinician' || phone === 'transferring') return 'on the phone';
  return phase === 'intake' ? PHASE_LABELS[phase].toLowerCase() : response;
}

function WaitingLines({ row }: { readonly row: CallRow }) {
  const policy = useDesk((desk) => desk.policy);
  const { number, callType, receivedAt, address, nomination } = row;
  return (
    <>
      <div className="phone-call-line">
        <span className="ringing">
          <span className="spoken">waiting call </span>
          {number}
        </span>
        <span className="phone-call-type">{callTypeLabel(policy, callType)}</span>
        <Elapsed since={receivedAt} />
      </div>
      <div className="monitor-place">
        <bdi>{address === '' ? 'Location unknown' : address}</bdi>
        <span className="monitor-handled">ringing</span>
        {nomination !== null && <AskingMark asking="nominated" />}
      </div>
    </>
  );
}

export function monitorDomId(id: string): string {
  return `monitor-${id}`;
}
