import { createHash } from 'node:crypto';
import type { PolicyInForce } from './desk.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import document from '#shared/policy/default-policy.json' with { type: 'json' };
import type { PolicyEvent } from '#shared/policy/policy-events.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** SHA-256 of the canonical document, hex: the name a decision remembers its policy by. */
export function policyHash(policy: Policy): string {
  return createHash('sha256').update(canonicalJson(policy)).digest('hex');
}

/** The default policy that ships with CareDesk. Every value in it is to be verified by the center. */
export function shippedPolicy(): PolicyInForce {
  const policy = document as unknown as Policy;
  return { policy, hash: policyHash(policy) };
}

/** How a new center gets its first policy: in force at once, and nobody proposed it. */
export function shippedAdoption(now: Date): PolicyEvent {
  return {
    type: 'policy.adopted',
    ...shippedPolicy(),
    effectiveFrom: now.toISOString(),
    how: 'shipped',
    proposedBy: null,
    approvedBy: null,
    reason: 'Came with CareDesk.',
  };
}
