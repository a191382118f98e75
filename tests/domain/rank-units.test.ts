import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOON, policy, START, unit } from '../support/given.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { findResponse } from '#shared/policy/policy.ts';
import { LEVELS } from '#shared/routing/level.ts';
import { isHard } from '#shared/unit/availability.ts';
import { rankUnits } from '#shared/unit/rank-units.ts';
import type { Wanted } from '#shared/unit/unit-reasons.ts';
import { UNIT_STATUSES, type UnitStatus } from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

const WANTED: Wanted = {
  level: 'L2',
  areaId: 'uptown',
  callType: null,
  now: NOON,
  language: null,
  capabilities: [],
  position: null,
};
const named = (unitId: string, changes: Partial<Unit> = {}) =>
  unit({ unitId: unitId as UnitId, ...changes });
const teamsOf = (response: string) => findResponse(policy, response).teamTypes;
const order = (units: readonly Unit[], changes: Partial<Wanted> = {}, response = 'substance-use') =>
  rankUnits(policy, teamsOf(response), units, { ...WANTED, ...changes }).map(
    ({ unitId }) => unitId,
  );
const speaking = (...languages: string[]) =>
  unit().crew.map((member, at) => (at === 0 ? { ...member, languages } : member));
const earlier = '2026-03-02T00:00:00.000Z';

test('the best come first: nothing against them, then the preferred team, then free longest', () => {
  const fleet = [
    named('R1', { teamType: 'substance-use' }),
    named('M3', { since: START }),
    named('M2', { since: earlier }),
    named('M1', { status: 'on-scene' }),
    named('P11', { teamType: 'police-cit' }),
  ];
  const ranked = rankUnits(policy, teamsOf('behavioral-health'), fleet, WANTED);
  expect(ranked.map(({ unitId, recommended }) => [unitId, recommended])).toEqual([
    ['M2', true],
    ['M3', true],
    ['M1', false],
  ]);
  expect(order(fleet)).toEqual(['R1', 'M2', 'M3', 'M1']);
});

describe('each question decides only where those before it do not', () => {
  test('what a reason overcomes goes before what nobody can talk away', () => {
    const far = named('M9', { teamType: 'co-response-south' });
    const busy = named('M1', { teamType: 'co-response-north', status: 'on-scene' });
    expect(order([busy, far], {}, 'co-response')).toEqual(['M9', 'M1']);
  });

  test('one that is clearing goes before one that is with somebody', () => {
    const there = named('M1', { status: 'with-patient' });
    const clearing = named('M2', { status: 'clearing', teamType: 'behavioral-health' });
    expect(order([there, clearing])).toEqual(['M2', 'M1']);
  });

  test('the team comes before what the vehicle has and what its crew speaks', () => {
    const preferred = named('R1', { teamType: 'substance-use' });
    const able = named('M1', { capabilities: ['wheelchair-lift'], crew: speaking('pl') });
    const wants = {
      capabilities: ['wheelchair-lift'],
      language: { language: 'pl', interpreter: true },
    };
    expect(order([able, preferred], wants)).toEqual(['R1', 'M1']);
  });

  test('then the capabilities, then the language, then the zone, then the work so far', () => {
    const fleet = [
      named('M1', { since: earlier }),
      named('M2', { timesOut: 1 }),
      named('M3', { timesOut: 2, zone: 'North' }),
      named('M4', { timesOut: 3, crew: speaking('pl'), zone: 'South' }),
      named('M5', { timesOut: 4, capabilities: ['stretcher'] }),
    ].map((each) => ({ ...each, zone: each.unitId === 'M1' ? 'South' : each.zone }));
    expect(
      order(fleet, {
        capabilities: ['stretcher'],
        language: { language: 'pl', interpreter: false },
      }),
    ).toEqual(['M5', 'M4', 'M2', 'M3', 'M1']);
    expect(order(fleet)).toEqual(['M2', 'M3', 'M5', 'M1', 'M4']);
  });

  test('a crew member off duty speaks for nobody', () => {
    const gone = { name: 'Jan', role: 'paramedic', onDuty: false, languages: ['pl'] };
    const silent = named('M2', { crew: [...unit().crew, gone] });
    const speaks = named('M1', { crew: speaking('pl'), timesOut: 5 });
    const polish = { language: { language: 'pl', interpreter: true } };
    expect(order([silent, speaks], polish)).toEqual(['M1', 'M2']);
  });

  test('an unknown area puts no zone before another', () => {
    const fleet = [named('N1', { zone: 'North' }), named('S1', { zone: 'South', since: earlier })];
    expect(order(fleet, { areaId: null })).toEqual(['S1', 'N1']);
  });
});

