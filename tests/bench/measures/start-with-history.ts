import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openEvening } from '../center/evening.ts';
import { folderWithHistory } from '../center/history.ts';
import type { Measure } from '../measure.ts';
import { startsOf } from '../window/starts.ts';

const EVENTS = 200_000;

/** The same evening after years of calls: a start must not grow with them. */
export const measure: Measure = {
  name: 'start-with-history',
  unit: 'ms',
  better: 'smaller',
  budget: 1.5,
  take: async (bench) => {
    const history = folderWithHistory(EVENTS, bench);
    const folder = bench.folder('data');
    cpSync(history.folder, join(folder, 'training'), { recursive: true });
    openEvening(join(folder, 'training'), { incidents: 20, waiting: 4 });
    const samples = await startsOf(folder, bench);
    return { ...samples, facts: { journalEvents: history.events, databaseMiB: history.mebibytes } };
  },
};
