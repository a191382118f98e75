import type { NameOf } from '../incident-row.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { nameOfReceiver } from '#shared/phone/receivers.ts';
import {
  TRANSFER_STEPS,
  type CameBack,
  type ConsentVoice,
  type Transfer,
} from '#shared/phone/transfer.ts';
import {
  isOfTransfer,
  type DialResult,
  type TransferEvent,
} from '#shared/phone/transfer-events.ts';

export const VOICE: Readonly<Record<ConsentVoice, string>> = {
  caller: 'the caller',
  person: 'the person it is about',
  guardian: 'the guardian',
};

const DIALED: Readonly<Record<Exclude<DialResult, 'answered'>, string>> = {
  'no-answer': 'no answer',
  busy: 'busy',
  'wrong-number': 'wrong number',
};

type Said = Pick<TimelineLine, 'text' | 'kind'>;

/** A warm transfer as the timeline says it. Nothing clinical: every role reads it. */
export function sayTransfer(event: TransferEvent, nameOf: NameOf): Said {
  const phone = (text: string): Said => ({ kind: 'phone', text });
  switch (event.type) {
    case 'phone.transfer-started':
      return phone(
        event.line === null
          ? `Transfer offered to ${inside(event, nameOf)}`
          : `Transfer to ${event.line.label} begun`,
      );
    case 'phone.transfer-consented':
      return phone(
        event.consent.given === 'emergency'
          ? 'Consent to the transfer not asked: emergency'
          : `Consent to the transfer: yes, said ${VOICE[event.consent.by]}`,
      );
    case 'phone.transfer-refused':
      return phone(`Consent to the transfer: no, said ${VOICE[event.by]}. Nobody was dialed`);
    case 'phone.transfer-packet-ready':
      return phone('The packet for the transfer is ready');
    case 'phone.dialed':
      return phone(
        event.result === 'answered'
          ? `Dialed ${event.number}: ${event.answeredBy ?? 'somebody'} answered`
          : `Dialed ${event.number}: ${DIALED[event.result]}`,
      );
    case 'phone.transfer-introduced':
      return phone(`Introduced the caller to ${event.receiver}`);
    case 'phone.transfer-accepted': {
      const who = event.receiver ?? inside(event, nameOf);
      const back = event.readBack ? ', who read the packet back' : '';
      return phone(`Transfer accepted by ${who}${back}`);
    }
    case 'phone.transfer-returned':
      return { kind: 'alert', text: `Transfer came back: ${event.why}` };
    case 'phone.transfer-dropped':
      return {
        kind: 'alert',
        text:
          event.whose === 'caller'
            ? 'The line to the caller dropped during the transfer'
            : 'The line to the receiver dropped: to be dialed again',
      };
    case 'phone.transfer-called-off':
      return phone(`Transfer called off: ${event.why}`);
  }
}

function inside({ to, operatorId }: Pick<Transfer, 'to' | 'operatorId'>, nameOf: NameOf): string {
  return operatorId === null ? nameOfReceiver({ to, line: null }) : nameOf(operatorId);
}

/** Where a transfer is going and how far it is, in the words of a queue row. */
export function transferStanding(transfer: Transfer, nameOf: NameOf): string {
  const to = transfer.line?.label ?? inside(transfer, nameOf);
  return `To ${to}: ${TRANSFER_STEPS[transfer.step].label.toLowerCase()}`;
}

/** What the row says of one that failed: short, and nothing anybody typed. */
export function cameBackAttention({ cameBack, closed }: Incident): string | null {
  if (cameBack === null || closed !== null) return null;
  return cameBack.why === null ? 'Line dropped' : `Returned by ${returnedBy(cameBack)}`;
}

export function returnedBy({ from, line }: CameBack): string {
  return nameOfReceiver({
    to: from,
    line: line === null ? null : { id: '', label: line, dial: null },
  });
}

export function announceTransfer(
  event: JournalEvent,
  about: (incidentId: string) => string,
  nameOf: NameOf,
): Announcement[] {
  if (!isOfTransfer(event)) return [];
  const on = about(event.incidentId);
  switch (event.type) {
    case 'phone.transfer-started':
      // Only somebody at a console has to hear of it.
      return event.line === null
        ? [{ text: `${on}: transfer offered to ${inside(event, nameOf)}.`, sound: 'alert' }]
        : [];
    case 'phone.transfer-returned':
      return [{ text: `${on}: the transfer came back, raised.`, sound: 'alert' }];
    case 'phone.transfer-dropped':
      return event.whose === 'caller'
        ? [{ text: `${on}: the line to the caller dropped.`, sound: 'alert' }]
        : [];
    case 'phone.transfer-called-off':
      return [{ text: `${on}: the transfer was called off.`, sound: null }];
    default:
      return [];
  }
}
