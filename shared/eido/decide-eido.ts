import type { EidoDocument } from './sent-eido.ts';
import type { DocumentMark, EidoEvent } from './eido-events.ts';
import { saidAnew, saidTogether, type EidoSaid } from './eido-said.ts';
import type { TakenEido } from './taken-eido.ts';
import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/call-events.ts';
import type { CallId } from '../lib/brand.ts';

/** What is known where a document arrives. */
export interface EidoArrival {
  readonly from: string;
  readonly hash: string;
  /** ISO instant. */
  readonly now: string;
  /** The area a place names; null when it names none. */
  readonly areaOf: (address: string) => string | null;
  /** Our call type, where the policy in force has it. */
  readonly callTypeOf: (said: EidoSaid) => string | null;
}

/** A document about an incident nobody here has heard of: a call that rings. */
export function newCallOfEido(
  eido: EidoDocument,
  made: { readonly callId: CallId; readonly number: number },
  arrival: EidoArrival,
): (CallEvent | EidoEvent)[] {
  const { callId, number } = made;
  return [
    {
      type: 'call.received',
      callId,
      number,
      source: 'eido',
      receivedAt: arrival.now,
      ...heardIn(eido.said, arrival),
    },
    {
      type: 'eido.taken',
      callId,
      from: arrival.from,
      document: markOf(eido, arrival),
      said: eido.said,
    },
  ];
}

/**
 * A document about an incident that is known. Nothing is written when it is not newer. While the call waits, what
 * its sender now says of it is what it says; once somebody has answered it, nothing of theirs is changed.
 */
export function updateOfEido(
  eido: EidoDocument,
  { call, taken }: { readonly call: Call; readonly taken: TakenEido },
  arrival: EidoArrival,
): (CallEvent | EidoEvent)[] {
  const mark = markOf(eido, arrival);
  const newer = mark.updatedAt > taken.updatedAt;
  const sameTime = mark.updatedAt === taken.updatedAt && mark.hash !== taken.hash;
  if (!newer && !sameTime) return [];
  const { callId, incidentId } = call;
  const said = saidTogether(taken.said, eido.said);
  const update: EidoEvent = {
    type: 'eido.updated',
    callId,
    incidentId,
    from: arrival.from,
    document: mark,
    said,
    anew: saidAnew(taken.said, eido.said),
  };
  if (incidentId !== null) return [update];
  const heard = heardIn(said, arrival);
  const same = (Object.keys(heard) as (keyof Heard)[]).every((part) => heard[part] === call[part]);
  return same ? [update] : [{ type: 'call.corrected', callId, ...heard }, update];
}

type Heard = Pick<Call, 'ani' | 'address' | 'areaId' | 'callType' | 'words'>;

function heardIn(said: EidoSaid, { areaOf, callTypeOf }: EidoArrival): Heard {
  return {
    ani: said.callback,
    address: said.address,
    areaId: areaOf(said.address),
    callType: callTypeOf(said),
    words: wordsOf(said),
  };
}

/** What stands beside a call that rings: the sender's notes; without any, what they call it. */
function wordsOf({ type, words }: EidoSaid): string {
  return words === '' ? (type.text ?? type.code ?? type.registry ?? '') : words;
}

function markOf({ id, issuer, updatedAt }: EidoDocument, { hash, now }: EidoArrival): DocumentMark {
  return { hash, id, issuer, updatedAt: updatedAt > now ? now : updatedAt };
}
