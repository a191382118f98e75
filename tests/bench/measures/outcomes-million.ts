import { join } from 'node:path';
import { inventedCalls } from '../../support/invented-calls.ts';
import { bareFigures } from '../outcomes/bare-figures.ts';
import { newPair, type Measure } from '../measure.ts';
import { COLUMN_NAMES, PLACES, rowOf } from '#db/board/counted-call-columns.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import { boardFingerprint, createBoard } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import { figuresOf } from '#main/desk/outcomes/outcome-figure-answers.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';
import { countedPastCall } from '#shared/outcomes/counted-past-call.ts';

const INVENTED = 100_000;
const TIMES = 10;
const FROM = '2005-01-03';
/** 104 weeks. */
const DAYS = 728;
const SAMPLES = 3;

/**
 * Every figure of the dashboard over twenty years of a large center, 1,000,000 calls, beside the same sums written
 * by hand in SQL over the table itself, without names, intervals, or what is not known.
 */
export const measure: Measure = {
  name: 'outcomes-million',
  unit: 'ms',
  better: 'smaller',
  budget: 1.5,
  take: async (bench) => {
    const db = openDatabase(join(bench.folder('history'), 'history.sqlite'));
    try {
      bench.say('inventing calls …');
      fill(db);
      const period = { from: FROM, to: dayAfter(FROM, DAYS * TIMES - 1) };
      const { policy } = shippedPolicy();
      const samples = newPair();
      let captured = 0;
      for (let sample = -1; sample < SAMPLES; sample += 1) {
        bench.say('counting …');
        const source = { db, policy, timeZone: 'UTC', now: new Date() };
        const started = performance.now();
        countOpenCalls(db);
        const figures = figuresOf(source, period);
        const between = performance.now();
        const bare = bareFigures(db, period);
        const ended = performance.now();
        captured = figures.funnel.capture.numerator;
        if (captured !== bare.captured || figures.funnel.calls !== bare.calls)
          throw new Error(`${captured} were captured, or ${bare.captured}.`);
        if (sample < 0) continue;
        samples.value.push(between - started);
        samples.baseline.push(ended - between);
      }
      return { ...samples, facts: { calls: INVENTED * TIMES, captured } };
    } finally {
      db.close();
    }
  },
};

/** Straight into the table: how they get there is no part of this. */
function fill(db: Database): void {
  // Nobody waits for these rows.
  db.pragma('synchronous = OFF');
  migrate(db);
  createBoard(db, PROJECTIONS, boardFingerprint(PROJECTIONS));
  const insert = db.prepare(`INSERT INTO board_counted_calls (${COLUMN_NAMES}) VALUES (${PLACES})`);
  const calls = [
    ...inventedCalls({ calls: INVENTED, seed: 1, from: FROM, to: dayAfter(FROM, DAYS - 1) }),
  ];
  calls.sort((a, b) => (a.receivedLocal < b.receivedLocal ? -1 : 1));
  db.transaction(() => {
    for (const call of calls) insert.run(...rowOf(countedPastCall(call, true)));
  })();
  // The same again, whole weeks later each time, so that an hour of the week stays what it is.
  const moved: Readonly<Record<string, string>> = {
    received_local: "strftime('%Y-%m-%dT%H:%M:%S', received_local, :later)",
    week: 'date(week, :later)',
    id: 'id || :later',
  };
  const columns = COLUMN_NAMES.split(', ').map((name) => moved[name] ?? name);
  const again = db.prepare(
    `INSERT INTO board_counted_calls (${COLUMN_NAMES})
     SELECT ${columns.join(', ')} FROM board_counted_calls WHERE received_local < :end`,
  );
  for (let time = 1; time < TIMES; time += 1)
    again.run({ later: `+${time * DAYS} days`, end: dayAfter(FROM, DAYS) });
}
