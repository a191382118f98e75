import { join } from 'node:path';
import { openEvening } from '../center/evening.ts';
import type { Measure } from '../measure.ts';
import { startsOf } from '../window/starts.ts';

/** From nothing to the board of an ordinary evening. */
export const measure: Measure = {
  name: 'start-to-board',
  unit: 'ms',
  better: 'smaller',
  budget: 1.4,
  take: (bench) => {
    const folder = bench.folder('data');
    openEvening(join(folder, 'training'), { incidents: 20, waiting: 4 });
    return startsOf(folder, bench);
  },
};
