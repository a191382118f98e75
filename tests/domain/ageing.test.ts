import { expect, test } from 'vitest';
import { fold, incidentId, policy, START } from '../support/given.ts';
import { staleFacts } from '#shared/incident/ageing.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import type { Policy } from '#shared/policy/policy.ts';

const answered: IncidentEvent = {
  type: 'incident.fact-answered',
  incidentId,
  fact: 'threats',
  answer: 'no',
  informant: 'caller-saw',
};
const incident = fold([answered]);
const minutes = (count: number) => Date.parse(START) + count * 60_000;

/** The same policy with another time after which that answer has to be asked again. */
function agesAfter(agesAfterMinutes: number): Policy {
  const facts = policy.facts.map((fact) =>
    fact.id === 'threats' ? { ...fact, agesAfterMinutes } : fact,
  );
  return { ...policy, facts };
}

test('an answer is stale from the minute the policy names, and not before', () => {
  expect(staleFacts(incident, policy, minutes(15) - 1)).toEqual([]);
  expect(staleFacts(incident, policy, minutes(15))).toEqual(['threats']);
  expect(staleFacts(incident, policy, minutes(15) - 1), 'the clock was set back').toEqual([]);
});

test('another policy that comes into force is read anew, in both directions', () => {
  expect(staleFacts(incident, policy, minutes(10))).toEqual([]);
  expect(staleFacts(incident, agesAfter(10), minutes(10))).toEqual(['threats']);
  expect(staleFacts(incident, agesAfter(20), minutes(15))).toEqual([]);
  expect(staleFacts(incident, policy, minutes(15))).toEqual(['threats']);
});

test('an answer that is marked, or given again, counts from there', () => {
  const aged: IncidentEvent = {
    type: 'incident.facts-aged',
    incidentId,
    facts: ['threats'],
    why: 'time',
  };
  const marked = fold([aged], incident);
  expect(staleFacts(marked, policy, minutes(60))).toEqual([]);
  expect(staleFacts(fold([answered], marked), policy, minutes(15))).toEqual(['threats']);
});
