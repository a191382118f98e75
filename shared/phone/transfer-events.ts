import type { ConsentVoice, OutsideLine, TransferConsent, TransferTarget } from './transfer.ts';
import type { IncidentId, OperatorId } from '../lib/brand.ts';

type On<Type extends string, Body> = {
  readonly type: Type;
  readonly incidentId: IncidentId;
} & Readonly<Body>;

export const DIAL_RESULTS = ['answered', 'no-answer', 'busy', 'wrong-number'] as const;
export type DialResult = (typeof DIAL_RESULTS)[number];

/** What happened to a warm transfer. */
export type TransferEvent =
  | On<
      'phone.transfer-started',
      {
        to: TransferTarget;
        operatorId: OperatorId | null;
        from: OperatorId;
        /** Null inside the center. */
        line: OutsideLine | null;
      }
    >
  | On<'phone.transfer-consented', { consent: TransferConsent }>
  /** Nobody is dialed: the caller stays with the clinician. */
  | On<'phone.transfer-refused', { by: ConsentVoice }>
  | On<'phone.transfer-packet-ready', object>
  /** One attempt. `line` is the receiver it was for; null for a call that belongs to no transfer. */
  | On<
      'phone.dialed',
      { number: string; line: string | null; result: DialResult; answeredBy: string | null }
    >
  | On<'phone.transfer-introduced', { receiver: string }>
  | On<
      'phone.transfer-accepted',
      {
        to: TransferTarget;
        operatorId: OperatorId | null;
        /** Who accepted for an outside line. */
        receiver: string | null;
        /** What was handed over was read back and right. */
        readBack: boolean;
      }
    >
  /** The receiver did not take it, or nobody did in time: raised, to its origin. */
  | On<'phone.transfer-returned', { why: string }>
  /** One of the lines is gone while the transfer ran. */
  | On<'phone.transfer-dropped', { whose: 'caller' | 'receiver' }>
  /** Ended in order by who is on the line, or because something more urgent was done. */
  | On<'phone.transfer-called-off', { why: string }>;

const TRANSFER_EVENTS: Readonly<Record<TransferEvent['type'], true>> = {
  'phone.transfer-started': true,
  'phone.transfer-consented': true,
  'phone.transfer-refused': true,
  'phone.transfer-packet-ready': true,
  'phone.dialed': true,
  'phone.transfer-introduced': true,
  'phone.transfer-accepted': true,
  'phone.transfer-returned': true,
  'phone.transfer-dropped': true,
  'phone.transfer-called-off': true,
};

export function isOfTransfer(event: { readonly type: string }): event is TransferEvent {
  return Object.hasOwn(TRANSFER_EVENTS, event.type);
}
