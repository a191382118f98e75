import { ambulanceWanted, hasBeen, teamsWanted } from './dispatch-staffing.ts';
import type { Look, Room } from './room.ts';
import { isFurtherCaller } from './scenario-catalogue.ts';
import { informantOf, truthOf, type Scenario } from './scenario.ts';
import { whyUnserved } from './why-unserved.ts';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { FactLine, IncidentView } from '#shared/board/incident-view.ts';
import { insteadOfPhone } from '#shared/board/instead-of-phone.ts';
import { isUnarmedOnly } from '#shared/routing/unarmed.ts';

/** Answers that are acted on before the next question. */
const ACT_AT_ONCE = ['weapon-in-hand', 'assault-now', 'attempt-now', 'ledge'];

/**
 * One step of an intake, as a dispatcher takes it: put right what the call type only assumed, send what
 * cannot wait, ask the next question, and decide once no answer can change the response any more.
 */
export function intakeStep(room: Room, look: Look, view: IncidentView): void {
  const { incidentId, callType, recommendation } = view;
  const scenario = room.scenarioOf(incidentId);
  if (callType !== scenario.callType && !view.facts.some((fact) => wasAsked(fact))) {
    room.ask(room.theo, 'incident.set-call-type', { incidentId, callType: scenario.callType });
    return;
  }
  const assumed = view.facts.find(
    (fact) => isAssumed(fact) && truthOf(scenario, fact.id) !== fact.reading,
  );
  if (assumed !== undefined) return answer(room, view, scenario, assumed.id);

  const known = firstReportOf(room, look, view);
  const answeredYes = (fact: string) =>
    view.facts.some(({ id, reading }) => id === fact && reading === 'yes');
  if (known === null && recommendation.level === 'L4' && ACT_AT_ONCE.some(answeredYes)) {
    room.ask(room.theo, 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
    return;
  }
  if (known === null && sendsAmbulance(room, look, view)) return;
  // A rise that a fact caused is decided at once; one that only waits for a question is asked first.
  const pressing =
    view.raised !== null && recommendation.level === 'L3' && !recommendation.provisional;
  const enough = recommendation.level === 'L4' || pressing || (known !== null && hasTold(view));
  const next = enough ? null : nextFact(view);
  if (next !== null) return ask(room, view, scenario, next);
  const instead = insteadOfPhone(view);
  room.ask(room.theo, 'incident.decide', {
    incidentId,
    seen: { level: recommendation.level, response: recommendation.responseId },
    response: instead?.id ?? recommendation.responseId,
    reason: instead === null ? null : 'Nobody took the call by phone.',
    secondPerson: null,
    unserved: whyUnserved(instead?.needsUnservedReason ?? null, 'Nobody took the call by phone.'),
  });
  const noted = view.timeline.some((line) => line.kind === 'note');
  if (scenario.note !== undefined && !noted)
    room.ask(room.theo, 'incident.add-note', { incidentId, kind: 'dispatch', text: scenario.note });
  const kept = view.timeline.some((line) => line.kind === 'justice');
  const { justiceNote: text } = scenario;
  if (text !== undefined && !kept)
    room.ask(room.theo, 'incident.add-note', { incidentId, kind: 'justice', text });
}

/** The incident another caller already opened for the same event, while it is open. */
export function firstReportOf(room: Room, look: Look, view: IncidentView): IncidentRow | null {
  if (!isFurtherCaller(room.scenarioOf(view.incidentId), view.words)) return null;
  const first = look.incidents.find(
    (other) => other.number < view.number && other.address === view.place.address,
  );
  return first ?? null;
}

/** A further caller is heard out on the medical questions; the first report has the rest. */
function hasTold({ facts }: IncidentView): boolean {
  return facts.every((fact) => fact.topic !== 'medical' || fact.reading !== 'not-asked');
}

/**
 * What the policy asks next; then whether the phone could do, which no single answer settles while
 * nobody has to come: able, willing and safe are needed together.
 */
function nextFact({ recommendation, facts }: IncidentView): string | null {
  if (recommendation.next !== null) return recommendation.next.fact;
  const inPerson = facts.find(({ id }) => id === 'in-person-need')?.reading;
  if (recommendation.level !== 'L2' || inPerson !== 'no') return null;
  const phone = facts.filter(({ topic }) => topic === 'phone');
  if (phone.some(({ reading }) => reading === 'no' || reading === 'unknown')) return null;
  return phone.find(({ reading }) => reading === 'not-asked')?.id ?? null;
}

/**
 * Asks again while a team is awaited and the answers have aged: until they are fresh, no unarmed team
 * may go (invariant 2). False when nothing is to be asked.
 */
export function refreshed(room: Room, look: Look, view: IncidentView): boolean {
  const policy = room.policy();
  const { decision, recommendation, incidentId } = view;
  if (policy === null || decision === null || recommendation.next === null) return false;
  if (recommendation.unarmedBar === null || !isUnarmedOnly(policy, decision.response)) return false;
  if (teamsWanted(policy, look, view).length === 0) return false;
  ask(room, view, room.scenarioOf(incidentId), recommendation.next.fact);
  return true;
}

/** Medical help never waits for the other questions (invariant 6). */
function sendsAmbulance(room: Room, look: Look, view: IncidentView): boolean {
  const policy = room.policy();
  if (policy === null || room.calledByRadio.has(view.incidentId)) return false;
  const wanted = ambulanceWanted(policy, view) && !hasBeen(look, view, [policy.services.ems]);
  if (!wanted) return false;
  room.calledByRadio.add(view.incidentId);
  room.ask(room.theo, 'incident.upgrade', { incidentId: view.incidentId, services: ['ems'] });
  return true;
}

/** One answer; or "none of these" once the topic was opened and the caller has nothing to add. */
function ask(room: Room, view: IncidentView, scenario: Scenario, fact: string): void {
  const line = view.facts.find(({ id }) => id === fact);
  const ofTopic = view.facts.filter(({ topic }) => topic === line?.topic);
  const open = ofTopic.filter(({ reading }) => reading === 'not-asked');
  const opened = open.length < ofTopic.length && open.length > 1;
  const nothingToAdd = open.every(({ id }) => truthOf(scenario, id) === 'no');
  if (line === undefined || !opened || !nothingToAdd) return answer(room, view, scenario, fact);
  room.ask(room.theo, 'incident.answer-none', {
    incidentId: view.incidentId,
    topic: line.topic,
    informant: informantOf(scenario),
  });
}

function answer(room: Room, { incidentId }: IncidentView, scenario: Scenario, fact: string): void {
  room.ask(room.theo, 'incident.answer-fact', {
    incidentId,
    fact,
    answer: truthOf(scenario, fact),
    informant: informantOf(scenario),
  });
}

function isAssumed({ record }: FactLine): boolean {
  return record !== null && record.current.informant === 'record';
}

function wasAsked({ record }: FactLine): boolean {
  return record !== null && record.current.informant !== 'record';
}
