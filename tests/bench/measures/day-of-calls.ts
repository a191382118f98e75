import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { bareInsert } from '../bare-insert.ts';
import { folderWithHistory } from '../center/history.ts';
import { busyDay, type BusyDay } from '../day/busy-day.ts';
import { newPair, type Measure } from '../measure.ts';
import { median } from '../statistics.ts';

const CALLS_A_DAY = 15_000;
/** A little more than an hour of them: by then as many incidents end as begin. */
const SETTLING = 700;
const HISTORY = 200_000;
const TURNS = 90;
const WARM_UP = 5;
/** Durable transactions of a side in one turn. */
const TURN = 100;

/**
 * The pace of such a day, through the desk and without the window: one command after the other, the
 * watch in between, as fast as they can be written down. Beside bare SQLite that writes as many durable
 * transactions of one small row each. Played twice in turns, by a center with half a day behind it and by
 * one that has just begun: as long as those keep up with each other, a stretch stands for the whole day.
 */
export const measure: Measure = {
  name: 'day-of-calls',
  unit: 'per s',
  better: 'larger',
  budget: 2.5,
  take: async (bench) => {
    const history = folderWithHistory(HISTORY, bench);
    const folder = bench.folder('with-history');
    cpSync(history.folder, folder, { recursive: true });
    const old = settled(busyDay(folder, CALLS_A_DAY));
    const young = settled(busyDay(bench.folder('new'), CALLS_A_DAY));
    const insert = bareInsert(join(bench.folder('bare'), 'bare.sqlite'));

    const events = newPair();
    const transactions = newPair();
    const besideNew = newPair();
    for (let turn = -WARM_UP; turn < TURNS; turn += 1) {
      const here = oneTurn(old);
      const bare = TURN / timed(() => repeat(TURN, insert));
      const there = oneTurn(young);
      if (turn < 0) continue;
      events.value.push(here.events);
      transactions.value.push(here.transactions);
      besideNew.value.push(here.transactions);
      besideNew.baseline.push(there.transactions);
      events.baseline.push(bare);
      transactions.baseline.push(bare);
    }
    const written = old.center.desk.journal.head() - history.events;
    const perCall = written / old.rung();
    const facts = {
      entriesBefore: history.events,
      entriesOfADay: Math.round(perCall * CALLS_A_DAY),
      secondsOfADay: Math.round((perCall * CALLS_A_DAY) / median(events.value)),
    };
    for (const { center } of [old, young]) center.desk.close();
    return {
      ...events,
      also: { transactions, besideNew: { ...besideNew, budget: 1 / 0.9 } },
      facts,
    };
  },
};

/** Played up to the pace of the day; nobody waits for this part. */
function settled(day: BusyDay): BusyDay {
  const { db } = day.center.desk;
  db.pragma('synchronous = OFF');
  while (day.rung() < SETTLING) day.step();
  db.pragma('synchronous = FULL');
  return day;
}

/** Per second, over as many durable transactions as a turn has. */
function oneTurn(day: BusyDay): { readonly events: number; readonly transactions: number } {
  const { journal } = day.center.desk;
  const before = journal.head();
  let head = before;
  const seconds = timed(() => {
    for (let written = 0; written < TURN;) {
      day.step();
      const now = journal.head();
      if (now !== head) written += 1;
      head = now;
    }
  });
  return { events: (head - before) / seconds, transactions: TURN / seconds };
}

function repeat(times: number, act: () => void): void {
  for (let at = 0; at < times; at += 1) act();
}

function timed(act: () => void): number {
  const started = performance.now();
  act();
  return (performance.now() - started) / 1000;
}
