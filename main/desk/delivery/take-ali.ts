import type { DeliveryBatch } from './delivery-batch.ts';
import type { Call } from '#shared/call/call.ts';
import type { Delivered, Delivery } from '#shared/delivery/delivery.ts';
import type { AliRecord } from '#shared/location/ali-record.ts';
import {
  isAbout,
  isKnown,
  keysOfRecord,
  newCallOfAli,
  reBidOfAli,
  wasTaken,
  type AliArrival,
} from '#shared/location/decide-ali.ts';

/** Takes one record of a location database: as a call that rings, or as another location of one that goes on. */
export function takeAli(
  batch: DeliveryBatch,
  { record }: Extract<Delivery, { kind: 'ali' }>,
): Delivered {
  const { now, areaOf } = batch;
  const arrival: AliArrival = { now, areaOf };
  const call = callOf(batch, record, now);
  if (call === null) {
    const made = batch.newCall();
    batch.write(newCallOfAli(record, made, arrival));
    return { ok: true, what: 'new-call', callId: made.callId, incidentId: null };
  }
  const { callId, incidentId } = call;
  const events = reBidOfAli(record, call, arrival);
  batch.write(events);
  return { ok: true, what: events.length === 0 ? 'known' : 'update', callId, incidentId };
}

/** The call a record is about; null when somebody calls anew. */
function callOf(batch: DeliveryBatch, record: AliRecord, now: string): Call | null {
  const open = batch.core.open();
  const calls = batch.callsWith(keysOfRecord(record));
  const taken = calls.find((call) => wasTaken(record, call, now));
  if (taken !== undefined) return taken;
  const about = calls.find((call) =>
    isAbout(record, call, { goesOn: call.incidentId === null || open.has(call.incidentId), now }),
  );
  if (about === undefined) return null;
  // The controller knows that somebody calls anew; only the very same record again is not another call.
  return record.bid === 'new-call' && !isKnown(record, about, now) ? null : about;
}
