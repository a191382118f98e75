import { isHard, shortfallsOf, type Shortfall } from './availability.ts';
import { distanceOf, distanceRank } from './unit-distance.ts';
import type { Unit } from './unit.ts';
import {
  missingCapabilities,
  reasonsOf,
  speaks,
  type UnitReason,
  type Wanted,
} from './unit-reasons.ts';
import type { Policy } from '../policy/policy.ts';

export interface Candidate {
  readonly unitId: string;
  readonly teamType: string;
  readonly shortfalls: readonly Shortfall[];
  /** True when nothing stands against sending it. Only such a unit is ever recommended. */
  readonly recommended: boolean;
  /** The heaviest first; the first one is what is read at a glance. Never empty. */
  readonly reasons: readonly UnitReason[];
}

/** Where a unit stands, one number for each question of the comparison; the smaller goes first. */
type Rank = readonly number[];

/**
 * Units of the given team types, best first, so that the first can be sent and the others say why not. One
 * comparison, in which the first difference decides:
 *
 * 1. nothing stands against it; only what a reason on the record overcomes; what nobody can talk away
 *    (invariant 9: a unit of the last two kinds is never recommended);
 * 2. fewer shortfalls;
 * 3. clearing before otherwise busy;
 * 4. its team type, in the order given: who the person needs goes before how they are carried;
 * 5. fewer of the wanted capabilities missing;
 * 6. somebody on duty speaks the language;
 * 7. known to be near, in half miles; then not known; then known to be far;
 * 8. it belongs to the incident’s zone, or to none;
 * 9. sent less often this shift, so that work is shared;
 * 10. longer in its status, then the call sign.
 *
 * Every question is about one unit alone, so neither the order they come in nor another unit changes who of two
 * goes first.
 */
export function rankUnits(
  policy: Policy,
  teamTypes: readonly string[],
  units: readonly Unit[],
  wanted: Wanted,
): Candidate[] {
  const zone = policy.areas.find(({ id }) => id === wanted.areaId)?.zone;
  return units
    .filter(({ teamType }) => teamTypes.includes(teamType))
    .map((unit) => {
      const shortfalls = shortfallsOf(policy, unit, wanted);
      const rank: Rank = [
        standing(shortfalls),
        shortfalls.length,
        unit.status === 'clearing' ? 0 : 1,
        teamTypes.indexOf(unit.teamType),
        missingCapabilities(unit, wanted).length,
        speaks(unit, wanted) === false ? 1 : 0,
        distanceRank(distanceOf(unit, wanted.position)),
        zone === undefined || unit.zone === '' || unit.zone === zone ? 0 : 1,
        unit.timesOut,
      ];
      return { unit, shortfalls, rank };
    })
    .sort(
      (a, b) =>
        byRank(a.rank, b.rank) ||
        textOrder(a.unit.since, b.unit.since) ||
        textOrder(a.unit.unitId, b.unit.unitId),
    )
    .map(({ unit, shortfalls }) => ({
      unitId: unit.unitId,
      teamType: unit.teamType,
      shortfalls,
      recommended: shortfalls.length === 0,
      reasons: reasonsOf(policy, unit, wanted, shortfalls),
    }));
}

function standing(shortfalls: readonly Shortfall[]): number {
  if (shortfalls.length === 0) return 0;
  return shortfalls.some(isHard) ? 2 : 1;
}

function byRank(a: Rank, b: Rank): number {
  return a.map((each, at) => each - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
