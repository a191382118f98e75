import type { IncidentId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { UnitEvent } from './unit-events.ts';
import type { Unit } from './unit.ts';
import { mayFollow, UNIT_STATUS, type UnitStatus } from './unit-status.ts';

/** What of a unit its report is judged by. */
type Reporting = Pick<Unit, 'unitId' | 'status' | 'incidentId'>;

/**
 * A unit reports its status. Repeating the present status is no change, because a key pressed twice is
 * not an error at a console. Assigning goes through the incident, never through here.
 */
export function setUnitStatus(unit: Reporting, to: UnitStatus): UnitEvent[] | Refusal {
  if (unit.status === to) return [];
  if (to === 'assigned')
    return refuse('needs-incident', `Say which incident: send ${unit.unitId} and its number.`);
  if (!mayFollow(unit.status, to)) {
    const allowed = UNIT_STATUS[unit.status].next.map((next) => UNIT_STATUS[next].label);
    return refuse(
      'status-order',
      `${unit.unitId} is ${UNIT_STATUS[unit.status].label.toLowerCase()} and cannot become ` +
        `${UNIT_STATUS[to].label.toLowerCase()}. It may become: ${allowed.join(', ').toLowerCase()}.`,
    );
  }
  return [statusChanged(unit, to, unit.incidentId, null)];
}

export function statusChanged(
  unit: Reporting,
  to: UnitStatus,
  incidentId: IncidentId | null,
  reason: string | null,
): UnitEvent {
  return {
    type: 'unit.status-changed',
    unitId: unit.unitId,
    from: unit.status,
    to,
    incidentId,
    reason,
  };
}
