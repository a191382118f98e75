import { factsOfEarlierCaller } from './ageing.ts';
import type { DecideContext } from './context.ts';
import { ageFacts } from './decide-intake.ts';
import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { phaseOf } from './phase.ts';
import type { RecontactAnswer } from './recontact-events.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Policy } from '../policy/policy.ts';
import { levelRank } from '../routing/level.ts';
import { minutesAfter, type Running } from '../timers/running.ts';

/** After so many calls in a row that nobody answered, sending somebody is recommended. */
const UNANSWERED_LIMIT = 2;

/**
 * The next call back to a caller who waits: while the incident is held, and while a decided L2 or higher
 * has nobody on the way. It counts from the last call, and before the first from when the wait began. Null
 * while nobody waits, or somebody is on the line.
 */
export function recontactOf(incident: Incident, policy: Policy): Running | null {
  const began = waitingFrom(incident);
  if (began === null) return null;
  const called = incident.recontact.at ?? began;
  // What was due while it was worked on paper nobody could be told of: it counts from when it was entered.
  const entered = incident.backEntered?.at ?? called;
  const from = entered > called ? entered : called;
  return { from, until: minutesAfter(from, policy.promises.recontactMinutes) };
}

function waitingFrom(incident: Incident): string | null {
  const { hold, decision } = incident;
  const phase = phaseOf(incident);
  if (phase === 'closed' || phase === 'on-phone') return null;
  if (phase === 'decided' && decision?.fill === 'unit' && levelRank(decision.level) >= 2)
    return decision.at;
  return hold?.since ?? null;
}

/** Nobody answered twice in a row, and nobody is there or on the way. Never sends by itself. */
export function recommendsSending(incident: Incident): boolean {
  return (
    incident.closed === null &&
    incident.recontact.unanswered >= UNANSWERED_LIMIT &&
    !incident.units.some(({ releasedAt }) => releasedAt === null)
  );
}

/**
 * The caller was called again. *Worse* asks the questions again: what may have changed counts as not asked,
 * the hold ends, and a person decides anew. Only facts raise the level.
 */
export function recontact(
  incident: Incident,
  answer: RecontactAnswer,
  context: DecideContext,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { incidentId, number } = incident;
  if (recontactOf(incident, context.policy) === null)
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
    recommends: unanswered >= UNANSWERED_LIMIT ? 'send' : null,
  };
  if (answer !== 'worse') return [called];
  const again = factsOfEarlierCaller(incident, context.policy);
  return again.length === 0 ? [called] : [called, ...ageFacts(incident, again, 'worse', context)];
}
