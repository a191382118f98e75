import { findResponse, type Policy, type TeamType } from '../policy/policy.ts';
import { isHigher, type Level } from '../routing/level.ts';
import { missingRoles, type Unit } from './unit.ts';
import { UNIT_STATUS } from './unit-status.ts';

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
  | 'above-ceiling'
  | 'unknown-team';

export interface Shortfall {
  readonly kind: ShortfallKind;
  readonly text: string;
}

export interface Candidate {
  readonly unitId: string;
  readonly teamType: string;
  readonly shortfalls: readonly Shortfall[];
  /** True when nothing stands against sending it. Only such a unit is ever recommended. */
  readonly recommended: boolean;
  readonly why: string;
}

/** What stands against sending this unit, in plain words. Empty means nothing does (invariant 9). */
export function shortfallsOf(
  policy: Policy,
  unit: Unit,
  need: { readonly level: Level; readonly areaId: string | null; readonly now: LocalMoment },
): Shortfall[] {
  const team = policy.teamTypes.find((type) => type.id === unit.teamType);
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
    const roles = missing.join(', no ').replaceAll('-', ' ');
    found.push({ kind: 'short-crew', text: `No ${roles} on duty` });
  }
  if (!inService(team, need.now)) found.push({ kind: 'out-of-hours', text: 'Outside its hours' });
  if (!servesArea(team, need.areaId)) found.push({ kind: 'out-of-area', text: 'Outside its area' });
  if (isHigher(need.level, team.riskCeiling))
    found.push({ kind: 'above-ceiling', text: `Serves up to ${team.riskCeiling}` });
  return found;
}

export function inService(team: TeamType, now: LocalMoment): boolean {
  if (now.date < team.effectiveFrom) return false;
  if (team.effectiveTo !== null && now.date >= team.effectiveTo) return false;
  return team.hours.some(
    ({ days, from, to }) => days.includes(now.day) && now.minute >= from && now.minute < to,
  );
}

/** An unknown area is never assumed to be inside: availability unknown is treated as unavailable. */
export function servesArea(team: TeamType, areaId: string | null): boolean {
  return team.areas === null || (areaId !== null && team.areas.includes(areaId));
}

/**
 * Units that could fill a response, best first: recommended ones by team preference and then by longest
 * free, so that work is shared; after them those with a shortfall, so that the board can say why not.
 */
export function rankUnits(
  policy: Policy,
  responseId: string,
  units: readonly Unit[],
  need: { readonly level: Level; readonly areaId: string | null; readonly now: LocalMoment },
): Candidate[] {
  const { teamTypes } = findResponse(policy, responseId);
  const ranked = units
    .filter((unit) => teamTypes.includes(unit.teamType))
    .map((unit) => ({ unit, shortfalls: shortfallsOf(policy, unit, need) }));
  ranked.sort(
    (a, b) =>
      a.shortfalls.length - b.shortfalls.length ||
      teamTypes.indexOf(a.unit.teamType) - teamTypes.indexOf(b.unit.teamType) ||
      a.unit.since.localeCompare(b.unit.since) ||
      a.unit.unitId.localeCompare(b.unit.unitId),
  );
  return ranked.map(({ unit, shortfalls }) => ({
    unitId: unit.unitId,
    teamType: unit.teamType,
    shortfalls,
    recommended: shortfalls.length === 0,
    why:
      shortfalls.length === 0
        ? 'Full crew, in hours, in area, free longest'
        : shortfalls.map((each) => each.text).join(' · '),
  }));
}
