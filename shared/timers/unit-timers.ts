import type { UnitTimer } from './timers.ts';
import type { Incident } from '../incident/incident.ts';
import type { Policy } from '../policy/policy.ts';
import { teamTypeOn } from '../policy/team-type.ts';
import { watchCheckIn } from '../unit/safety.ts';
import type { SafetyEvent, UnitSafety } from '../unit/safety-events.ts';
import { watchStatus, type StatusClockEvent } from '../unit/status-clock.ts';
import type { Unit } from '../unit/unit.ts';

/** A unit with what its time limits depend on. */
export interface WatchedUnit {
  readonly unit: Unit;
  readonly safety: UnitSafety | null;
  /** The incident it is on. */
  readonly incident: Incident | null;
}

type UnitTimerEvent = SafetyEvent | StatusClockEvent;

const WATCHES: Readonly<
  Record<
    UnitTimer,
    (watched: WatchedUnit, policy: Policy, date: string, now: number) => readonly UnitTimerEvent[]
  >
> = {
  'check-in': ({ unit, safety }, policy, date, now) =>
    safety === null ? [] : watchCheckIn(safety, unit, teamTypeOn(policy, unit.teamType, date), now),
  status: ({ unit, incident }, policy, _, now) => watchStatus(unit, incident, policy, now),
};

/** What the watch has to write of the time limits of a unit; `date` is the center's local one. */
export function watchUnit(
  watched: WatchedUnit,
  policy: Policy,
  date: string,
  now: number,
): UnitTimerEvent[] {
  return Object.values(WATCHES).flatMap((watch) => watch(watched, policy, date, now));
}
