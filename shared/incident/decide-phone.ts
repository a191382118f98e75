import type { DecideContext } from './context.ts';
import type { DispositionCode } from './disposition.ts';
import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { Refusal } from '../lib/refusal.ts';
import { closedWithPhone } from '../phone/closed-with-phone.ts';
import { callOffTransfer } from '../phone/decide-transfer.ts';
import { onTheLine, withMe } from '../phone/on-the-line.ts';

type Answered = IncidentEvent[] | Refusal;

/**
 * The conversation needs more than a phone, also in the middle of a transfer, which ends with it. To
 * police/EMS the caller adds the upgrade itself.
 */
export function escalatePhone(
  incident: Incident,
  to: 'field' | 'police-ems',
  reason: string,
  { by, policy }: DecideContext,
): Answered {
  const elsewhere = onTheLine(incident, by);
  if (elsewhere !== null) return elsewhere;
  const { incidentId } = incident;
  const text = reason.trim() === '' ? 'The clinician asks for somebody in person' : reason.trim();
  const inPerson: IncidentEvent = {
    type: 'incident.fact-answered',
    incidentId,
    fact: policy.inPersonFact,
    answer: 'yes',
    informant: 'responder',
  };
  return [
    ...callOffTransfer(incident, 'Somebody has to go in person'),
    ...(to === 'field' ? [inPerson] : []),
    { type: 'phone.escalated', incidentId, to, reason: text },
  ];
}

export function resolvePhone(
  incident: Incident,
  outcome: DispositionCode,
  note: string,
  by: OperatorId,
): Answered {
  const mine = withMe(incident, by);
  if (mine !== null) return mine;
  const { incidentId } = incident;
  const text = note.trim();
  return [
    // A clinician's closing words are clinical: they never ride on the event police views can read.
    ...(text === ''
      ? []
      : [{ type: 'incident.note-added', incidentId, kind: 'clinical', text } as const]),
    { type: 'phone.resolved', incidentId, outcome },
    ...closedWithPhone(incident, outcome),
  ];
}
