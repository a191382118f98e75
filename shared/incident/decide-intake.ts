import { factsOfEarlierCaller } from './ageing.ts';
import type { DecideContext } from './context.ts';
import type { Incident } from './incident.ts';
import type { IncidentEvent, NoteKind } from './incident-events.ts';
import { evolveIncident } from './incident-events.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import type { Place } from './place.ts';
import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/call-events.ts';
import type { Answer, Informant } from '../facts/fact.ts';
import type { IncidentId, OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { carriedNomination } from '../phone/decide-nomination.ts';
import type { MonitorEvent } from '../phone/monitor-events.ts';
import { findFact, type FactTopic } from '../policy/policy.ts';
import { asGivenOf, evaluate, readingsOf, type Readings } from '../routing/evaluate.ts';
import { higherOf, isHigher } from '../routing/level.ts';

/** Answering a waiting call opens its incident, with what the call and its type already state. */
export function answerCall(
  call: Call,
  incidentId: IncidentId,
  { by, policy }: DecideContext,
): (CallEvent | IncidentEvent | MonitorEvent)[] | Refusal {
  if (call.incidentId !== null)
    return refuse('already-answered', `Call ${call.number} is already answered.`);
  const place = { address: call.address, areaId: call.areaId, position: null };
  const stated = policy.callTypes.find((type) => type.code === call.callType)?.states ?? [];
  return [
    { type: 'call.answered', callId: call.callId, incidentId, answeredBy: by },
    {
      type: 'incident.opened',
      incidentId,
      number: call.number,
      callId: call.callId,
      owner: by,
      place,
      callback: call.ani,
      callType: call.callType,
      words: call.words,
    },
    ...stated.map(({ fact, answer }): IncidentEvent => {
      return { type: 'incident.fact-answered', incidentId, fact, answer, informant: 'record' };
    }),
    ...carriedNomination(call, incidentId),
  ];
}

/** `by` owns it from now on: whoever takes it, or whom it is given back to. */
export function takeOwnership(incident: Incident, by: OperatorId): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (incident.owner === by) return [];
  const { incidentId, owner } = incident;
  return [{ type: 'incident.owner-changed', incidentId, from: owner, owner: by }];
}

export function setPlace(
  incident: Incident,
  place: Place,
  callback: string | null,
  { policy }: DecideContext,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (place.areaId !== null && !policy.areas.some((area) => area.id === place.areaId))
    return refuse(
      'unknown-area',
      `The policy has no area “${place.areaId}”. Choose one of its areas.`,
    );
  return [{ type: 'incident.place-set', incidentId: incident.incidentId, place, callback }];
}

export function setCallType(
  incident: Incident,
  callType: string,
  context: DecideContext,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const type = context.policy.callTypes.find((candidate) => candidate.code === callType);
  if (type === undefined)
    return refuse('unknown-call-type', `The policy has no call type “${callType}”.`);
  const { incidentId } = incident;
  // What a person already answered is worth more than what a type states; "unknown" is no answer.
  const read = readingsOf(incident.facts, context.policy);
  const stated = type.states.filter(({ fact }) => ['not-asked', 'unknown'].includes(read(fact)));
  const events: IncidentEvent[] = [
    { type: 'incident.call-type-set', incidentId, callType },
    ...stated.map(({ fact, answer }): IncidentEvent => {
      return { type: 'incident.fact-answered', incidentId, fact, answer, informant: 'record' };
    }),
  ];
  return withRaise(incident, events, context);
}

export function answerFacts(
  incident: Incident,
  facts: readonly string[],
  answer: Answer,
  informant: Informant,
  context: DecideContext,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const unknown = facts.find((fact) => findFact(context.policy, fact) === undefined);
  if (unknown !== undefined)
    return refuse('unknown-fact', `The policy has no fact “${unknown}”. Nothing was recorded.`);
  const reports = facts.map((fact) => ({ fact, answer, informant }));
  return recordFacts(incident, reports, context);
}

/** An answer to a fact of the policy, and who said it. */
export interface FactReport {
  readonly fact: string;
  readonly answer: Answer;
  readonly informant: Informant;
}

