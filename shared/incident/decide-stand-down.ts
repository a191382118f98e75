import type { Incident } from './incident.ts';
import { needsDecision } from './phase.ts';
import type { UnitsTakenEvent } from './units-on-incident.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { statusChanged } from '../unit/decide-unit.ts';
import type { UnitEvent } from '../unit/unit-events.ts';
import { isUnderWay, UNIT_STATUS } from '../unit/unit-status.ts';
import type { Unit } from '../unit/unit.ts';

/**
 * A unit that is not there yet is told not to come. `incident` is the one it is on, null when on none. It
 * becomes available; the incident keeps its place, and asks for a unit again when nobody else is on it.
 */
export function standDown(
  incident: Incident | null,
  unit: Unit,
  reason: string | null,
): (UnitsTakenEvent | UnitEvent)[] | Refusal {
  const { unitId, status } = unit;
  const { label } = UNIT_STATUS[status];
  if (incident === null)
    return refuse(
      'not-on-its-way',
      `${unitId} is ${label.toLowerCase()} and on no incident. There is nothing to stand down from.`,
    );
  const { number, incidentId } = incident;
  if (!isUnderWay(status))
    return refuse(
      'not-on-its-way',
      `${unitId} is ${label.toLowerCase()} on incident ${number}, too late to stand down. Report it clear instead: clr ${unitId}.`,
    );
  const others = incident.units.some((each) => each.releasedAt === null && each.unitId !== unitId);
  const alone = !others && incident.decision !== null && !needsDecision(incident);
  const why = reason?.trim() ?? '';
  return [
    {
      type: 'incident.unit-stood-down',
      incidentId,
      unitId,
      alone,
      reason: why === '' ? null : why,
    },
    statusChanged(unit, 'available', incidentId, null),
  ];
}
