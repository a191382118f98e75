import type { DecideContext } from './context.ts';
import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import { recommendedNow } from './recommended-now.ts';
import type { Policy } from '../policy/policy.ts';
import { teamTypeOn } from '../policy/team-type.ts';
import { unarmedBar } from '../routing/unarmed.ts';
import type { Unit } from '../unit/unit.ts';
import { isLeaving, UNIT_STATUS, type UnitStatus } from '../unit/unit-status.ts';

/** Police or co-response on that local date: a team whose leaving takes the protection with it. */
export function isArmed(policy: Policy, unit: Unit, date: string): boolean {
  return teamTypeOn(policy, unit.teamType, date)?.unarmed === false;
}

/** Police or co-response is on the incident and stays: an unarmed team may wait beside it. */
export function isArmedThere(
  { incidentId }: Incident,
  units: readonly Unit[],
  { policy, local }: Pick<DecideContext, 'policy' | 'local'>,
): boolean {
  return units.some(
    (unit) =>
      unit.incidentId === incidentId &&
      !isLeaving(unit.status) &&
      isArmed(policy, unit, local.date),
  );
}

/**
 * What has to be said when a unit leaves and only an unarmed team stays where none may be alone
 * (invariant 2): the incident comes back to dispatch. `units` are all units as they are before.
 */
export function leftUnarmed(
  incident: Incident,
  leaving: Unit,
  to: UnitStatus,
  units: readonly Unit[],
  { policy, local }: Pick<DecideContext, 'policy' | 'local'>,
): IncidentEvent[] {
  const { incidentId } = incident;
  const goes = !UNIT_STATUS[to].onIncident || isLeaving(to);
  if (!goes || !isArmed(policy, leaving, local.date) || isLeaving(leaving.status)) return [];
  const rest = units.filter(
    (unit) =>
      unit.incidentId === incidentId && unit.unitId !== leaving.unitId && !isLeaving(unit.status),
  );
  const alone = rest.filter((unit) => unit.teamType !== policy.services.ems);
  if (alone.length === 0 || rest.some((unit) => isArmed(policy, unit, local.date))) return [];
  const why = unarmedBar(policy, recommendedNow(incident, policy));
  if (why === null) return [];
  return [
    { type: 'incident.left-unarmed', incidentId, units: alone.map((unit) => unit.unitId), why },
  ];
}
