import { defectOf } from '../defect.ts';
import { DeliveryBatch } from './delivery-batch.ts';
import { takeAli } from './take-ali.ts';
import { takeLocationDocument } from './take-location.ts';
import { takeEido } from './take-eido.ts';
import type { DeskCore } from '../desk-core.ts';
import { NotWritten } from '../trouble/not-written.ts';
import type { Acknowledged, Delivered, Delivery } from '#shared/delivery/delivery.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/**
 * Takes what other systems hand over, in one durable transaction: when this returns, what was taken is on the
 * disk. Each delivery has its own outcome, and one that is refused has changed nothing.
 * @throws NotWritten where the disk or the store fails: it is to come again, and is nobody's fault who sent it.
 */
export function deliver(core: DeskCore, deliveries: readonly Delivery[]): readonly Acknowledged[] {
  if (core.policy === null) return deliveries.map(() => NOT_SET_UP);
  let outcomes: Acknowledged[] = [];
  const take = () => {
    const batch = new DeliveryBatch(core);
    outcomes = deliveries.map((delivery) => numbered(batch, takeOne(core, batch, delivery)));
    return batch.events;
  };
  const written = core.commit(DESK_OPERATOR, take, 'gathered');
  if (isRefusal(written)) throw new NotWritten(written);
  return outcomes;
}

const NOT_SET_UP = refuse(
  'not-set-up',
  'Nothing was taken: the center is not set up yet. Set it up at the console, then send it again.',
);

function numbered(batch: DeliveryBatch, delivered: Delivered): Acknowledged {
  if (isRefusal(delivered)) return delivered;
  return { ...delivered, callNumber: batch.call(delivered.callId)?.number ?? 0 };
}

function takeOne(core: DeskCore, batch: DeliveryBatch, delivery: Delivery): Delivered {
  const before = batch.mark();
  try {
    switch (delivery.kind) {
      case 'eido':
        return takeEido(batch, delivery);
      case 'ali':
        return takeAli(batch, delivery);
      case 'location':
        return takeLocationDocument(batch, delivery);
    }
  } catch (error) {
    // One that cannot be taken must not take the others with it.
    batch.backTo(before);
    const defect = defectOf(error);
    core.options.log({ topic: 'deliver', ms: 0, outcome: 'failed', operator: null, defect });
    return refuse(
      'not-taken',
      'It was not taken: something went wrong here while it was read. Nothing was written. Send it again, and tell whoever keeps this console.',
    );
  }
}
