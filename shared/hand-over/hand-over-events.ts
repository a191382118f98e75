import type { AcceptedShift, HandOver, ReturnedBecause } from './hand-over.ts';
import type { HandOverId, OperatorId } from '../lib/brand.ts';
import type { AsRead } from '../partition/event-partitions.ts';

type Between<Type extends string, Body = object> = {
  readonly type: Type;
  readonly handOverId: HandOverId;
  readonly from: OperatorId;
  readonly to: OperatorId;
} & Readonly<Body>;

/** A shift changes hands, past tense. */
export type HandOverEvent =
  | Between<'hand-over.offered', { remark: string; clinical: boolean; answerBy: string }>
  /** Together with the change of owner of each incident and each promised contact. */
  | Between<'hand-over.accepted', { accepted: AcceptedShift }>
  | Between<'hand-over.declined', { reason: string }>
  | Between<'hand-over.returned', { why: ReturnedBecause }>;

/** The hand-over after one more event. */
export function evolveHandOver(
  handOver: HandOver | null,
  event: AsRead<HandOverEvent>,
  at: string,
): HandOver | null {
  if (event.type === 'hand-over.offered') {
    const { type: _type, ...offered } = event;
    return { ...offered, offeredAt: at, state: { is: 'offered' } };
  }
  if (handOver === null) return null;
  switch (event.type) {
    case 'hand-over.accepted':
      return { ...handOver, state: { is: 'accepted', at, accepted: event.accepted } };
    case 'hand-over.declined':
      return { ...handOver, state: { is: 'declined', at, reason: event.reason } };
    case 'hand-over.returned':
      return { ...handOver, state: { is: 'returned', at, why: event.why } };
  }
}
