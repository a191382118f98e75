import type { JoinEvent } from './join-events.ts';
import { raisingFacts } from './raising-facts.ts';
import { isWaiting, type Call } from '../call/call.ts';
import type { CallEvent } from '../call/call-events.ts';
import type { Facts } from '../facts/fact.ts';
import type { DecideContext } from '../incident/context.ts';
import { recordFacts } from '../incident/decide-intake.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/**
 * A waiting call is another one about an open incident: it stops waiting. What its call type states with yes is
 * answered there too, as long as it raises: a second caller lowers nothing.
 */
export function joinCall(
  call: Call,
  incident: Incident,
  reasons: readonly string[],
  context: DecideContext,
): (CallEvent | IncidentEvent)[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { number, callId } = call;
  if (!isWaiting(call))
    return refuse(
      'already-answered',
      `Call ${number} does not wait any more. Nothing was joined; look at its incident.`,
    );
  if (call.nomination !== null)
    return refuse(
      'nominated',
      `A clinician asks for call ${number}. Answer them first, then join it. It waits as before.`,
    );
  const { incidentId } = incident;
  return [
    { type: 'call.joined', callId, incidentId, joinedBy: context.by, reasons },
    ...statedBy(call, incident, context),
  ];
}

function statedBy(call: Call, incident: Incident, context: DecideContext): IncidentEvent[] {
  const { policy, now, by } = context;
  const stated = policy.callTypes.find(({ code }) => code === call.callType)?.states ?? [];
  const told: Facts = Object.fromEntries(
    stated.map(({ fact, answer }) => [
      fact,
      { current: { answer, informant: 'record', at: now, by }, earlier: [], aged: false },
    ]),
  );
  const added = Object.keys(raisingFacts(incident.facts, told, policy));
  return recordFacts(
    incident,
    added.map((fact) => ({ fact, answer: 'yes', informant: 'record' })),
    context,
  );
}

/** It was about something else: it waits in the queue again, as long as it has waited already. */
export function partCall(call: Call, reason: string): JoinEvent[] | Refusal {
  const { callId, number, joined, incidentId } = call;
  if (joined === null || incidentId === null)
    return refuse(
      'not-joined',
      `Call ${number} was not joined to another one. Nothing was changed.`,
    );
  return [{ type: 'call.parted', callId, incidentId, joinedAt: joined.at, reason: reason.trim() }];
}

/** Two things, as a person says: neither is suggested for the other again. */
export function tellCallsApart(call: Call, other: Call): JoinEvent[] | Refusal {
  if (call.callId === other.callId)
    return refuse('one-call', `Call ${call.number} is one call. Nothing was changed.`);
  if (call.toldApart.includes(other.callId) || other.toldApart.includes(call.callId)) return [];
  return [{ type: 'call.told-apart', callId: call.callId, other: other.callId }];
}
