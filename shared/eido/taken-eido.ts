import type { EidoEvent } from './eido-events.ts';
import { saidTogether, type EidoSaid } from './eido-said.ts';
import type { CallId } from '../lib/brand.ts';

/** How a call stands that came as a document: what its sender says of it now. */
export interface TakenEido {
  readonly callId: CallId;
  readonly id: string;
  readonly issuer: string;
  readonly from: string;
  /** Of the last document that counts. */
  readonly hash: string;
  readonly updatedAt: string;
  readonly said: EidoSaid;
}

export function evolveEido(taken: TakenEido | null, event: EidoEvent): TakenEido {
  const { callId, from, document, said } = event;
  const { id, issuer, hash, updatedAt } = document;
  return {
    callId,
    id,
    issuer,
    from,
    hash,
    updatedAt,
    said: taken === null ? said : saidTogether(taken.said, said),
  };
}
