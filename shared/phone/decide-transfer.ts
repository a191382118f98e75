import { closedWithPhone } from './closed-with-phone.ts';
import { onTheLine } from './on-the-line.ts';
import { nameOfReceiver, notPossible, type TransferReceiver } from './receivers.ts';
import {
  TRANSFER_STEPS,
  type ConsentVoice,
  type Transfer,
  type TransferAct,
  type TransferTarget,
} from './transfer.ts';
import type { DialResult } from './transfer-events.ts';
import type { DispositionCode } from '../incident/disposition.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import type { OperatorId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';

type Answered = IncidentEvent[] | Refusal;

/** Starts a transfer. It is complete only when the receiver accepts, and it may come back once (invariant 8). */
export function startTransfer(
  incident: Incident,
  receiver: TransferReceiver,
  by: OperatorId,
): Answered {
  const elsewhere = onTheLine(incident, by);
  if (elsewhere !== null) return elsewhere;
  const { phone, incidentId, number } = incident;
  if (phone.state === 'transferring')
    return refuse(
      'already-transferring',
      `The call of incident ${number} is being transferred to ${nameOfReceiver(phone.transfer)}. Finish that, or take it back first.`,
    );
  const against = notPossible(incident, receiver, by);
  if (against !== null) return against;
  const { to } = receiver;
  const operatorId = to === 'clinician' ? receiver.operatorId : null;
  const line = 'line' in receiver ? receiver.line : null;
  return [{ type: 'phone.transfer-started', incidentId, to, operatorId, from: by, line }];
}

/** What was said about it, and who said it; null for who when there was no time to ask. */
export function answerConsent(
  incident: Incident,
  answer: 'yes' | 'no' | 'emergency',
  voice: ConsentVoice | null,
  by: OperatorId,
): Answered {
  const transfer = recorded(incident, 'consent', by);
  if (isRefusal(transfer)) return transfer;
  const { incidentId } = incident;
  if (answer === 'emergency')
    return [{ type: 'phone.transfer-consented', incidentId, consent: { given: 'emergency' } }];
  if (voice === null)
    return refuse(
      'voice-needed',
      'Write down who said it: the caller, the person it is about, or who decides for them. Nothing was recorded.',
    );
  if (answer === 'no') return [{ type: 'phone.transfer-refused', incidentId, by: voice }];
  const consent = { given: 'said-yes', by: voice } as const;
  return [{ type: 'phone.transfer-consented', incidentId, consent }];
}

export function packetReady(incident: Incident, by: OperatorId): Answered {
  const transfer = recorded(incident, 'packet', by);
  if (isRefusal(transfer)) return transfer;
  return [{ type: 'phone.transfer-packet-ready', incidentId: incident.incidentId }];
}

export interface DialAttempt {
  readonly number: string;
  readonly result: DialResult;
  /** Name of who answered. */
  readonly answeredBy: string | null;
}

/**
 * One attempt at a number, whoever dialed it and for whatever reason. Dialed by the clinician on the line for a
 * transfer it is the transfer's, and an answer with a name makes it three.
 */
export function logDial(
  incident: Incident,
  { number, result, answeredBy }: DialAttempt,
  by: OperatorId,
): Answered {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { phone, incidentId } = incident;
  const name = answeredBy?.trim() ?? '';
  if (result === 'answered' && name === '')
    return refuse(
      'name-needed',
      'Write down the name of who answered. The attempt was not recorded.',
    );
  const forTransfer =
    phone.state === 'transferring' &&
    phone.clinician === by &&
    TRANSFER_STEPS[phone.transfer.step].allows.includes('dial');
  const line = forTransfer ? (phone.transfer.line?.id ?? null) : null;
  const who = result === 'answered' ? name : null;
  return [{ type: 'phone.dialed', incidentId, number, line, result, answeredBy: who }];
}

/** The caller and the receiver know of each other by name. */
export function introduce(incident: Incident, receiver: string, by: OperatorId): Answered {
  const transfer = recorded(incident, 'introduce', by);
  if (isRefusal(transfer)) return transfer;
  const name = receiver.trim();
  if (name === '')
    return refuse(
      'name-needed',
      'Write down who you introduced the caller to. Nothing was recorded; the caller is still with you.',
    );
  return [{ type: 'phone.transfer-introduced', incidentId: incident.incidentId, receiver: name }];
}

/**
 * The receiver says yes. Inside the center they say it at their own console; for an outside line the clinician
 * who has both on the phone records their word, once the packet was read back.
 */
