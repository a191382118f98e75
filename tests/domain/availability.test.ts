import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOON, policy, START, unit } from '../support/given.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import type { Policy, TeamType } from '#shared/policy/policy.ts';
import { LEVELS } from '#shared/routing/level.ts';
import {
  inService,
  rankUnits,
  servesArea,
  shortfallsOf,
  type LocalMoment,
} from '#shared/unit/availability.ts';
import { UNIT_STATUSES } from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

const need = { level: 'L2', areaId: 'uptown', callType: null, now: NOON } as const;
const kinds = (who: Unit, changes: Partial<typeof need> | object = {}) =>
  shortfallsOf(policy, who, { ...need, ...changes }).map(({ kind }) => kind);
const limited = (changes: Partial<TeamType>): Policy => ({
  ...policy,
  teamTypes: policy.teamTypes.map((team) =>
    team.id === 'behavioral-health' ? { ...team, ...changes } : team,
  ),
});

test('nothing stands against a full, free crew in its hours, area and level', () => {
  expect(kinds(unit())).toEqual([]);
});

test.each(UNIT_STATUSES)('%s is free only when it says available', (status) => {
  const expected =
    status === 'available'
      ? []
      : status === 'off-duty' || status === 'out-of-service'
        ? ['off-duty']
        : ['busy'];
  expect(kinds(unit({ status }))).toEqual(expected);
});

test('a missing role is named, and somebody off duty fills none', () => {
  const crew = unit().crew.map((member) => ({ ...member, onDuty: member.role !== 'clinician' }));
  expect(shortfallsOf(policy, unit({ crew }), need)).toEqual([
    { kind: 'short-crew', text: 'No clinician on duty' },
  ]);
  expect(shortfallsOf(policy, unit({ crew: [] }), need)[0]?.text).toBe(
    'No paramedic, no clinician on duty',
  );
});

test('an unknown area is never taken to be inside', () => {
  expect(kinds(unit(), { areaId: null })).toEqual(['out-of-area']);
  expect(kinds(unit(), { areaId: 'elsewhere' })).toEqual(['out-of-area']);
  expect(servesArea({ ...policy.teamTypes[0]!, areas: null }, null)).toBe(true);
});

test.each(LEVELS)('at %s a team with ceiling L2 is held to it', (level) => {
  expect(kinds(unit(), { level })).toEqual(
    level === 'L3' || level === 'L4' ? ['above-ceiling'] : [],
  );
});

test('hours count from their first minute to the one before their last, on their days', () => {
  const hours = [{ days: [2], from: 600, to: 1320 }];
  const team = { ...policy.teamTypes[0]!, hours };
  const at = (minute: number, day = 2): LocalMoment => ({ date: '2026-03-03', day, minute });
  expect([599, 600, 1319, 1320].map((minute) => inService(team, at(minute)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(inService(team, at(700, 3))).toBe(false);
  expect(inService({ ...team, hours: [] }, at(700))).toBe(false);
});

test('a team serves from its first date to the one before its last', () => {
  const team = { ...policy.teamTypes[0]!, effectiveFrom: '2026-03-03', effectiveTo: '2026-03-05' };
  const on = (date: string) => inService(team, { ...NOON, date });
  expect(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map(on)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(shortfallsOf(limited({ effectiveTo: '2026-03-03' }), unit(), need)[0]?.kind).toBe(
    'out-of-hours',
  );
});

test('a busy unit of a team the policy no longer has is busy all the same', () => {
  const stray = unit({ teamType: 'gone', status: 'on-scene', incidentId: 'i2' as IncidentId });
  expect(kinds(stray)).toContain('busy');
});

test('the best come first: nothing against them, then the preferred team, then free longest', () => {
  const fleet = [
    unit({ unitId: 'R1' as UnitId, teamType: 'substance-use', since: '2026-03-01T00:00:00.000Z' }),
    unit({ unitId: 'M3' as UnitId, since: START }),
    unit({ unitId: 'M2' as UnitId, since: '2026-03-02T00:00:00.000Z' }),
    unit({ unitId: 'M1' as UnitId, status: 'on-scene' }),
    unit({ unitId: 'P11' as UnitId, teamType: 'police-cit' }),
  ];
  const ranked = rankUnits(policy, 'behavioral-health', fleet, need);
  expect(ranked.map(({ unitId, recommended }) => [unitId, recommended])).toEqual([
    ['M2', true],
    ['M3', true],
    ['M1', false],
  ]);
  const either = rankUnits(policy, 'substance-use', fleet, need);
  expect(either.map(({ unitId }) => unitId)).toEqual(['R1', 'M2', 'M3', 'M1']);
  expect(ranked.at(-1)?.why).toBe('Busy: on scene');
});

test('a unit with any shortfall is never recommended, and says why', () => {
  const anyUnit = fc.record({
    teamType: fc.constantFrom(...policy.teamTypes.map(({ id }) => id)),
    status: fc.constantFrom(...UNIT_STATUSES),
    onDuty: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    areaId: fc.constantFrom(null, 'uptown', 'west-lawn', 'elsewhere'),
    level: fc.constantFrom(...LEVELS),
  });
  let fit = 0;
  fc.assert(
    fc.property(anyUnit, ({ teamType, status, onDuty, areaId, level }) => {
      const team = policy.teamTypes.find(({ id }) => id === teamType)!;
      const crew = unit({ teamType }).crew.map((member, index) => ({
        ...member,
        onDuty: onDuty[index] ?? true,
      }));
      const who = unit({ teamType, status, crew });
      for (const { id, teamTypes } of policy.responses) {
        const ranked = rankUnits(policy, id, [who], { level, areaId, callType: null, now: NOON });
        expect(ranked).toHaveLength(teamTypes.includes(teamType) ? 1 : 0);
        for (const { recommended, why } of ranked) {
          const may =
            status === 'available' &&
            crew.every((member) => member.onDuty) &&
            (team.areas === null || (areaId !== null && team.areas.includes(areaId))) &&
            LEVELS.indexOf(level) <= LEVELS.indexOf(team.riskCeiling);
          fit += may ? 1 : 0;
          expect(recommended).toBe(may);
          expect(why.trim()).not.toBe('');
        }
      }
    }),
    { numRuns: 2_000 },
  );
  expect(fit).toBeGreaterThan(10);
});
