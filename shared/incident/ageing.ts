import { isEmsCalled, type Incident } from './incident.ts';
import type { Facts } from '../facts/fact.ts';
import type { FactDefinition, Policy } from '../policy/policy.ts';
import { isSetBack } from '../timers/running.ts';

/** Facts whose answer is older than the policy lets it stand, and not yet marked. `now` in ms. */
export function staleFacts(incident: Incident, policy: Policy, now: number): string[] {
  const { first, newest } = ageingOf(incident.facts, policy);
  if (now < first && !isSetBack(newest, now)) return [];
  return ageingFacts(incident, policy)
    .filter((fact) => {
      const from = incident.facts[fact.id]?.current.at ?? '';
      return agesAt(incident.facts, fact) <= now || isSetBack(from, now);
    })
    .map(({ id }) => id);
}

interface Ageing {
  /** When the first of the answers ages, in ms. */
  readonly first: number;
  /** When the last of them was given, as an ISO instant; empty when none ages. */
  readonly newest: string;
}

const known = new WeakMap<Facts, Ageing & { readonly policy: Policy }>();

/** Kept by the answers: the watch asks of every open incident, every few seconds. */
function ageingOf(facts: Facts, policy: Policy): Ageing {
  const before = known.get(facts);
  if (before?.policy === policy) return before;
  let [first, newest] = [Infinity, ''];
  for (const fact of policy.facts) {
    const at = agesAt(facts, fact);
    const given = facts[fact.id]?.current.at ?? '';
    if (at < first) first = at;
    if (at !== Infinity && given > newest) newest = given;
  }
  const ageing = { policy, first, newest };
  known.set(facts, ageing);
  return ageing;
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
