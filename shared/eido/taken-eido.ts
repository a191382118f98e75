import { PROPOSED_PARTS, type EidoEvent, type ProposedPart } from './eido-events.ts';
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
  /** What was said anew since somebody here has answered, and nobody has looked at yet. */
  readonly proposed: readonly ProposedPart[];
}

export function evolveEido(taken: TakenEido | null, event: EidoEvent): TakenEido | null {
  if (event.type === 'eido.proposal-settled')
    return taken && { ...taken, proposed: taken.proposed.filter((part) => part !== event.part) };
  const { callId, from, document, said } = event;
  const { id, issuer, hash, updatedAt } = document;
  const before = taken?.proposed ?? [];
  const anew = event.type === 'eido.updated' && event.incidentId !== null ? event.anew : [];
  return {
    callId,
    id,
    issuer,
    from,
    hash,
    updatedAt,
    said: taken === null ? said : saidTogether(taken.said, said),
    proposed: PROPOSED_PARTS.filter((part) => before.includes(part) || anew.includes(part)),
  };
}
