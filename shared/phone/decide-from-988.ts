import type { Packet988 } from './from-988.ts';
import type { MonitorEvent } from './monitor-events.ts';
import { evolveCall, type CallEvent } from '../call/call-events.ts';
import type { DecideContext } from '../incident/context.ts';
import { answerCall, answerFacts } from '../incident/decide-intake.ts';
import { evolveIncident, type IncidentEvent } from '../incident/incident-events.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';

type Received = Extract<CallEvent, { readonly type: 'call.received' }>;

/**
 * A counselor is on the line with everything they know: the call is answered as it comes in, and what they
 * say of danger is theirs, not the caller's. What they did not say stays not asked.
 */
export function receiveFrom988(
  received: Received,
  incidentId: IncidentId,
  packet: Packet988,
  yes: readonly string[],
  context: DecideContext,
): (CallEvent | IncidentEvent | MonitorEvent)[] | Refusal {
  const stamp = { at: context.now, by: context.by };
  const call = evolveCall(null, received, context.now);
  if (call === null) return refuse('no-call', 'There is no call to answer. Nothing was written.');
  const opened = answerCall(call, incidentId, context);
  if (isRefusal(opened)) return opened;
  let incident: Incident | null = null;
  for (const event of opened)
    if (event.type.startsWith('incident.'))
      incident = evolveIncident(incident, event as IncidentEvent, stamp);
  if (incident === null) return refuse('no-incident', 'The incident could not be opened.');
  const answers =
    yes.length === 0 ? [] : answerFacts(incident, yes, 'yes', 'counselor-was-told', context);
  if (isRefusal(answers)) return answers;
  return [
    received,
    ...opened,
    { type: 'incident.received-from-988', incidentId, packet },
    ...answers,
  ];
}

/** Closes the loop, also long after the incident is closed. */
export function tell988(
  { incidentId, number, from988 }: Incident,
  whom: string,
  said: string,
): IncidentEvent[] | Refusal {
  if (from988 === null)
    return refuse(
      'not-from-988',
      `Incident ${number} did not come from 988, so nobody waits there.`,
    );
  if (whom.trim() === '' || said.trim() === '')
    return refuse('words-needed', 'Write down who was told, and what. Nothing was recorded.');
  return [{ type: 'incident.told-988', incidentId, whom: whom.trim(), said: said.trim() }];
}
