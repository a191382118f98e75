import { statSync } from 'node:fs';
import { join } from 'node:path';
import { takeClock, type FastClock } from './fast-clock.ts';
import { Hands } from './hands.ts';
import { watchPage, type Watched } from './page-watch.ts';
import type { HeldByMain, HeldByPage, Sample } from './samples.ts';
import { WARM_UP_DAYS } from './samples.ts';
import { cacheFolder } from '../bench/cache-folder.ts';
import { DISPATCHER } from '../bench/center/center-on-shift.ts';
import { careDesk, ElectronWindow } from '../bench/window/electron-window.ts';
import { openDatabase } from '#db/open-database.ts';
import type { BoardSnapshot } from '#shared/board/board-rows.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import { USUAL_ROTATION } from '#shared/copies/rotation.ts';

const DAY_MS = 86_400_000;
const MIB = 2 ** 20;
const SUPERVISOR = 'sam-whitfield';
const ADMINISTRATOR = 'ada-lin';
/** The clocks of the training center go back in this moment: an hour of that night comes twice. */
const CLOCKS_GO_BACK = Date.parse('2026-11-01T07:00:00.000Z');

/** Ninety in a week of seven minutes; a shorter one is looked at as often in its time. */
const looksIn = (wallMs: number) => Math.max(4, Math.min(90, Math.round(wallMs / 4_600)));

export interface Course {
  readonly days: number;
  readonly minutes: number;
  readonly folder: string;
  /** Where snapshots of both heaps are put, once when they are warm and once at the end; null for none. */
  readonly snapshots: string | null;
}

export interface Week {
  readonly samples: readonly Sample[];
  readonly began: number;
  /** When in it, in days, the clocks of the center went back. */
  readonly clocksGoBack: number;
  readonly speed: number;
  readonly acts: Hands['acts'];
  readonly entriesByType: Readonly<Record<string, number>>;
  readonly copyFailures: readonly string[];
}

/** Starts the console on a training center, lets the time go by and looks at it again and again. */
export async function livedThrough({ days, minutes, folder, snapshots }: Course): Promise<Week> {
  const speed = (days * DAY_MS) / (minutes * 60_000);
  // The night in which the clocks change is in the middle.
  const began = CLOCKS_GO_BACK - Math.round((days * DAY_MS) / 2);
  const window = new ElectronWindow({
    ...careDesk(folder, 'training'),
    probe: join(cacheFolder('soak'), 'soak-probe.cjs'),
    env: { CAREDESK_SOAK_SPEED: String(speed), CAREDESK_SOAK_BEGAN: String(began) },
  });
  await window.loaded();
  const clock = (await window.door('soak.clock')) as FastClock;
  await prepare(window, clock, `${folder}-copies`);
  const clockInPage = `(${takeClock.toString()})(globalThis, ${JSON.stringify(clock)}, queueMicrotask)`;
  await window.run(`${clockInPage}, null`);
  await window.run(`(${watchPage.toString()})()`);
  const hands = new Hands(window);
  const samples: Sample[] = [];
  const file = join(folder, 'training', 'caredesk.sqlite');
  const wall = minutes * 60_000;
  const [start, every] = [performance.now(), wall / looksIn(wall)];
  for (let next = every; performance.now() - start < wall;) {
    await hands.round();
    if (performance.now() - start < next) continue;
    samples.push(await look(window, clock, file));
    next = performance.now() - start + every;
    tell(samples);
    if (snapshots !== null) await snap(window, samples, snapshots);
  }
  if (snapshots !== null) await window.door('soak.snapshot', join(snapshots, 'end'));
  await window.quit();
  return {
    samples,
    began,
    clocksGoBack: (CLOCKS_GO_BACK - began) / DAY_MS,
    speed,
    acts: hands.acts,
    ...writtenIn(file),
  };
}

async function snap(
  window: ElectronWindow,
  samples: readonly Sample[],
  folder: string,
): Promise<void> {
  const [before, now] = [samples.at(-2)?.day ?? 0, samples.at(-1)?.day ?? 0];
  if (before < WARM_UP_DAYS && now >= WARM_UP_DAYS)
    await window.door('soak.snapshot', join(folder, 'warm'));
}

function tell(samples: readonly Sample[]): void {
  const { day, openIncidents, entries, main } = samples.at(-1)!;
  process.stderr.write(
    `soak: day ${day.toFixed(2)}, ${entries} entries, ${openIncidents} open, ` +
      `main ${(main.heap / MIB).toFixed(1)} MiB\n`,
  );
}

/**
 * What only some may set. A kit is drawn in a window of its own, at the pace of life: at this one nothing else would
 * be done. The one day a training center has planned is planned again for each day of the week. And every night a
 * copy is made.
 */
async function prepare(window: ElectronWindow, clock: FastClock, copies: string): Promise<void> {
  const give = async (topic: Topic, input: unknown) => {
    const reply = await window.ask(topic, input);
    if (!reply.ok) throw new Error(`${topic}: ${reply.because}`);
    return reply.value;
  };
  const signOn = (operatorId: string) => give('operator.sign-on', { operatorId, passphrase: '' });
  await signOn(ADMINISTRATOR);
  await give('copies.set', {
    targets: [{ targetId: null, folder: copies, on: true }],
    schedule: { everyHours: null, at: ['03:30'] },
    rotation: USUAL_ROTATION,
  });
  await signOn(SUPERVISOR);
  await give('paper.set-kit', { size: 'letter', everyMinutes: null });
  const day = (after: number) => new Date(clock.began + after * DAY_MS).toISOString().slice(0, 10);
  // A day or a half is planned twice where the center's day and this one's differ, which is refused.
  for (let later = 1; later < 9; later += 1)
    for (const from of [0, 1])
      await window.ask('roster.copy', {
        from: day(from),
        days: 1,
        to: day(from + later),
        unitId: null,
      });
  await signOn(DISPATCHER);
  const again = window.loaded();
  await window.run('setTimeout(() => location.reload(), 0)');
  await again;
}

async function look(window: ElectronWindow, clock: FastClock, file: string): Promise<Sample> {
  // First, so that the collecting of what is held is not among them.
  const { turns, long } = await window.run<Watched>('window.soakTake()');
  const page = (await window.door('soak.page')) as HeldByPage;
  const held = (await window.door('soak.main')) as HeldByMain;
  await window.run('window.soakPause()');
  const board = await window.ask('board.snapshot', {});
  const { calls, incidents, revision } = (board.ok ? board.value : EMPTY) as BoardSnapshot;
  const size = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  return {
    day: (held.now - clock.began) / DAY_MS,
    main: held,
    page,
    database: size(file) + size(`${file}-wal`),
    entries: revision,
    openIncidents: incidents.length,
    waitingCalls: calls.length,
    turns,
    long,
  };
}

const EMPTY = { calls: [], incidents: [], revision: 0 };

function writtenIn(file: string): Pick<Week, 'entriesByType' | 'copyFailures'> {
  const db = openDatabase(file, { readonly: true });
  try {
    const rows = db
      .prepare('SELECT type, COUNT(*) AS entries FROM journal GROUP BY type ORDER BY entries DESC')
      .all() as { type: string; entries: number }[];
    const failed = db
      .prepare(`SELECT body ->> '$.because' FROM journal WHERE type = 'copy.failed'`)
      .pluck()
      .all() as string[];
    return {
      entriesByType: Object.fromEntries(rows.map(({ type, entries }) => [type, entries])),
      copyFailures: failed,
    };
  } finally {
    db.close();
  }
}
