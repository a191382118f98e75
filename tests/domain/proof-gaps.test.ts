import { describe, expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import { recommend, type Known } from '../support/readings.ts';
import type { Reading } from '#shared/facts/fact.ts';
import { readPolicy } from '#shared/policy/document/policy-document.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';
import type { Claim } from '#shared/policy/proof/verdict.ts';
import type {
  Condition,
  Policy,
  ResponseDefinition,
  Rule,
  TeamType,
} from '#shared/policy/policy.ts';
import { evaluate } from '#shared/routing/evaluate.ts';

/** Policies made by hand that keep to the letter of the document and yet break a claim. */

const brokenIn = (changed: Policy): Claim[] => {
  expect(readPolicy(JSON.parse(JSON.stringify(changed)))).not.toHaveProperty('problems');
  return verifyPolicy(changed).violations.map(({ invariant }) => invariant);
};

const respondingWith = (id: string, changes: Partial<ResponseDefinition>): Policy => ({
  ...policy,
  responses: policy.responses.map((each) => (each.id === id ? { ...each, ...changes } : each)),
});

const staffedAs = (id: string, ...periods: readonly Partial<TeamType>[]): Policy => ({
  ...policy,
  teamTypes: policy.teamTypes.flatMap((team) =>
    team.id === id ? periods.map((changes) => ({ ...team, ...changes })) : [team],
  ),
});

const withRules = (gate: number, change: (rules: readonly Rule[]) => readonly Rule[]): Policy => ({
  ...policy,
  gates: policy.gates.map((each, at) =>
    at === gate ? { ...each, rules: change(each.rules) } : each,
  ),
});

const overdose: Condition = { fact: 'overdose', is: ['yes'] };
const noOverdose: Condition = { fact: 'overdose', is: ['no', 'unknown', 'not-asked'] };
const calmPhone: Known = {
  ...Object.fromEntries(policy.facts.map(({ id }) => [id, 'no' as const])),
  ...({ behavioral: 'yes', 'can-talk': 'yes', willing: 'yes', 'safe-place': 'yes' } as const),
};

describe('claim 1: police and EMS at any hour', () => {
  test('a year without police between two periods is found', () => {
    const gap = staffedAs(
      'police-cit',
      { effectiveTo: '2027-01-01' },
      { effectiveFrom: '2028-01-01' },
    );
    expect(brokenIn(gap)).toContain('1');
  });

  test('periods that follow each other without a day between them are no gap', () => {
    const changed = staffedAs(
      'police-cit',
      { effectiveTo: '2027-01-01' },
      { effectiveFrom: '2027-01-01' },
    );
    expect(brokenIn(changed)).toEqual([]);
  });

  test('a day shift and a night shift that meet are every hour', () => {
    const days = [0, 1, 2, 3, 4, 5, 6];
    const shifts = [
      { days, from: 420, to: 1140 },
      { days, from: 0, to: 420 },
      { days, from: 1140, to: 1440 },
    ];
    expect(brokenIn(staffedAs('ems', { hours: shifts }))).toEqual([]);
  });

  test('a minute between two shifts is found', () => {
    const days = [0, 1, 2, 3, 4, 5, 6];
    const shifts = [
      { days, from: 0, to: 719 },
      { days, from: 720, to: 1440 },
    ];
    expect(brokenIn(staffedAs('ems', { hours: shifts }))).toContain('1');
  });
});

test('claim 6: an answer that another team than EMS may fill does not send EMS', () => {
  const either = respondingWith('ems', { teamTypes: ['clinician-desk', 'ems'] });
  expect(brokenIn(either)).toContain('6');
});

test('claim 3: not knowing that is answered lower than yes and no is found while EMS goes as well', () => {
  const rule: Rule = {
    id: 'L2-CALM-HOME',
    when: [{ fact: 'domestic-violence', is: ['no'] }, overdose],
    because: 'Nobody in the home is hurt.',
    source: 'made up',
    verify: true,
  };
  const changed = withRules(2, (rules) => [rule, ...rules]);
  const known: Known = { ...calmPhone, overdose: 'yes' };
  const level = (reading: Reading) =>
    evaluate(changed, (fact) => (fact === 'domestic-violence' ? reading : known[fact]!)).level;
  expect([level('yes'), level('no'), level('not-asked')]).toEqual(['L3', 'L2', 'L1']);
  expect(brokenIn(changed)).toContain('3');
});

test('claim 5: context that raises the level is found while EMS goes as well', () => {
  const rule: Rule = {
    id: 'L2-DIAGNOSIS',
    when: [
      { fact: 'diagnosis', is: ['yes'] },
      // So that a team without police goes either way.
      { fact: 'behavioral', is: ['yes'] },
      overdose,
    ],
    because: 'A diagnosis.',
    source: 'made up',
    verify: true,
  };
  const changed = withRules(2, (rules) => [rule, ...rules]);
  const known: Known = { ...calmPhone, overdose: 'yes' };
  const level = (diagnosis: 'yes' | 'no') =>
    evaluate(changed, (fact) => (fact === 'diagnosis' ? diagnosis : known[fact]!)).level;
  expect([level('no'), level('yes')]).toEqual(['L1', 'L2']);
  expect(brokenIn(changed)).toContain('5');
});

test('monotone: a danger that lowers the level is found while EMS goes as well', () => {
  const changed: Policy = {
    ...withRules(1, (rules) =>
      rules.map((rule) =>
        rule.id === 'L3-THREATS' ? { ...rule, when: [...rule.when, noOverdose] } : rule,
      ),
    ),
    facts: policy.facts.map((fact) => {
      if (fact.id !== 'threats') return fact;
      const { atLeast: _, ...rest } = fact;
      return rest;
    }),
  };
  const known: Known = { ...calmPhone, overdose: 'yes' };
  const at = (threats: 'yes' | 'not-asked') => {
    const now = evaluate(changed, (fact) => (fact === 'threats' ? threats : known[fact]!));
    return `${now.level} ${now.response}`;
  };
  // Co-response until somebody asks; once threats are known, a clinician by phone.
  expect([at('not-asked'), at('yes')]).toEqual(['L3 co-response', 'L1 clinician-phone']);
  expect(recommend({ ...known, threats: 'yes' }).level).toBe('L3');
  expect(brokenIn(changed)).toContain('monotone');
});

test('somebody comes: an answer in person without any team is found', () => {
  const nobody = respondingWith('behavioral-health', { teamTypes: [], fallbacks: [] });
  const read = readPolicy(JSON.parse(JSON.stringify(nobody)));
  expect('problems' in read || !verifyPolicy(nobody).proved).toBe(true);
});
