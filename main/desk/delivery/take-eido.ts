import type { DeliveryBatch } from './delivery-batch.ts';
import { hasDocument, hashOfDocument, keepDocument } from '#db/delivery/kept-documents.ts';
import type { Delivered, Delivery } from '#shared/delivery/delivery.ts';
import { newCallOfEido, updateOfEido, type EidoArrival } from '#shared/eido/decide-eido.ts';

/** Takes one incident document: as a new call, as an update of one, or as something that is known. */
export function takeEido(
  batch: DeliveryBatch,
  { from, document }: Extract<Delivery, { kind: 'eido' }>,
): Delivered {
  const { core, policy, now } = batch;
  const hash = hashOfDocument(document.text);
  const arrival: EidoArrival = {
    from,
    hash,
    now,
    areaOf: (address) => core.places.areaOf(address, policy),
    callTypeOf: ({ callType }) =>
      policy.callTypes.some(({ code }) => code === callType) ? callType : null,
  };
  const taken = batch.eido(document.id, document.issuer);
  const call = taken === null ? null : batch.call(taken.callId);
  if (taken === null || call === null) {
    const made = batch.newCall();
    batch.write(newCallOfEido(document, made, arrival));
    keepDocument(core.db, hash, document.text, now);
    return { ok: true, what: 'new-call', callId: made.callId, incidentId: null };
  }
  const { callId, incidentId } = call;
  const events = hasDocument(core.db, hash) ? [] : updateOfEido(document, { call, taken }, arrival);
  if (events.length === 0) return { ok: true, what: 'known', callId, incidentId };
  batch.write(events);
  keepDocument(core.db, hash, document.text, now);
  return { ok: true, what: 'update', callId, incidentId };
}
