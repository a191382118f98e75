import { TRANSFER_STEPS, type CameBack, type Transfer } from './transfer.ts';
import type { TransferEvent } from './transfer-events.ts';
import type { Incident, Phone } from '../incident/incident.ts';
import type { Stamp } from '../incident/incident-events.ts';

type Transferring = Extract<Phone, { readonly state: 'transferring' }>;

/** The incident after one more event of its transfer. */
export function evolveTransfer(incident: Incident, event: TransferEvent, stamp: Stamp): Incident {
  const { phone } = incident;
  const { at } = stamp;
  if (event.type === 'phone.transfer-started') {
    const { to, operatorId, from, line } = event;
    const begun = { to, operatorId, from, line, startedAt: at, since: at, passed: [] };
    // The conversation goes on while somebody else is asked to take it: its clock runs through.
    const since = phone.state === 'with-clinician' ? phone.since : at;
    const transfer: Transfer = { ...begun, step: line === null ? 'offered' : 'consent' };
    return {
      ...incident,
      cameBack: null,
      phone: { state: 'transferring', since, clinician: from, transfer },
    };
  }
  return phone.state === 'transferring' ? evolveRunning(incident, phone, event, stamp) : incident;
}

function evolveRunning(
  incident: Incident,
  phone: Transferring,
  event: Exclude<TransferEvent, { readonly type: 'phone.transfer-started' }>,
  { at, by }: Stamp,
): Incident {
  const { transfer } = phone;
  const on = (now: Transfer): Incident => ({ ...incident, phone: { ...phone, transfer: now } });
  const back: Phone = { state: 'with-clinician', since: phone.since, clinician: phone.clinician };
  switch (event.type) {
    case 'phone.transfer-consented':
      return on({ ...after(transfer, at), step: 'packet', consent: event.consent });
    case 'phone.transfer-refused':
      return { ...incident, phone: back, consentRefused: { by: event.by, at } };
    case 'phone.transfer-packet-ready': {
      if (transfer.step !== 'packet') return incident;
      const { consent } = transfer;
      const packet = { preparedBy: by, preparedAt: at };
      return on({ ...after(transfer, at), step: 'dialing', consent, packet });
    }
    case 'phone.dialed': {
      if (transfer.step !== 'dialing' || event.line === null || event.answeredBy === null)
        return incident;
      const { consent, packet } = transfer;
      const receiver = event.answeredBy;
      return on({ ...after(transfer, at), step: 'three-way', consent, packet, receiver });
    }
    case 'phone.transfer-introduced': {
      if (transfer.step !== 'three-way') return incident;
      const { consent, packet } = transfer;
      const { receiver } = event;
      return on({ ...after(transfer, at), step: 'introduced', consent, packet, receiver });
    }
    case 'phone.transfer-dropped': {
      if (event.whose === 'caller')
        return { ...incident, phone: back, cameBack: cameBack(transfer, null, at) };
      if (transfer.step !== 'three-way' && transfer.step !== 'introduced') return incident;
      const { consent, packet } = transfer;
      return on({ ...after(transfer, at), step: 'dialing', consent, packet });
    }
    case 'phone.transfer-called-off':
      return { ...incident, phone: back };
    case 'phone.transfer-returned':
      return {
        ...incident,
        bounces: incident.bounces + (TRANSFER_STEPS[transfer.step].reachedOut ? 1 : 0),
        cameBack: cameBack(transfer, event.why, at),
        phone: back,
      };
    case 'phone.transfer-accepted':
      return accepted(incident, transfer, event, at);
  }
}

function accepted(
  incident: Incident,
  { line, to }: Transfer,
  event: Extract<TransferEvent, { readonly type: 'phone.transfer-accepted' }>,
  at: string,
): Incident {
  const owner = event.operatorId ?? incident.owner;
  if (event.to === 'clinician' && event.operatorId !== null)
    return {
      ...incident,
      owner,
      fromLine: null,
      phone: { state: 'with-clinician', since: at, clinician: event.operatorId },
    };
  const team = { label: line?.label ?? 'A team', receiver: event.receiver ?? '', at };
  return {
    ...incident,
    owner,
    fromLine: null,
    joined: to === 'team' ? [...incident.joined, team] : incident.joined,
    returned: event.to === 'dispatch' ? 'Transferred back to dispatch by the clinician' : null,
    phone: { state: 'ended', since: at },
  };
}

function cameBack({ to, line }: Transfer, why: string | null, at: string): CameBack {
  return { from: to, line: line?.label ?? null, why, at };
}

/** What every step has, at the beginning of the next one. */
function after(transfer: Transfer, at: string) {
  const { to, operatorId, from, line, startedAt, step, since, passed } = transfer;
  const done = [...passed, { step, since }];
  return { to, operatorId, from, line, startedAt, since: at, passed: done };
}
