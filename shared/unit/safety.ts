import type { SafetyEvent, UnitSafety } from './safety-events.ts';
import type { UnitStatus } from './unit-status.ts';
import type { Unit } from './unit.ts';
import { isArmed } from '../incident/left-unarmed.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { Policy, TeamType } from '../policy/policy.ts';
import { isSetBack, minutesAfter } from '../timers/running.ts';
import { isLeaving } from './unit-status.ts';

/** Worst last. Late is a warning; from missed on police back-up is recommended. */
export type SafetyState = 'due' | 'late' | 'missed' | 'back-up' | 'duress';

/** The check-in a unit owes: since when its clock runs, when it is due, when it counts as missed. */
export interface CheckIn {
  readonly from: string;
  readonly dueAt: string;
  readonly missedFrom: string;
}

/** How a unit stands: what is worst about it, and the check-in that runs meanwhile. */
export interface SafetyStanding {
  readonly state: SafetyState;
  readonly since: string;
  readonly checkIn: CheckIn | null;
  /** Who has seen the alarm; nobody while there is none. */
  readonly acknowledged: readonly OperatorId[];
}

/** Statuses in which the crew is with the person. */
const WITH_THE_PERSON: readonly UnitStatus[] = ['on-scene', 'with-patient'];

/** The check-in that runs for a unit of this team; null when it owes none. */
export function checkInOf(
  { status, from }: Pick<UnitSafety, 'status' | 'from'>,
  team: Pick<TeamType, 'checkInMinutes' | 'checkInGraceMinutes'> | undefined,
): CheckIn | null {
  const minutes = team?.checkInMinutes;
  if (minutes === undefined || !WITH_THE_PERSON.includes(status)) return null;
  const dueAt = minutesAfter(from, minutes);
  return { from, dueAt, missedFrom: minutesAfter(dueAt, team?.checkInGraceMinutes ?? 0) };
}

/**
 * How a unit stands at `now` (milliseconds since the epoch); null when nothing is wrong and nothing is
 * owed.
 */
export function standingOf(
  safety: UnitSafety,
  team: TeamType | undefined,
  now: number,
): SafetyStanding | null {
  const checkIn = checkInOf(safety, team);
  if (safety.duress !== null) return { state: 'duress', ...safety.duress, checkIn };
  if (safety.backUp !== null) return { state: 'back-up', ...safety.backUp, checkIn };
  if (checkIn === null) return null;
  const late = now >= Date.parse(checkIn.dueAt) ? 'late' : 'due';
  const state = safety.missedAt === null ? late : 'missed';
  return { state, since: safety.from, checkIn, acknowledged: [] };
}

/**
 * What the watch has to write about a unit's check-in at `now`. Everything follows from what is stored,
 * so a restart changes nothing, a clock set forward says it once, and a clock set back behind the
 * beginning of the check-in makes it due at once: how long nothing was heard is not known any more.
 */
export function watchCheckIn(
  safety: UnitSafety,
  unit: Pick<Unit, 'incidentId'>,
  team: TeamType | undefined,
  now: number,
): SafetyEvent[] {
  const checkIn = checkInOf(safety, team);
  if (checkIn === null || safety.missedAt !== null) return [];
  const on = { unitId: safety.unitId, incidentId: unit.incidentId };
  const { from, dueAt, missedFrom } = checkIn;
  if (isSetBack(from, now)) {
    const owed = Date.parse(dueAt) - Date.parse(from);
    const dueNow = new Date(now - owed).toISOString();
    return [{ type: 'unit.check-in-clock-set', ...on, from: dueNow }];
  }
  if (now < Date.parse(dueAt)) return [];
  const said = { ...on, since: from, due: dueAt };
  // Each step is on the record, also when the watch comes after both.
  return [
    ...(safety.lateAt === null ? [{ type: 'unit.check-in-late', ...said } as const] : []),
    ...(now < Date.parse(missedFrom) ? [] : [{ type: 'unit.check-in-missed', ...said } as const]),
  ];
}

/** Whether police back-up is to be recommended: something is wrong and no other armed unit is there. */
export function needsBackUp(
  { state }: SafetyStanding,
  unit: Unit,
  units: readonly Unit[],
  policy: Policy,
  date: string,
): boolean {
  if (state === 'due' || state === 'late') return false;
  return !units.some(
    (other) =>
      other.unitId !== unit.unitId &&
      unit.incidentId !== null &&
      other.incidentId === unit.incidentId &&
      !isLeaving(other.status) &&
      isArmed(policy, other, date),
  );
}
