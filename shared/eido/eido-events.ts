import type { EidoSaid, SaidPart } from './eido-said.ts';
import type { CallId, IncidentId } from '../lib/brand.ts';

/** What somebody here may take over from the sender, part by part. */
export const PROPOSED_PARTS = ['address', 'callback', 'callType'] as const;
export type ProposedPart = (typeof PROPOSED_PARTS)[number];

/** Which document it was. Its text is kept beside the journal under its hash. */
export interface DocumentMark {
  readonly hash: string;
  readonly id: string;
  readonly issuer: string;
  /** ISO; never later than when it came, so that a wrong clock elsewhere shuts nobody up. */
  readonly updatedAt: string;
}

export type EidoEvent =
  /** The document a waiting call was made from. */
  | {
      readonly type: 'eido.taken';
      readonly callId: CallId;
      /** The intake line or the file. */
      readonly from: string;
      readonly document: DocumentMark;
      readonly said: EidoSaid;
    }
  /** A later one about the same incident. It changes nothing that somebody here has set. */
  | {
      readonly type: 'eido.updated';
      readonly callId: CallId;
      /** The incident the call was answered into; null while it waits. */
      readonly incidentId: IncidentId | null;
      readonly from: string;
      readonly document: DocumentMark;
      /** Together with what was said before. */
      readonly said: EidoSaid;
      readonly anew: readonly SaidPart[];
    }
  /** Somebody has looked at what the sender says otherwise, and taken it over or kept ours. */
  | {
      readonly type: 'eido.proposal-settled';
      readonly callId: CallId;
      readonly incidentId: IncidentId;
      readonly part: ProposedPart;
      readonly how: 'taken-over' | 'declined';
    };

export function isOfEido(event: { readonly type: string }): event is EidoEvent {
  return event.type.startsWith('eido.');
}
