import { join } from 'node:path';
import { bareInsert } from '../bare-insert.ts';
import { answered, askedThrough, openCenter, recommended } from '../center/center-on-shift.ts';
import { newPair, type Measure } from '../measure.ts';

const SAMPLES = 300;
const WARM_UP = 40;

/**
 * Accepting a recommendation, from the door to the durable answer, beside the least that is durable at
 * all: one small row in a file of its own. Twice, because a feed adds what the window has to be told.
 */
export const measure: Measure = {
  name: 'accept-recommendation',
  unit: 'ms',
  better: 'smaller',
  budget: 2,
  take: async (bench) => {
    const center = openCenter(bench.folder('center'));
    const insert = bareInsert(join(bench.folder('bare'), 'bare.sqlite'));
    const { desk } = center;
    const accepts = Array.from({ length: 2 * (SAMPLES + WARM_UP) }, (_, number) => {
      const incidentId = answered(center, number);
      askedThrough(center, incidentId);
      const seen = recommended(center, incidentId);
      return { incidentId, seen, response: seen.response, reason: null, secondPerson: null };
    });

    const alone = newPair();
    const toldToWindow = newPair();
    for (const [index, input] of accepts.entries()) {
      const told = index % 2 === 1;
      const session = { operator: center.dana.operator, focus: input.incidentId };
      const stop = told ? desk.feed(session, () => undefined) : () => undefined;
      const value = timed(() => {
        const reply = desk.answer('incident.decide', input, session);
        if (!reply.ok) throw new Error(reply.because);
      });
      stop();
      const baseline = timed(insert);
      if (index < 2 * WARM_UP) continue;
      const samples = told ? toldToWindow : alone;
      samples.value.push(value);
      samples.baseline.push(baseline);
    }
    center.desk.close();
    return { ...alone, also: { toldToWindow } };
  },
};

function timed(act: () => void): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}
