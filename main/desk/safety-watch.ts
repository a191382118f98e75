import { allSafety } from '#db/board/safety-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import type { SafetyEvent } from '#shared/unit/safety-events.ts';
import { watchCheckIn } from '#shared/unit/safety.ts';

/** What has to be written of the check-ins at `now` (milliseconds); `date` is the center's local one. */
export function overdueCheckIns(
  db: Database,
  policy: Policy,
  date: string,
  now: number,
): SafetyEvent[] {
  const safetyOf = allSafety(db);
  return allUnits(db).flatMap((unit) => {
    const safety = safetyOf.get(unit.unitId);
    if (safety === undefined) return [];
    return watchCheckIn(safety, unit, teamTypeOn(policy, unit.teamType, date), now);
  });
}
