import { missingRoles, rolesInWords, type Unit } from './unit.ts';
import { UNIT_STATUS } from './unit-status.ts';
import type { Policy, TeamType } from '../policy/policy.ts';
import { teamTypeOn, teamTypesOn } from '../policy/team-type.ts';
import { isHigher, type Level } from '../routing/level.ts';

/** Local wall-clock of the center: `date` ISO, `day` 0 Sunday, `minute` after midnight. */
export interface LocalMoment {
  readonly date: string;
  readonly day: number;
  readonly minute: number;
}

export type ShortfallKind =
  | 'off-duty'
  | 'busy'
  | 'short-crew'
  | 'out-of-hours'
  | 'out-of-area'
  | 'other-call-type'
  | 'above-ceiling'
  | 'unknown-team'
  | 'no-unit'
  | 'not-known';

/** Shortfalls nobody can talk away; the others need a reason that goes on the record. */
const HARD: readonly ShortfallKind[] = [
  'off-duty',
  'busy',
  'short-crew',
  'above-ceiling',
  'unknown-team',
];

export function isHard({ kind }: Shortfall): boolean {
  return HARD.includes(kind);
}

export interface Shortfall {
  readonly kind: ShortfallKind;
  readonly text: string;
}

/** What a unit or a team is wanted for. An unknown area or type is null. */
export interface Need {
  readonly level: Level;
  readonly areaId: string | null;
  readonly callType: string | null;
  readonly now: LocalMoment;
}

/**
 * Team type id → what stands against every unit of that type, whatever the level; an empty list means
 * one can go. A type that is not listed is not known to be there, and so it is not (invariant 9).
 */
export type TeamAvailability = Readonly<Record<string, readonly Shortfall[]>>;

/** What stands against sending this unit, in plain words. Empty means nothing does (invariant 9). */
export function shortfallsOf(policy: Policy, unit: Unit, need: Need): Shortfall[] {
  const found = shortfallsAtAnyLevel(policy, unit, need);
  const team = teamTypeOn(policy, unit.teamType, need.now.date);
  const tooHigh = team === undefined ? null : aboveCeiling(team, need.level);
  return tooHigh === null ? found : [...found, tooHigh];
}

function shortfallsAtAnyLevel(policy: Policy, unit: Unit, need: Omit<Need, 'level'>): Shortfall[] {
  const team = teamTypeOn(policy, unit.teamType, need.now.date);
  const found: Shortfall[] = [];
  if (unit.status === 'off-duty' || unit.status === 'out-of-service')
    found.push({ kind: 'off-duty', text: UNIT_STATUS[unit.status].label });
  else if (unit.status !== 'available')
    found.push({ kind: 'busy', text: `Busy: ${UNIT_STATUS[unit.status].label.toLowerCase()}` });
  if (team === undefined) {
    const text = `The policy in force has no team type “${unit.teamType}”`;
    return [...found, { kind: 'unknown-team', text }];
  }
  const missing = missingRoles(unit, team.requiredRoles);
  if (missing.length > 0) {
    found.push({ kind: 'short-crew', text: `No ${rolesInWords(missing)} on duty` });
  }
  if (!inService(team, need.now)) found.push({ kind: 'out-of-hours', text: 'Outside its hours' });
  if (!servesArea(team, need.areaId)) found.push({ kind: 'out-of-area', text: 'Outside its area' });
  if (!servesCallType(team, need.callType))
    found.push({ kind: 'other-call-type', text: 'Not for this call type' });
  return found;
}

/** Why a team may not be sent to a level; null when it may. */
export function aboveCeiling(team: TeamType, level: Level): Shortfall | null {
  if (!isHigher(level, team.riskCeiling)) return null;
  return { kind: 'above-ceiling', text: `Serves up to ${team.riskCeiling}` };
}

export function inService(team: TeamType, now: LocalMoment): boolean {
  if (now.date < team.effectiveFrom) return false;
  if (team.effectiveTo !== null && now.date >= team.effectiveTo) return false;
  return team.hours.some(
    ({ days, from, to }) => days.includes(now.day) && now.minute >= from && now.minute < to,
  );
}

/** The minute after local midnight until which it is in service today; null when that is not today. */
export function inServiceUntil(team: TeamType, { day, minute }: LocalMoment): number | null {
  const today = team.hours.filter(({ days }) => days.includes(day));
  let until = minute;
  // Hours may stand in several entries that follow each other.
  for (let next = holding(today, until); next !== undefined; next = holding(today, until))
    until = next.to;
  return until === minute || until >= 1440 ? null : until;
}

function holding(hours: TeamType['hours'], minute: number) {
  return hours.find(({ from, to }) => minute >= from && minute < to);
}

/** An unknown area is never assumed to be inside: availability unknown is treated as unavailable. */
export function servesArea(team: TeamType, areaId: string | null): boolean {
  return team.areas === null || (areaId !== null && team.areas.includes(areaId));
}

/** A type nobody has set yet is no reason to leave a team out; a set one that it does not serve is. */
export function servesCallType({ callTypes = null }: TeamType, callType: string | null): boolean {
  return callTypes === null || callType === null || callTypes.includes(callType);
}

/** Which team types could go just now, and what stands against the nearest unit of the others. */
export function teamAvailability(
  policy: Policy,
  units: readonly Unit[],
  need: Omit<Need, 'level'>,
): TeamAvailability {
  const availability: Record<string, readonly Shortfall[]> = {};
  for (const team of teamTypesOn(policy, need.now.date)) {
    let fewest: readonly Shortfall[] = [{ kind: 'no-unit', text: 'No such unit on this board' }];
    let seen = false;
    for (const unit of units) {
      if (unit.teamType !== team.id) continue;
      const found = shortfallsAtAnyLevel(policy, unit, need);
      if (!seen || found.length < fewest.length) fewest = found;
      seen = true;
    }
    availability[team.id] = fewest;
  }
  return availability;
}
