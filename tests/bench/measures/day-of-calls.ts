import { join } from 'node:path';
import { bareInsert } from '../bare-insert.ts';
import { busyDay, type BusyDay } from '../day/busy-day.ts';
import { newPair, type Measure } from '../measure.ts';

const CALLS_A_DAY = 15_000;
/** A little more than an hour of them: by then as many incidents end as begin. */
const SETTLED = 700;
/** Durable transactions of a side in one turn. */
const TURN = 100;
/** On a machine that others keep busy the day is broken off here, and the facts say how far it got. */
const LONGEST_MS = 240_000;

/**
 * Such a day, through the desk and without the window: one command after the other, the watch in
 * between, as fast as they can be written down, until the last incident is closed. Beside bare SQLite
 * that writes as many durable transactions of one small row in turns with it. The rate may not fall as
 * the day grows: its last quarter is held against its first, each beside the bare turns of its own time.
 */
export const measure: Measure = {
  name: 'day-of-calls',
  unit: 'per s',
  better: 'larger',
  budget: 2.5,
  take: async (bench) => {
    const day = busyDay(bench.folder('day'), CALLS_A_DAY);
    const insert = bareInsert(join(bench.folder('bare'), 'bare.sqlite'));
    const { journal } = day.center.desk;
    const [before, began] = [journal.head(), performance.now()];

    const events = newPair();
    const transactions = newPair();
    /** Transactions of the desk for each of the bare side, since the day has settled. */
    const besideBare: number[] = [];
    let seconds = 0;
    while (!day.isOver() && performance.now() - began < LONGEST_MS) {
      const turn = oneTurn(day);
      if (turn === null) break;
      const bare = TURN / timed(() => repeat(TURN, insert));
      seconds += turn.seconds;
      events.value.push(turn.entries / turn.seconds);
      transactions.value.push(TURN / turn.seconds);
      events.baseline.push(bare);
      transactions.baseline.push(bare);
      if (day.rung() > SETTLED) besideBare.push(TURN / turn.seconds / bare);
    }
    const quarter = Math.floor(besideBare.length / 4);
    const lastBesideFirst = {
      value: besideBare.slice(-quarter),
      baseline: besideBare.slice(0, quarter),
      budget: 1 / 0.9,
    };
    const entries = journal.head() - before;
    const facts = {
      callsPlayed: day.rung(),
      callsOfTheDay: CALLS_A_DAY,
      entries,
      transactions: events.value.length * TURN,
      seconds: Math.round(seconds),
      entriesASecondOverAll: Math.round(entries / seconds),
    };
    day.center.desk.close();
    return { ...events, also: { transactions, lastBesideFirst }, facts };
  },
};

/** As many durable transactions as a turn has; null when the day is over before. */
function oneTurn(day: BusyDay): { readonly entries: number; readonly seconds: number } | null {
  const { journal } = day.center.desk;
  const before = journal.head();
  let head = before;
  let written = 0;
  const seconds = timed(() => {
    while (written < TURN && !day.isOver()) {
      day.step();
      const now = journal.head();
      if (now !== head) written += 1;
      head = now;
    }
  });
  return written < TURN ? null : { entries: head - before, seconds };
}

function repeat(times: number, act: () => void): void {
  for (let at = 0; at < times; at += 1) act();
}

function timed(act: () => void): number {
  const started = performance.now();
  act();
  return (performance.now() - started) / 1000;
}
