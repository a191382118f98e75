import { factsOfEarlierCaller } from './ageing.ts';
import type { DecideContext } from './context.ts';
import { ageFacts } from './decide-intake.ts';
import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { isLost, isTalking, phaseOf } from './phase.ts';
import type { RecontactAdvice, RecontactAnswer } from './recontact-events.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { phoneDeskOf } from '../policy/phone-desk.ts';
import type { Policy } from '../policy/policy.ts';
import { levelRank } from '../routing/level.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { ScreenRisk } from '../phone/ending.ts';
import { lostCheckOf, UNANSWERED_LIMIT } from '../phone/lost-caller.ts';
import { screenRiskOf } from '../phone/screen-risk.ts';
import { minutesAfter, type Running } from '../timers/running.ts';

/**
 * The next call back to a caller who waits: while the incident is held, and while a decided L2 or higher
 * has nobody on the way; and to a caller who was lost, until somebody is on the way. It counts from the
 * last call, and before the first from when the wait began. Null while nobody waits, or somebody is on the
 * line.
 */
export function recontactOf(incident: Incident, policy: Policy): Running | null {
  const began = waitingFrom(incident);
  if (began === null) return null;
  const called = incident.recontact.at ?? began;
  // What was due while it was worked on paper nobody could be told of: it counts from when it was entered.
  const entered = incident.backEntered?.at ?? called;
  const from = entered > called ? entered : called;
  const minutes = isLost(incident)
    ? phoneDeskOf(policy).lostCallerMinutes
    : policy.promises.recontactMinutes;
  return { from, until: minutesAfter(from, minutes) };
}

function waitingFrom(incident: Incident): string | null {
  const { hold, decision, phone } = incident;
  if (isLost(incident)) return phone.state === 'lost' ? phone.since : null;
  const phase = phaseOf(incident);
  if (phase === 'closed' || isTalking(incident)) return null;
  if (phase === 'decided' && decision?.fill === 'unit' && levelRank(decision.level) >= 2)
    return decision.at;
  return hold?.since ?? null;
}

/** Nobody answered twice in a row, and nobody is there or on the way. Never sends by itself. */
export function recommendsSending(incident: Incident): boolean {
  return (
    incident.closed === null &&
    incident.phone.state !== 'lost' &&
    incident.recontact.unanswered >= UNANSWERED_LIMIT &&
    !incident.units.some(({ releasedAt }) => releasedAt === null)
  );
}

/**
 * The caller was called again. *Worse* asks the questions again: what may have changed counts as not asked,
 * the hold ends, and a person decides anew. Only facts raise the level. A caller who was lost is found by
 * any answer: `clinician` has them on the line then, and without one a clinician is wanted again.
 */
export function recontact(
  incident: Incident,
  answer: RecontactAnswer,
  context: DecideContext,
  clinician: OperatorId | null = null,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { incidentId, number, phone } = incident;
  if (phone.state !== 'lost' && recontactOf(incident, context.policy) === null)
    return refuse(
      'nobody-waits',
      `Nobody waits on incident ${number}: it is not held, and no team is missing. Nothing was recorded; write a note (m).`,
    );
  const unanswered = answer === 'no-answer' ? incident.recontact.unanswered + 1 : 0;
  const called: IncidentEvent = {
    type: 'incident.caller-recontacted',
    incidentId,
    answer,
    unanswered,
    recommends: adviceAfter(incident, unanswered, context.policy),
  };
  if (phone.state === 'lost' && answer !== 'no-answer')
    return [called, { type: 'phone.caller-found', incidentId, clinician }, ...askedAgain()];
  return [called, ...askedAgain()];

  function askedAgain(): IncidentEvent[] {
    if (answer !== 'worse') return [];
    const again = factsOfEarlierCaller(incident, context.policy);
    return again.length === 0 ? [] : ageFacts(incident, again, 'worse', context);
  }
}

/** What is recommended after so many calls in a row nobody answered; a person does it. */
export function adviceAfter(
  incident: Incident,
  unanswered: number,
  policy: Policy,
  risk: ScreenRisk | null = screenRiskOf(incident.facts, [], policy),
): RecontactAdvice | null {
  if (incident.phone.state === 'lost') return lostCheckOf(incident, unanswered, risk, policy);
  return unanswered >= UNANSWERED_LIMIT ? 'send' : null;
}
