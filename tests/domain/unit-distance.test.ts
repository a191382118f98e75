import { expect, test } from 'vitest';
import { NOON, policy, START, unit } from '../support/given.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import type { Position, PositionSource } from '#shared/place/position.ts';
import { distanceOf, distanceRank } from '#shared/unit/unit-distance.ts';
import { rankUnits } from '#shared/unit/rank-units.ts';
import { sayReason } from '#shared/unit/unit-reasons.ts';
import type { Unit } from '#shared/unit/unit.ts';

const HERE: Position = { lat: 41.97, lon: -87.66 };
const BEFORE = '2026-03-03T17:00:00.000Z';
/** So many miles north of the incident; a mile is 1/69 of a degree of latitude, nearly. */
const miles = (count: number): Position => ({ lat: HERE.lat + count / 69.05, lon: HERE.lon });
const at = (position: Position | null, when = START, source: PositionSource = 'radio') =>
  position === null
    ? { position, areaId: 'uptown', source, at: when }
    : { position, areaId: null, source, at: when };
const named = (unitId: string, changes: Partial<Unit> = {}) =>
  unit({ unitId: unitId as UnitId, ...changes });
const ranked = (...units: Unit[]) =>
  rankUnits(policy, ['behavioral-health'], units, {
    level: 'L2',
    areaId: 'uptown',
    callType: null,
    now: NOON,
    language: null,
    capabilities: [],
    position: HERE,
  });
const said = (who: Unit) =>
  ranked(who)[0]!.reasons.map((reason) => sayReason(reason, Date.parse(START) + 3 * 60_000));

test('a distance stands only where both positions are known', () => {
  expect(distanceOf(unit({ whereabouts: at(miles(1)) }), null)).toBeNull();
  expect(distanceOf(unit({ whereabouts: null }), HERE)).toBeNull();
  expect(distanceOf(unit({ whereabouts: at(null) }), HERE)).toBeNull();
  expect(distanceOf(unit({ whereabouts: at(miles(1)) }), HERE)?.meters).toBeCloseTo(1609, -2);
  expect(said(unit({ whereabouts: null })).join()).not.toContain('away');
});

test('it is said with how old the report is, and as past once the unit has moved on', () => {
  expect(said(unit({ whereabouts: at(miles(0.8)) }))[0]).toBe('0.8 mi away, 3 min ago');
  expect(said(unit({ whereabouts: at(miles(4)) }))).toContain('4.0 mi away, 3 min ago');
  expect(said(unit({ whereabouts: at(miles(0.8), BEFORE) }))).toContain(
    'Was 0.8 mi away, 1 h 3 min ago',
  );
  expect(said(unit({ whereabouts: at(miles(0.8), BEFORE, 'post') }))[0]).toBe(
    '0.8 mi away, 1 h 3 min ago',
  );
});

test('known to be near goes first, known to be far last, and not known is neither', () => {
  const fleet = [
    named('M1', { whereabouts: at(miles(5)) }),
    named('M2', { whereabouts: null }),
    named('M3', { whereabouts: at(miles(2)) }),
    named('M4', { whereabouts: at(miles(0.2)), timesOut: 3 }),
    named('M5', { whereabouts: at(miles(0.1), BEFORE), timesOut: 1 }),
  ];
  expect(ranked(...fleet).map(({ unitId }) => unitId)).toEqual(['M4', 'M3', 'M2', 'M5', 'M1']);
});

test('within the same half mile the work is shared', () => {
  const fleet = [
    named('M1', { whereabouts: at(miles(0.1)), timesOut: 2 }),
    named('M2', { whereabouts: at(miles(0.4)), timesOut: 1 }),
  ];
  expect(ranked(...fleet).map(({ unitId }) => unitId)).toEqual(['M2', 'M1']);
});

test.each([
  [0, 0],
  [0.6, 1],
  [2.9, 5],
  [3.1, 7],
  [9.9, 20],
])('%d miles rank as %i, nothing known as 6', (count, rank) => {
  expect(distanceRank(distanceOf(unit({ whereabouts: at(miles(count)) }), HERE))).toBe(rank);
  expect(distanceRank(null)).toBe(6);
});
