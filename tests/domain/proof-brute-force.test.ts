import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrongExample } from '../support/counter-examples.ts';
import { NaiveClaims } from '../support/naive-claims.ts';
import { smallPolicies } from '../support/random-policy.ts';
import { claimsOnTheDocument } from '#shared/policy/proof/document-claims.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';
import type { Claim, Violation } from '#shared/policy/proof/verdict.ts';
import type { Policy } from '#shared/policy/policy.ts';

const POLICIES = Number(process.env['CAREDESK_SMALL_POLICIES'] ?? 500);

const ON_ANSWERS: readonly Claim[] = [
  'one-level',
  'reachable',
  'monotone',
  'floor',
  'needs',
  '2',
  '3',
  '5',
  '6',
  '9',
  '16',
];

/** What the verifier finds broken over the answers and the free teams; the document aside. */
function found(policy: Policy): Violation[] {
  const aside = new Set([...claimsOnTheDocument(policy)].map(({ says }) => says));
  return verifyPolicy(policy).violations.filter(({ says }) => !aside.has(says));
}

test(
  `of ${POLICIES} small policies the proof finds the claims broken that listing everything finds`,
  { timeout: 900_000 },
  () => {
    const count = new Map<Claim | 'none', number>();
    fc.assert(
      fc.property(smallPolicies, (policy) => {
        const listed = new NaiveClaims(policy).brokenAnywhere();
        const violations = found(policy);
        const claims = new Set(violations.map(({ invariant }) => invariant));
        expect([...claims].sort()).toEqual([...listed].sort());
        for (const violation of violations)
          expect(wrongExample(policy, violation), violation.says).toBeNull();
        for (const claim of listed) count.set(claim, (count.get(claim) ?? 0) + 1);
        if (listed.size === 0) count.set('none', (count.get('none') ?? 0) + 1);
      }),
      { numRuns: POLICIES },
    );
    // Every claim is seen to hold and seen to fail, or the agreement would say nothing about it.
    for (const claim of ON_ANSWERS) {
      const broken = count.get(claim) ?? 0;
      expect(broken, `${claim} is broken by some`).toBeGreaterThan(POLICIES / 100);
      expect(POLICIES - broken, `${claim} is kept by some`).toBeGreaterThan(POLICIES / 100);
    }
    process.stdout.write(`broken by how many: ${JSON.stringify(Object.fromEntries(count))}\n`);
  },
);
