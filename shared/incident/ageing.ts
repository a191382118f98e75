import { isEmsCalled, type Incident } from './incident.ts';
import type { Facts } from '../facts/fact.ts';
import type { FactDefinition, Policy } from '../policy/policy.ts';

/** Facts whose answer is older than the policy lets it stand, and not yet marked. `now` in ms. */
export function staleFacts(incident: Incident, policy: Policy, now: number): string[] {
  if (now < firstAgeing(incident.facts, policy)) return [];
  return ageingFacts(incident, policy)
    .filter((fact) => agesAt(incident.facts, fact) <= now)
    .map(({ id }) => id);
}

const ageing = new WeakMap<Facts, { readonly policy: Policy; readonly first: number }>();

/** When the first of these answers ages, in ms: the watch asks of every open incident, every few seconds. */
function firstAgeing(facts: Facts, policy: Policy): number {
  const known = ageing.get(facts);
  if (known?.policy === policy) return known.first;
  const first = Math.min(...policy.facts.map((fact) => agesAt(facts, fact)));
  ageing.set(facts, { policy, first });
  return first;
}

/** Never, when the policy lets it stand or it is marked already. */
function agesAt(facts: Facts, { id, agesAfterMinutes }: FactDefinition): number {
  const record = facts[id];
  if (record === undefined || record.aged || agesAfterMinutes === null) return Infinity;
  return Date.parse(record.current.at) + agesAfterMinutes * 60_000;
}

/** Answers an earlier caller gave that the next one has to be asked for again. */
export function factsOfEarlierCaller(incident: Incident, policy: Policy): string[] {
  return ageingFacts(incident, policy).map(({ id }) => id);
}

function ageingFacts(incident: Incident, policy: Policy): FactDefinition[] {
  return policy.facts.filter(
    (fact) =>
      fact.agesAfterMinutes !== null &&
      incident.facts[fact.id]?.aged === false &&
      !keepsEmsComing(incident, fact.id, policy),
  );
}

/**
 * An "unknown" because of which EMS is wanted does not go stale before EMS is called: counted as not
 * asked it would take EMS back, and the passing of time may never send less (invariants 3 and 6).
 */
function keepsEmsComing(incident: Incident, factId: string, policy: Policy): boolean {
  if (isEmsCalled(incident) || incident.facts[factId]?.current.answer !== 'unknown') return false;
  return policy.medical.rules.some(({ when }) =>
    when.some(({ fact, is }) => fact === factId && is.includes('unknown')),
  );
}
