import type { DeliveryBatch } from './delivery-batch.ts';
import { areaNamedIn } from '../intake-answers.ts';
import type { Delivered, Delivery } from '#shared/delivery/delivery.ts';
import { fixOf } from '#shared/location/ali-record.ts';

/** Takes one record of a location database as a call that rings. */
export function takeAli(
  batch: DeliveryBatch,
  { record }: Extract<Delivery, { kind: 'ali' }>,
): Delivered {
  const address = record.civic ?? '';
  const { callId, number } = batch.newCall();
  batch.write([
    {
      type: 'call.received',
      callId,
      number,
      source: 'ali',
      receivedAt: batch.now,
      ani: record.number,
      address,
      areaId: areaNamedIn(batch.policy, address),
      callType: null,
      words: '',
    },
    { type: 'call.located', callId, incidentId: null, fix: fixOf(record, batch.now) },
  ]);
  return { ok: true, what: 'new-call', callId, incidentId: null };
}
