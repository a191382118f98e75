import { isEmsCalled, type Incident } from './incident.ts';
import type { FactDefinition, Policy } from '../policy/policy.ts';

/** Facts whose answer is older than the policy lets it stand, and not yet marked. `now` in ms. */
export function staleFacts(incident: Incident, policy: Policy, now: number): string[] {
  return ageingFacts(incident, policy)
    .filter(({ id, agesAfterMinutes }) => {
      const record = incident.facts[id];
      if (record === undefined || agesAfterMinutes === null) return false;
      return now - Date.parse(record.current.at) >= agesAfterMinutes * 60_000;
    })
    .map(({ id }) => id);
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
