import { expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import { exchanges, ruleMutants } from '../support/mutants.ts';
import { agreement, summaryOf, tryMutant } from '../support/mutation-test.ts';

test(
  'of over 600 rules exchanged between gates each that breaks a claim is rejected',
  { timeout: 120_000 },
  () => {
    const tried = [...exchanges(policy)].map(tryMutant);
    process.stdout.write(`${summaryOf(tried)}\n`);
    const rejected = tried.filter(({ rejectedFor }) => rejectedFor.length > 0);
    expect(tried.length).toBeGreaterThan(600);
    expect(rejected.length).toBeGreaterThan(500);
    expect(agreement(tried)).toBeGreaterThan(0.97);
  },
);

test(
  'of over 250 conditions swapped within a gate each that breaks a claim is rejected',
  { timeout: 120_000 },
  () => {
    const swaps = [...ruleMutants(policy)].filter(({ kind }) => kind === 'conditions swapped');
    const tried = swaps.map(tryMutant);
    process.stdout.write(`${summaryOf(tried)}\n`);
    expect(tried.length).toBeGreaterThan(250);
    // Rules of one gate mostly answer alike, so that the order of most of them decides nothing.
    const rejected = tried.filter(({ rejectedFor }) => rejectedFor.length > 0);
    expect(rejected.length).toBeGreaterThan(20);
    expect(rejected.length).toBeLessThan(40);
  },
);
