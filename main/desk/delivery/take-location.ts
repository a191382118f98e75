import type { DeliveryBatch } from './delivery-batch.ts';
import type { Delivered, Delivery } from '#shared/delivery/delivery.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import {
  addedToCall,
  isLocationOf,
  keysOfLocation,
  newCallOfLocation,
} from '#shared/location/decide-location.ts';

/** Takes a location document: to the call of its number, or as a call that rings. */
export function takeLocationDocument(
  batch: DeliveryBatch,
  { location }: Extract<Delivery, { kind: 'location' }>,
): Delivered {
  const { now, core, areaOf } = batch;
  const open = core.open();
  const call = batch
    .callsWith(keysOfLocation(location))
    .find((each) => isLocationOf(each, each.incidentId === null || open.has(each.incidentId), now));
  if (call !== undefined) {
    const { callId, incidentId } = call;
    const added = addedToCall(location, call, now);
    batch.write(added);
    return { ok: true, what: added.length === 0 ? 'known' : 'update', callId, incidentId };
  }
  const made = batch.newCall();
  const events = newCallOfLocation(location, made, { now, areaOf });
  if (isRefusal(events)) return events;
  batch.write(events);
  return { ok: true, what: 'new-call', callId: made.callId, incidentId: null };
}
