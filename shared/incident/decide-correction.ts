import type { Incident } from './incident.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { UnitEvent } from '../unit/unit-events.ts';
import { UNIT_STATUS, type UnitStatus } from '../unit/unit-status.ts';
import type { Unit } from '../unit/unit.ts';

/**
 * A wrong status is put right, whatever may follow on what: the record gets one more entry and keeps
 * the wrong one. `incident` is the one the unit is on, or was just released from; null when neither.
 */
export function correctStatus(
  unit: Unit,
  to: UnitStatus,
  reason: string,
  incident: Incident | null,
): UnitEvent[] | Refusal {
  const { unitId, status: from } = unit;
  const { label, onIncident } = UNIT_STATUS[to];
  const wanted = label.toLowerCase();
  if (from === to)
    return refuse('same-status', `${unitId} is ${wanted} already. There is nothing to correct.`);
  if (reason.trim() === '')
    return refuse('reason-needed', `Say what was wrong with the status of ${unitId}. It stands.`);
  if (onIncident && incident === null)
    return refuse(
      'no-incident-before',
      `${unitId} was on no incident just now, so it cannot be ${wanted}. Send it: send ${unitId} and the number.`,
    );
  if (onIncident && incident !== null && incident.closed !== null)
    return refuse(
      'incident-closed',
      `Incident ${incident.number} is closed, so ${unitId} cannot be ${wanted} there. Add a note, or open a new call.`,
    );
  return [
    {
      type: 'unit.status-corrected',
      unitId,
      from,
      to,
      incidentId: incident?.incidentId ?? null,
      reason: reason.trim(),
    },
  ];
}
