import type { DecideContext } from './context.ts';
import type { DispositionCode } from './disposition.ts';
import type { Incident, TransferTarget } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import { needsDecision } from './phase.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { servedAfterAll } from './unserved.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

type Answered = IncidentEvent[] | Refusal;

export function takePhone(incident: Incident, by: OperatorId): Answered {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { phone, incidentId } = incident;
  if (phone.state === 'with-clinician' && phone.clinician === by) return [];
  if (phone.state !== 'offered')
    return refuse('not-offered', `Incident ${incident.number} is not waiting for a clinician.`);
  return [{ type: 'phone.taken', incidentId, clinician: by }];
}

/** Starts a transfer. It is complete only when the receiver accepts, and it may come back once (invariant 8). */
export function startTransfer(
  incident: Incident,
  to: TransferTarget,
  operatorId: OperatorId | null,
  by: OperatorId,
): Answered {
  const mine = withMe(incident, by);
  if (mine !== null) return mine;
  if (to === 'clinician' && operatorId === null)
    return refuse('no-receiver', 'Say which clinician takes over.');
  if (operatorId === by) return refuse('receiver-is-you', 'The call is already with you.');
  if (incident.bounces >= 1)
    return refuse(
      'bounced',
      'A transfer already came back once. Stay on the line, or escalate to a team or police/EMS.',
    );
  const { incidentId } = incident;
  return [{ type: 'phone.transfer-started', incidentId, to, operatorId, from: by }];
}

/** The receiver says yes. For 988 the clinician on the line records their yes. */
export function acceptTransfer(incident: Incident, by: OperatorId): Answered {
  const { phone, incidentId } = incident;
  if (phone.state !== 'transferring')
    return refuse('no-transfer', `Incident ${incident.number} is not being transferred.`);
  const { to, operatorId } = phone.transfer;
  if (to === 'clinician' && operatorId !== by)
    return refuse('not-the-receiver', 'Only the clinician it was offered to can accept it.');
  if (to === '988' && phone.clinician !== by)
    return refuse('not-the-receiver', 'Only the clinician on the line can say that 988 accepted.');
  if (to === 'dispatch' && phone.clinician === by)
    return refuse('not-the-receiver', 'A dispatcher has to accept it.');
  const receiver = to === 'dispatch' ? by : operatorId;
  return [{ type: 'phone.transfer-accepted', incidentId, to, operatorId: receiver }];
}

/** The receiver did not take it, or nobody did in time: it goes back to the clinician it came from, and says so. */
export function returnTransfer(incident: Incident, why: string, by: OperatorId | null): Answered {
  const { phone } = incident;
  if (phone.state !== 'transferring')
    return refuse('no-transfer', `Incident ${incident.number} is not being transferred.`);
  const { to, operatorId } = phone.transfer;
  // Null is the clock. Dispatch is everybody there; a named clinician and 988 speak for themselves.
  const concerned = by === null || by === phone.clinician || by === operatorId || to === 'dispatch';
  if (!concerned) return refuse('not-the-receiver', 'This transfer is not yours to return.');
  const reason = why.trim() === '' ? 'The receiver did not accept' : why.trim();
  return [{ type: 'phone.transfer-returned', incidentId: incident.incidentId, why: reason }];
}

/** The conversation needs more than a phone. To police/EMS the caller adds the upgrade itself. */
export function escalatePhone(
  incident: Incident,
  to: 'field' | 'police-ems',
  reason: string,
  { by, policy }: DecideContext,
): Answered {
  const mine = withMe(incident, by);
  if (mine !== null) return mine;
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
  const unitsOut = incident.units.some((unit) => unit.releasedAt === null);
  // Raised, returned or decided otherwise meanwhile: the conversation ends, the incident does not.
  const stillPhone = !needsDecision(incident) && incident.decision?.fill === 'clinician';
  const text = note.trim();
  return [
    // A clinician's closing words are clinical: they never ride on the event police views can read.
    ...(text === ''
      ? []
      : [{ type: 'incident.note-added', incidentId, kind: 'clinical', text } as const]),
    { type: 'phone.resolved', incidentId, outcome },
    ...(unitsOut || !stillPhone
      ? []
      : [
          ...servedAfterAll(incident),
          { type: 'incident.closed', incidentId, disposition: outcome, note: '' } as const,
        ]),
  ];
}

function withMe(incident: Incident, by: OperatorId): Refusal | null {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { phone } = incident;
  if (phone.state === 'with-clinician' && phone.clinician === by) return null;
  return refuse('not-with-you', `The call of incident ${incident.number} is not with you.`);
}
