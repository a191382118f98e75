import type { DeskCore } from '../desk-core.ts';
import { shiftsDue } from '#db/board/shifts-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import { dutyPassed, type RequiredRoles } from '#shared/roster/duty.ts';
import { postingDue } from '#shared/unit/decide-roster.ts';
import type { Unit } from '#shared/unit/unit.ts';
import type { UnitEvent } from '#shared/unit/unit-events.ts';

/** The roles each unit needs on a local date; none are known of a team the policy does not have. */
export function requiredOn(policy: Policy, date: string): RequiredRoles {
  return ({ teamType }) => teamTypeOn(policy, teamType, date)?.requiredRoles ?? [];
}

/**
 * Writes the planned changes that have come due, so that whatever is asked next sees who is on duty
 * now and not five seconds ago. Costs nothing when none has.
 */
export function keepDuty(core: DeskCore): void {
  if (core.policy === null) return;
  const next = core.nextDuty;
  if (next === null || next > core.now().toISOString()) return;
  core.commit(DESK_OPERATOR, () => dutyDue(core));
}

export function dutyDue(core: DeskCore): UnitEvent[] {
  const now = core.now();
  const { policy } = core.requirePolicy(now);
  const shifts = shiftsDue(core.db, now.toISOString());
  if (shifts.length === 0) return [];
  const units = [...new Set(shifts.map(({ unitId }) => unitId))];
  return dutyPassed(
    shifts,
    units.flatMap((unitId) => findUnit(core.db, unitId) ?? []),
    requiredOn(policy, core.local().date),
    now.toISOString(),
  );
}

/** The units that belong elsewhere from today on. */
export function postingsDue(core: DeskCore, units: readonly Unit[]): UnitEvent[] {
  const { date } = core.local();
  return units.flatMap((unit) => postingDue(unit, date));
}
