import { expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import { claimMutants, documentMutants, ruleMutants } from '../support/mutants.ts';
import { agreement, summaryOf, tryMutant, type Tried } from '../support/mutation-test.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';

const accepted = (tried: readonly Tried[], kind: string) =>
  tried
    .filter(({ mutant, rejectedFor }) => mutant.kind === kind && rejectedFor.length === 0)
    .map(({ mutant }) => mutant.name);

test('the shipped policy itself is proved', () => {
  expect(verifyPolicy(policy)).toMatchObject({ proved: true, violations: [] });
});

test(
  'of over 800 changed rules each that breaks a claim is rejected, with a true example',
  { timeout: 120_000 },
  () => {
    const mutants = [...ruleMutants(policy)].filter(({ kind }) => kind !== 'conditions swapped');
    const tried = mutants.map(tryMutant);
    process.stdout.write(`${summaryOf(tried)}\n`);
    const rejected = tried.filter(({ rejectedFor }) => rejectedFor.length > 0);
    expect(tried.length).toBeGreaterThan(800);
    expect(rejected.length).toBeGreaterThan(550);
    expect(tried.length - rejected.length).toBeGreaterThan(200);
    // The search is no weaker than the proof, or finding no miss would mean little.
    expect(agreement(tried)).toBeGreaterThan(0.97);
    // Nothing claims that an “unknown” is heard as a danger, or that L2 knows its kinds of call.
    expect(accepted(tried, 'deleted')).toEqual([
      'L3-UNKNOWN-WEAPON-IN-HAND deleted',
      'L3-UNKNOWN-WEAPON-NEARBY deleted',
      'L3-UNKNOWN-ASSAULT-NOW deleted',
      'L3-UNKNOWN-ATTEMPT-NOW deleted',
      'L2-SUBSTANCE deleted',
      'L2-MINOR-OFFENCE deleted',
    ]);
  },
);

test(
  'of over 200 changed responses, teams and gates each that breaks a claim is rejected',
  { timeout: 120_000 },
  () => {
    const tried = [...documentMutants(policy)].map(tryMutant);
    process.stdout.write(`${summaryOf(tried)}\n`);
    const rejected = tried.filter(({ rejectedFor }) => rejectedFor.length > 0);
    expect(tried.length).toBeGreaterThan(200);
    expect(rejected.length).toBeGreaterThan(70);
    const limits = rejected.filter(({ rejectedFor }) => rejectedFor.includes('1'));
    // Police and EMS: four ceilings, by day, on weekdays, one area, one call type, an end; each.
    expect(limits.length).toBeGreaterThanOrEqual(18);
  },
);

test(
  'a policy that claims more is rejected; one that claims less may be accepted, and this is which',
  { timeout: 120_000 },
  () => {
    const tried = [...claimMutants(policy)].map(tryMutant);
    process.stdout.write(`${summaryOf(tried)}\n`);
    expect(tried.length).toBeGreaterThan(200);
    // What the rules happen to keep although nobody claims it.
    expect(accepted(tried, 'claims more').length).toBeLessThan(8);
    const less = tried.filter(({ mutant }) => mutant.kind === 'claims less');
    const caught = less.filter(({ rejectedFor }) => rejectedFor.length > 0);
    // What only one line of the document claims, and what nothing may claim without.
    expect(caught.map(({ mutant }) => mutant.name)).toEqual([
      'weapon-in-hand without a floor',
      'weapon-in-hand at least L0',
      'weapon-in-hand at least L1',
      'weapon-in-hand at least L2',
      'weapon-in-hand at least L3',
      'suicide-high counts hearsay',
      'thoughts counts hearsay',
      'the screen is empty',
    ]);
  },
);
