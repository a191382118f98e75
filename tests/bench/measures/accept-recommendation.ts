import { join } from 'node:path';
import { bareInsert } from '../bare-insert.ts';
import {
  answered,
  askedThrough,
  openCenter,
  recommended,
  type CenterOnShift,
} from '../center/center-on-shift.ts';
import { newPair, type Measure } from '../measure.ts';
import { newStoreKey } from '#db/store-key/store-key.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const SAMPLES = 300;
const WARM_UP = 40;

/**
 * Accepting a recommendation, from the door to the durable answer, beside the least that is durable at
 * all: one small row in a file of its own. Twice, because a feed adds what the window has to be told; and once more in an
 * encrypted store beside the plain one.
 */
export const measure: Measure = {
  name: 'accept-recommendation',
  unit: 'ms',
  better: 'smaller',
  budget: 2,
  take: async (bench) => {
    const center = openCenter(bench.folder('center'));
    const sealed = openCenter(bench.folder('encrypted'), new Date(), newStoreKey());
    const insert = bareInsert(join(bench.folder('bare'), 'bare.sqlite'));
    const accepts = toAccept(center);
    const sealedAccepts = toAccept(sealed);

    const alone = newPair();
    const toldToWindow = newPair();
    const encryptedBesidePlain = newPair();
    for (const [index, input] of accepts.entries()) {
      const told = index % 2 === 1;
      const value = accepted(center, input, told);
      const encrypted = accepted(sealed, sealedAccepts[index] ?? input, told);
      const baseline = timed(insert);
      if (index < 2 * WARM_UP) continue;
      const samples = told ? toldToWindow : alone;
      samples.value.push(value);
      samples.baseline.push(baseline);
      if (told) continue;
      encryptedBesidePlain.value.push(encrypted);
      encryptedBesidePlain.baseline.push(value);
    }
    center.desk.close();
    sealed.desk.close();
    const besidePlain = { ...encryptedBesidePlain, budget: 1.5 };
    return { ...alone, also: { toldToWindow, encryptedBesidePlain: besidePlain } };
  },
};

type Accept = Input<'incident.decide'>;

/** Incidents that are asked through, with what the card shows. */
function toAccept(center: CenterOnShift): Accept[] {
  return Array.from({ length: 2 * (SAMPLES + WARM_UP) }, (_, number) => {
    const incidentId = answered(center, number);
    askedThrough(center, incidentId);
    const seen = recommended(center, incidentId);
    return { incidentId, seen, response: seen.response, reason: null, secondPerson: null };
  });
}

function accepted({ desk, dana }: CenterOnShift, input: Accept, told: boolean): number {
  const focus = input.incidentId as IncidentId;
  const session = { ...dana, focus };
  const stop = told ? desk.feed(session, () => undefined) : () => undefined;
  const took = timed(() => {
    const reply = desk.answer('incident.decide', input, session);
    if (!reply.ok) throw new Error(reply.because);
  });
  stop();
  return took;
}

function timed(act: () => void): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}