export function acceptTransfer(incident: Incident, readBack: boolean, by: OperatorId): Answered {
  const transfer = running(incident);
  if (isRefusal(transfer)) return transfer;
  const against = notTheReceiver(incident, transfer, by) ?? notNow(incident, transfer, 'accept');
  if (against !== null) return against;
  const { incidentId } = incident;
  const { to, operatorId } = transfer;
  // One that was offered before there were steps has neither a name nor a packet.
  const receiver = transfer.step === 'introduced' ? transfer.receiver : null;
  if (receiver !== null && !readBack)
    return refuse(
      'read-back-needed',
      `Let ${receiver} read the packet back first. Nothing was recorded; the caller is still with you.`,
    );
  const accepted: IncidentEvent = {
    type: 'phone.transfer-accepted',
    incidentId,
    to,
    operatorId: to === 'dispatch' ? by : operatorId,
    receiver,
    readBack: receiver !== null,
  };
  const outcome = ENDS_AS[to];
  return outcome === undefined ? [accepted] : [accepted, ...closedWithPhone(incident, outcome)];
}

/** How a conversation ends by who has the caller now. A team that goes to them is not the end. */
const ENDS_AS: Partial<Readonly<Record<TransferTarget, DispositionCode>>> = {
  '988': '988-accepted',
  partner: 'referred',
};

function notTheReceiver({ phone }: Incident, transfer: Transfer, by: OperatorId): Refusal | null {
  const { to, operatorId, from } = transfer;
  const onLine = phone.state === 'transferring' ? phone.clinician : from;
  if (to === 'clinician')
    return operatorId === by
      ? null
      : refuse('not-the-receiver', 'Only the clinician it was offered to can accept it.');
  if (to === 'dispatch')
    return onLine === by ? refuse('not-the-receiver', 'A dispatcher has to accept it.') : null;
  return onLine === by
    ? null
    : refuse(
        'not-the-receiver',
        `Only the clinician on the line can say that ${nameOfReceiver(transfer)} accepted.`,
      );
}

/**
 * The receiver did not take it, or nobody did in time: it goes back to the clinician it came from, and says so.
 * Taken back before anybody was reached, nothing has failed.
 */
export function returnTransfer(incident: Incident, why: string, by: OperatorId | null): Answered {
  const transfer = running(incident);
  if (isRefusal(transfer)) return transfer;
  const { phone, incidentId } = incident;
  const { to, operatorId, from, step } = transfer;
  const onLine = phone.state === 'transferring' ? phone.clinician : from;
  // Null is the clock. Dispatch is everybody there; a named clinician and outside lines speak for themselves.
  const concerned = by === null || by === onLine || by === operatorId || to === 'dispatch';
  if (!concerned) return refuse('not-the-receiver', 'This transfer is not yours to return.');
  const said = why.trim();
  return by !== null && !TRANSFER_STEPS[step].reachedOut
    ? [{ type: 'phone.transfer-called-off', incidentId, why: said || 'Taken back' }]
    : [
        {
          type: 'phone.transfer-returned',
          incidentId,
          why: said || 'The receiver did not accept',
        },
      ];
}

/** A line is gone: without the receiver it is dialed again; without the caller there is nothing to transfer. */
export function dropLine(
  incident: Incident,
  whose: 'caller' | 'receiver',
  by: OperatorId,
): Answered {
  const act = whose === 'caller' ? 'drop-caller' : 'drop-receiver';
  const transfer = recorded(incident, act, by);
  if (isRefusal(transfer)) return transfer;
  return [{ type: 'phone.transfer-dropped', incidentId: incident.incidentId, whose }];
}

/** Ends whatever transfer runs, in order, before something more urgent. Never refused. */
export function callOffTransfer({ phone, incidentId }: Incident, why: string): IncidentEvent[] {
  return phone.state === 'transferring'
    ? [{ type: 'phone.transfer-called-off', incidentId, why }]
    : [];
}

/** The transfer, when the clinician on the line may record this of it now. */
function recorded(incident: Incident, act: TransferAct, by: OperatorId): Transfer | Refusal {
  const transfer = running(incident);
  if (isRefusal(transfer)) return transfer;
  return onTheLine(incident, by) ?? notNow(incident, transfer, act) ?? transfer;
}

function running({ phone, number }: Incident): Transfer | Refusal {
  return phone.state === 'transferring'
    ? phone.transfer
    : refuse('no-transfer', `Incident ${number} is not being transferred.`);
}

function notNow({ number }: Incident, { step }: Transfer, act: TransferAct): Refusal | null {
  const { label, allows, first } = TRANSFER_STEPS[step];
  return allows.includes(act)
    ? null
    : refuse(
        'not-at-this-step',
        `The transfer of incident ${number} stands at “${label}”: ${first}. Nothing was recorded.`,
      );
}
