import fc from 'fast-check';
import { expect } from 'vitest';
import { BreakFinder } from './break-finder.ts';
import { wrongExample } from './counter-examples.ts';
import { policy } from './given.ts';
import type { Mutant } from './mutants.ts';
import { NaiveClaims } from './naive-claims.ts';
import { NaivePolicy } from './naive-policy.ts';
import { readings } from './readings.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';
import type { Claim } from '#shared/policy/proof/verdict.ts';

export interface Tried {
  readonly mutant: Mutant;
  /** Claims the verifier says are broken; empty when it accepts the mutant. */
  readonly rejectedFor: readonly Claim[];
  /** Claims the search found broken. */
  readonly found: ReadonlySet<Claim>;
}

const finder = new BreakFinder(policy);

const sampled = fc
  .sample(fc.tuple(readings, fc.nat()), { numRuns: 3_000, seed: 20_260_303 })
  .map(([known, chance]) => ({ point: new NaivePolicy(policy).point(known), chance }));

/** Holds the verdict on one mutant against the search: no miss, no invented counter-example. */
export function tryMutant(mutant: Mutant): Tried {
  const { violations } = verifyPolicy(mutant.policy);
  const rejectedFor = [...new Set(violations.map(({ invariant }) => invariant))];
  const found = finder.find(mutant);
  for (const claim of found) expect(rejectedFor, `${mutant.name} breaks ${claim}`).toContain(claim);
  for (const violation of violations) {
    const wrong = wrongExample(mutant.policy, violation);
    expect(wrong, `${mutant.name}: ${violation.says}`).toBeNull();
  }
  if (violations.length === 0) expect(chanceBreaks(mutant), `${mutant.name} accepted`).toEqual([]);
  return { mutant, rejectedFor, found };
}

/** What a few thousand chance answers break; a mutant that was accepted has to survive them. */
function chanceBreaks({ policy: changed }: Mutant): Claim[] {
  const claims = new NaiveClaims(changed);
  const { naive } = claims;
  const broken = new Set<Claim>();
  for (const { point, chance } of sampled) {
    const fact = chance % naive.facts.length;
    for (const claim of claims.brokenAt(point)) broken.add(claim);
    for (const claim of claims.brokenAlong(fact, naive.along(point, fact))) broken.add(claim);
  }
  return [...broken];
}

/** One line for each kind and each claim: how many were tried, rejected and accepted. */
export function summaryOf(tried: readonly Tried[]): string {
  const accepted = tried.filter(({ rejectedFor }) => rejectedFor.length === 0);
  const kinds = new Set(tried.map(({ mutant }) => mutant.kind));
  const lines = [...kinds].map((kind) => {
    const of = tried.filter(({ mutant }) => mutant.kind === kind);
    const calm = of.filter(({ rejectedFor }) => rejectedFor.length === 0).length;
    return `  ${kind}: ${of.length} tried, ${of.length - calm} rejected, ${calm} accepted`;
  });
  const claims = new Map<Claim, number>();
  for (const { rejectedFor } of tried)
    for (const claim of rejectedFor) claims.set(claim, (claims.get(claim) ?? 0) + 1);
  const byClaim = [...claims].map(([claim, count]) => `${claim} ${count}`).join(', ');
  return [
    `${tried.length} mutants, ${tried.length - accepted.length} rejected, ${accepted.length} accepted and harmless`,
    ...lines,
    `  rejected for: ${byClaim}`,
  ].join('\n');
}

/** The share of the claims the verifier rejects mutants for that the search found broken as well. */
export function agreement(tried: readonly Tried[]): number {
  const claims = tried.flatMap(({ rejectedFor, found }) =>
    rejectedFor.map((each) => found.has(each)),
  );
  return claims.filter(Boolean).length / claims.length;
}
