import { expect, test } from 'vitest';
import { NOON, policy, unit } from '../support/given.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Policy, TeamType } from '#shared/policy/policy.ts';
import { LEVELS } from '#shared/routing/level.ts';
import {
  inService,
  inServiceUntil,
  isHard,
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

test('it says until when it serves today, over entries that follow each other', () => {
  const until = (minute: number, ...hours: [from: number, to: number][]) =>
    inServiceUntil(
      { ...policy.teamTypes[0]!, hours: hours.map(([from, to]) => ({ days: [2], from, to })) },
      { date: '2026-03-03', day: 2, minute },
    );
  expect(until(700, [600, 1320])).toBe(1320);
  expect(until(700, [600, 800], [800, 900])).toBe(900);
  expect(until(700, [800, 900], [600, 800])).toBe(900);
  expect(until(850, [600, 800])).toBeNull();
  expect(until(700, [0, 1440])).toBeNull();
});

test.each([
  ['off-duty', true],
  ['busy', true],
  ['short-crew', true],
  ['above-ceiling', true],
  ['unknown-team', true],
  ['out-of-hours', false],
  ['out-of-area', false],
  ['other-call-type', false],
] as const)('%s is talked away by nobody: %s', (kind, hard) => {
  expect(isHard({ kind, text: '' })).toBe(hard);
});
