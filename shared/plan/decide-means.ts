import type { ClinicalRecord } from './clinical-record.ts';
import { hasWeapon, type MeansDiscussion } from './means.ts';
import type { PlanEvent } from './plan-events.ts';
import type { Answer, Informant } from '../facts/fact.ts';
import type { DecideContext } from '../incident/context.ts';
import { answerFacts } from '../incident/decide-intake.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { Incident } from '../incident/incident.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import { findFact, type Policy } from '../policy/policy.ts';
import { evaluate, readingsOf } from '../routing/evaluate.ts';
import { isHigher } from '../routing/level.ts';

/**
 * What was said about the means, on the clinical record, and what it means for who goes, as answers in
 * the same commit: the level rises by the path every answer takes. It answers yes, or that nobody knows
 * where a no or nothing stood; it never writes a no, and never what would lower the level.
 */
export function discussMeans(
  incident: Incident,
  record: ClinicalRecord,
  discussion: MeansDiscussion,
  informant: Informant,
  context: DecideContext,
): (PlanEvent | IncidentEvent)[] | Refusal {
  const { incidentId } = incident;
  if (discussion.means.length === 0)
    return refuse(
      'no-means',
      'Say which means were talked about. Nothing was put on the record; “Something else” is one of them.',
    );
  const latest = record.means.at(-1)?.value;
  if (latest !== undefined && JSON.stringify(latest) === JSON.stringify(discussion)) return [];
  const discussed: PlanEvent = { type: 'means.discussed', incidentId, discussion };
  // After the call what was said stays worth keeping; there is nobody to send any more.
  if (incident.closed !== null) return [discussed];
  const answer = answerOf(discussion);
  const facts = answer === null ? [] : raisingFacts(incident, discussion, answer, context.policy);
  if (answer === null || facts.length === 0) return [discussed];
  const answered = answerFacts(incident, facts, answer, informant, context);
  return isRefusal(answered) ? answered : [discussed, ...answered];
}

/** A no about the means never answers a question of the policy: whoever asked it answers it. */
function answerOf({ access }: MeansDiscussion): Exclude<Answer, 'no'> | null {
  return access === 'yes' ? 'yes' : access === 'unknown' ? 'unknown' : null;
}

/** The policy's facts that these means answer, and the answer neither repeats nor lowers. */
function raisingFacts(
  incident: Incident,
  discussion: MeansDiscussion,
  answer: 'yes' | 'unknown',
  policy: Policy,
): string[] {
  const { weapon, planned } = policy.means ?? { weapon: null, planned: null };
  const read = readingsOf(incident.facts, policy);
  const before = evaluate(policy, read).level;
  const lowers = (fact: string) =>
    isHigher(before, evaluate(policy, (each) => (each === fact ? answer : read(each))).level);
  const concerned = [
    ...(weapon !== null && hasWeapon(discussion) ? [weapon] : []),
    // A plan is somebody's own yes: that nobody knows about the means does not answer it.
    ...(planned !== null && answer === 'yes' && discussion.meantFor === 'yes' ? [planned] : []),
  ];
  return concerned.filter((fact) => {
    if (findFact(policy, fact) === undefined) return false;
    const known = read(fact);
    const repeats =
      known === 'yes' ? answer !== 'yes' || !incident.facts[fact]?.aged : known === answer;
    return !repeats && !lowers(fact);
  });
}
