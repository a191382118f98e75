import type { Readings } from './evaluate.ts';
import { TooEntangled } from '../policy/proof/diagram.ts';
import { policyFunction } from '../policy/proof/policy-function.ts';
import type { Policy } from '../policy/policy.ts';

/** Whether the answers nobody gave could still change where a call goes. */
export interface Determinability {
  /** Level and response are the same however every fact that was not asked is answered. */
  readonly determinable: boolean;
  /** The facts on which it depends, in policy order: each can tip it under some answers to the rest. */
  readonly dependsOn: readonly string[];
}

/**
 * Decides it exactly, for every combination of answers to the facts not asked, without listing them: the
 * facts left in the policy's diagram once the known ones are settled are those that matter.
 */
export function determinability(policy: Policy, read: Readings): Determinability {
  const dependsOn = openTo(policy, 'answers', read);
  return { determinable: dependsOn.length === 0, dependsOn };
}

/**
 * Facts nobody has asked that can still change level, response or EMS, in policy order. Exact: a
 * question that is not among them changes nothing any more, whatever else is answered.
 */
export function openQuestions(policy: Policy, read: Readings): string[] {
  return openTo(policy, 'asking', read);
}

function openTo(policy: Policy, what: 'answers' | 'asking', read: Readings): string[] {
  const known = policyFunction(policy);
  // A policy nobody could prove: then every question may matter.
  if (known === null) return unasked(policy, read);
  try {
    return known.openTo(what, read);
  } catch (error) {
    if (error instanceof TooEntangled) return unasked(policy, read);
    throw error;
  }
}

function unasked(policy: Policy, read: Readings): string[] {
  return policy.facts.map(({ id }) => id).filter((id) => read(id) === 'not-asked');
}