/** Answers to known facts, and the level they raise by themselves: all of one commit. */
export function recordFacts(
  incident: Incident,
  reports: readonly FactReport[],
  context: DecideContext,
): IncidentEvent[] {
  const { incidentId } = incident;
  const events = reports.map((report): IncidentEvent => {
    return { type: 'incident.fact-answered', incidentId, ...report };
  });
  return withRaise(incident, events, context);
}

/** "None of these": a no for every fact of a topic that nobody has answered; answered ones stay. */
export function openFactsOf(
  incident: Incident,
  topic: FactTopic,
  { policy }: DecideContext,
): string[] {
  const read = readingsOf(incident.facts, policy);
  return policy.facts
    .filter((fact) => fact.topic === topic && read(fact.id) === 'not-asked')
    .map((fact) => fact.id);
}

/** Weapon, violence and medical answers of an earlier caller have to be asked again (invariant 3). */
export function changeCaller(
  incident: Incident,
  context: DecideContext,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const ageing = factsOfEarlierCaller(incident, context.policy);
  return ageing.length === 0 ? [] : ageFacts(incident, ageing, 'new-caller', context);
}

export function ageFacts(
  incident: Incident,
  facts: readonly string[],
  why: Extract<IncidentEvent, { type: 'incident.facts-aged' }>['why'],
  context: DecideContext,
): IncidentEvent[] {
  const aged: IncidentEvent = {
    type: 'incident.facts-aged',
    incidentId: incident.incidentId,
    facts,
    why,
  };
  // Once a team is on its way, a passed quarter of an hour asks again; it does not call the team back.
  // Nor does “it is worse” raise by itself what only an answer can: it asks for a new decision.
  return why !== 'new-caller' && incident.decision !== null
    ? [aged]
    : withRaise(incident, [aged], context);
}

export function addNote(
  incident: Incident,
  kind: NoteKind,
  text: string,
): IncidentEvent[] | Refusal {
  const trimmed = text.trim();
  if (trimmed === '') return refuse('empty-note', 'The note is empty, so nothing was written.');
  return [{ type: 'incident.note-added', incidentId: incident.incidentId, kind, text: trimmed }];
}

/** Marks a note as taken back. What was written stays and can be read. `note` is its journal entry. */
export function strikeNote(
  { incidentId }: Incident,
  note: number,
  kind: NoteKind,
): IncidentEvent[] {
  return [{ type: 'incident.note-struck', incidentId, note, kind }];
}

/**
 * New facts raise the level by themselves (invariant 4), and a medical yes after the decision is said at
 * once (invariant 6): each is an event of its own.
 */
export function withRaise(
  incident: Incident,
  events: readonly IncidentEvent[],
  { policy, now, by }: DecideContext,
): IncidentEvent[] {
  const { decision } = incident;
  if (decision === null) return [...events];
  let after: Incident | null = incident;
  for (const event of events) after = evolveIncident(after, event, { at: now, by });
  if (after === null) return [...events];
  const { facts } = after;
  const newCaller = events.some(
    (event) => event.type === 'incident.facts-aged' && event.why === 'new-caller',
  );
  // Answers that aged with the clock raise nothing by themselves, or the next harmless answer would.
  const read: Readings = newCaller ? readingsOf(facts, policy) : asGivenOf(facts, policy);
  const then = evaluate(policy, read);
  // Against what was recommended as well as decided: a signed-off lowering is not undone by an answer
  // that changes nothing.
  const decidedOn = higherOf(decision.recommended.level, decision.level);
  const standing = incident.raised?.to ?? decidedOn;
  const known = evaluate(policy, asGivenOf(incident.facts, policy)).alongside.length > 0;
  const medical: IncidentEvent[] =
    known || then.alongside.length === 0
      ? []
      : [
          {
            type: 'incident.medical-found',
            incidentId: incident.incidentId,
            rules: then.reasons
              .filter((reason) => reason.gate === policy.medical.id)
              .map((reason) => reason.rule),
          },
        ];
  if (!isHigher(then.level, standing)) return [...events, ...medical];
  return [
    ...events,
    ...medical,
    {
      type: 'incident.level-raised',
      incidentId: incident.incidentId,
      from: standing,
      to: then.level,
      rules: then.reasons.map((reason) => reason.rule),
    },
  ];
}