const anyUnit = (index: number) =>
  fc
    .record({
      teamType: fc.constantFrom(...policy.teamTypes.map(({ id }) => id)),
      // Mostly free, or no two would ever be told apart by anything but that.
      status: fc.oneof(
        { weight: 3, arbitrary: fc.constant<UnitStatus>('available') },
        { weight: 1, arbitrary: fc.constantFrom(...UNIT_STATUSES) },
      ),
      whole: fc.boolean(),
      languages: fc.subarray(['pl', 'es', 'ase']),
      capabilities: fc.subarray(['stretcher', 'wheelchair-lift']),
      zone: fc.constantFrom('', 'North', 'South'),
      timesOut: fc.nat(3),
      whereabouts: fc.option(
        fc.record({
          position: fc.record({
            lat: fc.double({ min: 41.6, max: 42, noNaN: true }),
            lon: fc.constant(-87.66),
          }),
          areaId: fc.constant(null),
          source: fc.constantFrom('radio' as const, 'post' as const),
          at: fc.constantFrom(START, earlier),
        }),
      ),
      since: fc.constantFrom(START, earlier),
    })
    .map(({ whole, languages, teamType, ...rest }) => {
      const { crew } = unit({ teamType });
      return named(`U${index}`, {
        teamType,
        ...rest,
        crew: crew.map((member, at) => ({ ...member, languages, onDuty: whole || at > 0 })),
      });
    });
const fleets = fc
  .nat(9)
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyUnit(index))));
const anyWanted: fc.Arbitrary<Wanted> = fc.record({
  level: fc.constantFrom(...LEVELS),
  areaId: fc.constantFrom(null, 'uptown', 'west-lawn', 'elsewhere'),
  callType: fc.constant(null),
  now: fc.constant(NOON),
  language: fc.constantFrom(null, { language: 'pl', interpreter: true }),
  capabilities: fc.subarray(['stretcher', 'wheelchair-lift']),
  position: fc.constantFrom(null, { lat: 41.97, lon: -87.66 }),
});
const anyTeams = fc.shuffledSubarray(
  policy.teamTypes.map(({ id }) => id),
  { minLength: 1 },
);

describe('whatever the fleet, the need and the teams', () => {
  test('nobody whom nothing but a reason can send stands above somebody free (invariant 9)', () => {
    let both = 0;
    fc.assert(
      fc.property(fleets, anyWanted, anyTeams, (units, wanted, teams) => {
        const ranked = rankUnits(policy, teams, units, wanted);
        const standing = ranked.map(({ shortfalls }) =>
          shortfalls.length === 0 ? 0 : shortfalls.some(isHard) ? 2 : 1,
        );
        both += new Set(standing).size > 1 ? 1 : 0;
        expect(standing).toEqual([...standing].sort((a, b) => a - b));
        for (const { recommended, shortfalls, reasons } of ranked) {
          expect(recommended).toBe(shortfalls.length === 0);
          expect(reasons.length).toBeGreaterThan(0);
          for (const { text } of reasons) expect(text).toMatch(/^\S.*\S$/);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(both).toBeGreaterThan(50);
  });

  test('every unit of the teams stands in it once, in whatever order they come', () => {
    fc.assert(
      fc.property(fleets, anyWanted, anyTeams, fc.nat(), (units, wanted, teams, turn) => {
        const ranked = rankUnits(policy, teams, units, wanted);
        const meant = units.filter(({ teamType }) => teams.includes(teamType));
        expect(ranked.map(({ unitId }) => unitId).sort()).toEqual(
          meant.map(({ unitId }) => unitId).sort(),
        );
        const at = turn % Math.max(1, units.length);
        const turned = [...units.slice(at), ...units.slice(0, at)].reverse();
        expect(rankUnits(policy, teams, turned, wanted)).toEqual(ranked);
      }),
      { numRuns: 500 },
    );
  });

  test('one more unit changes nothing about who of the others goes first', () => {
    fc.assert(
      fc.property(fleets, anyUnit(99), anyWanted, anyTeams, (units, another, wanted, teams) => {
        const before = rankUnits(policy, teams, units, wanted);
        const after = rankUnits(policy, teams, [another, ...units], wanted);
        expect(after.filter(({ unitId }) => unitId !== 'U99')).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  test('recommended is who is free and whole, in its area and not above its ceiling', () => {
    let fit = 0;
    fc.assert(
      fc.property(fleets, anyWanted, anyTeams, (units, wanted, teams) => {
        const { areaId, level } = wanted;
        for (const { unitId, recommended } of rankUnits(policy, teams, units, wanted)) {
          const who = units.find((each) => each.unitId === unitId)!;
          const team = policy.teamTypes.find(({ id }) => id === who.teamType)!;
          const may =
            who.status === 'available' &&
            who.crew.every((member) => member.onDuty) &&
            (team.areas === null || (areaId !== null && team.areas.includes(areaId))) &&
            LEVELS.indexOf(level) <= LEVELS.indexOf(team.riskCeiling);
          fit += may ? 1 : 0;
          expect(recommended).toBe(may);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(fit).toBeGreaterThan(10);
  });
});
