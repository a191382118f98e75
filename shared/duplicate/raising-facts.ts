import type { FactRecord, Facts } from '../facts/fact.ts';
import type { Policy } from '../policy/policy.ts';
import { evaluate, readingsOf } from '../routing/evaluate.ts';
import { isHigher } from '../routing/level.ts';

/**
 * Of what was answered elsewhere with yes, what can be added here without anything becoming less: no level falls, and no
 * ambulance is taken back. What is not a yes here counts as open: another caller may know.
 */
export function raisingFacts(
  facts: Facts,
  elsewhere: Facts,
  policy: Policy,
): Readonly<Record<string, FactRecord>> {
  const added: Record<string, FactRecord> = {};
  let now = evaluate(policy, readingsOf(facts, policy));
  for (const { id } of policy.facts) {
    const record = elsewhere[id];
    if (record?.current.answer !== 'yes' || facts[id]?.current.answer === 'yes') continue;
    const then = evaluate(policy, readingsOf({ ...facts, ...added, [id]: record }, policy));
    if (isHigher(now.level, then.level) || then.alongside.length < now.alongside.length) continue;
    added[id] = record;
    now = then;
  }
  return added;
}
