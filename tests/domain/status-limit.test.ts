import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import {
  holdsForAllOf,
  LIMITED_STATUSES,
  statusLimitFor,
  type Limited,
  type StatusLimit,
} from '#shared/policy/status-limit.ts';
import { LEVELS } from '#shared/routing/level.ts';

const about = (changes: Partial<Limited> = {}): Limited => ({
  status: 'assigned',
  teamType: 'behavioral-health',
  level: 'L2',
  priority: 3,
  ...changes,
});
const minutes = (changes: Partial<Limited>) => {
  const limit = statusLimitFor(policy, about(changes));
  return limit === undefined ? null : [limit.warnMinutes, limit.alertMinutes];
};

test('the shipped limits: shorter from L3 up, and for an ambulance at a hospital', () => {
  expect(minutes({})).toEqual([3, 5]);
  expect(minutes({ level: 'L3' })).toEqual([1, 2]);
  expect(minutes({ level: 'L4', status: 'en-route' })).toEqual([10, 15]);
  expect(minutes({ status: 'at-destination' })).toEqual([30, 45]);
  expect(minutes({ status: 'at-destination', teamType: 'ems' })).toEqual([20, 30]);
  for (const status of LIMITED_STATUSES) expect(minutes({ status }), status).not.toBeNull();
});

test('what is not known counts as the highest, and nobody is available for too long', () => {
  expect(minutes({ level: null })).toEqual([1, 2]);
  const first = { ...policy.statusLimits![1]!, upToPriority: 1, alertMinutes: 4 };
  const limits = { statusLimits: [first, ...policy.statusLimits!] };
  expect(statusLimitFor(limits, about({ priority: 1 }))).toBe(first);
  expect(statusLimitFor(limits, about({ priority: null }))).toBe(first);
  expect(statusLimitFor(limits, about({ priority: 2 }))).not.toBe(first);
  for (const status of ['available', 'off-duty', 'out-of-service'] as const)
    expect(minutes({ status })).toBeNull();
  expect(statusLimitFor({}, about())).toBeUndefined();
});

const TEAMS = ['ems', 'police-cit', 'behavioral-health'];
const limits: fc.Arbitrary<StatusLimit> = fc.record({
  status: fc.constantFrom('assigned', 'on-scene'),
  fromLevel: fc.constantFrom(null, ...LEVELS),
  upToPriority: fc.constantFrom(null, 1, 2, 3),
  teamTypes: fc.option(fc.subarray(TEAMS, { minLength: 1 })),
  warnMinutes: fc.constant(1),
  alertMinutes: fc.constant(2),
  source: fc.constant('a test'),
  verify: fc.constant(true),
});
const units: fc.Arbitrary<Limited> = fc.record({
  status: fc.constantFrom('assigned', 'on-scene', 'available'),
  teamType: fc.constantFrom(...TEAMS),
  level: fc.constantFrom(null, ...LEVELS),
  priority: fc.constantFrom(null, 1, 2, 3, 4),
});

test('a limit another one holds for all of is never the one that is found', () => {
  let covered = 0;
  fc.assert(
    fc.property(limits, limits, units, (first, second, unit) => {
      if (!holdsForAllOf(first, second)) return;
      covered += 1;
      expect(statusLimitFor({ statusLimits: [first, second] }, unit)).not.toBe(second);
    }),
    { numRuns: 2000 },
  );
  expect(covered).toBeGreaterThan(100);
});
