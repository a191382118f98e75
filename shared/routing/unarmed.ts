import type { Recommendation } from './recommendation.ts';
import { findFact, findResponse, type Policy } from '../policy/policy.ts';

/**
 * Why an unarmed-only response may not go now, or null when it may (invariant 2): an L4 fact is yes, or
 * weapon, violence or medical is not asked. `now` is what the policy recommends. No override and no second
 * person lifts this.
 */
export function unarmedBar(policy: Policy, now: Recommendation): string | null {
  if (now.level === 'L4') {
    const fired = now.reasons.find((reason) => reason.gate !== policy.medical.id);
    return `An unarmed team may not go: ${fired?.because ?? 'the level is L4.'}`;
  }
  const missing = now.unasked[0];
  if (missing === undefined) return null;
  const label = findFact(policy, missing)?.label ?? missing;
  return `Ask first: “${label}” has not been asked, so no unarmed-only response may go.`;
}

export function isUnarmedOnly(policy: Policy, responseId: string): boolean {
  return findResponse(policy, responseId).unarmedOnly;
}
