// `npm run --silent soak [-- --days N --minutes N --picture FILE]`: a simulated week through the real window.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeClock, type FastClock } from './fast-clock.ts';
import { growthOf, type HeldByMain, type HeldByPage, type Sample } from './samples.ts';
import { soakPicture, type Strip } from './soak-picture.ts';
import { cacheFolder } from '../bench/cache-folder.ts';
import { DISPATCHER } from '../bench/center/center-on-shift.ts';
import { machineFacts } from '../bench/machine.ts';
import { quantileOf, rounded } from '../bench/statistics.ts';
import { careDesk, ElectronWindow, quitAll } from '../bench/window/electron-window.ts';
import type { BoardSnapshot } from '#shared/board/board-rows.ts';
import type { Topic } from '#shared/contract/console-contract.ts';

const DAY_MS = 86_400_000;
/** Ninety in a week of seven minutes; a shorter one is looked at as often in its time. */
const looksIn = (wallMs: number) => Math.max(4, Math.min(90, Math.round(wallMs / 4_600)));
const MIB = 2 ** 20;
const SUPERVISOR = 'sam-whitfield';

/** What somebody does between two looks: opens what there is, and comes back to the queue. */
const HANDS: readonly (readonly string[])[] = [
  ['g', 'q', 'Down', 'Enter', 'Escape'],
  ['g', 't', 'Escape', 'g', 'q'],
  ['g', 'm', 'g', 'q'],
  ['Control+K', 'b', 'r', 'o', 'Escape', 'Escape'],
  ['?', 'Escape'],
  ['g', 'o', 'g', 'q'],
  ['g', 'q', 'Down', 'Down', 'Enter', 'g', 'i', 'Escape'],
  ['g', 'f', 'g', 'l', 'g', 'u', 'g', 'q'],
  ['Control+L', 'Control+L'],
  ['/', 'm', '1', 'Escape', 'Escape'],
  ['g', 'd', 'Escape', 'g', 'h', 'Escape', 'g', 'q'],
  ['Alt+N', 'x', 'Escape', 'Escape'],
];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      days: { type: 'string' },
      minutes: { type: 'string' },
      picture: { type: 'string' },
    },
  });
  const [days, minutes] = [Number(values.days ?? 7), Number(values.minutes ?? 7)];
  if (!(days > 0) || !(minutes > 0)) {
    process.stderr.write('soak: --days and --minutes are numbers above nothing.\n');
    return 2;
  }
  const speed = (days * DAY_MS) / (minutes * 60_000);
  mkdirSync(cacheFolder('work'), { recursive: true });
  const folder = mkdtempSync(cacheFolder('work', 'soak-'));
  try {
    const samples = await week(folder, speed, days);
    const answer = figuresOf(samples, speed);
    const whole = { ...answer, machine: machineFacts() };
    process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`);
    if (values.picture !== undefined)
      writeFileSync(resolve(values.picture), soakPicture(titleOf(samples), stripsOf(samples)));
    return 0;
  } finally {
    await quitAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function week(folder: string, speed: number, days: number): Promise<Sample[]> {
  const probe = join(cacheFolder('soak'), 'soak-probe.cjs');
  const env = { CAREDESK_SOAK_SPEED: String(speed) };
  const window = new ElectronWindow({
    ...careDesk(folder, 'training'),
    probe,
    env,
  });
  await window.loaded();
  const clock = (await window.door('soak.clock')) as FastClock;
  await prepare(window, clock);
  await window.run(`(${takeClock.toString()})(globalThis, ${JSON.stringify(clock)})`);
  await window.run(`(${collectFrames.toString()})()`);
  const file = join(folder, 'training', 'caredesk.sqlite');
  const samples: Sample[] = [];
  const began = performance.now();
  const wall = (days * DAY_MS) / speed;
  const looks = looksIn(wall);
  for (let at = 0; at < looks; at += 1) {
    const until = began + (wall * (at + 1)) / looks;
    for (let hand = at * 3; performance.now() < until; hand += 1) {
      await window.door('soak.press', HANDS[hand % HANDS.length]);
      await new Promise((later) => setTimeout(later, 700));
    }
    samples.push(await look(window, clock, file));
    const { day, openIncidents, entries, main: held } = samples.at(-1)!;
    process.stderr.write(
      `soak: day ${day.toFixed(2)}, ${entries} entries, ${openIncidents} open, ` +
        `main ${(held.heap / MIB).toFixed(1)} MiB\n`,
    );
  }
  return samples;
}

/**
 * What only a supervisor sets. A kit is drawn in a window of its own, at the pace of life: at this one nothing else
 * would be done. And the one day a training center has planned is planned again for each day of the week.
 */
async function prepare(window: ElectronWindow, clock: FastClock): Promise<void> {
  const give = async (topic: Topic, input: unknown) => {
    const reply = await window.ask(topic, input);
    if (!reply.ok) throw new Error(`${topic}: ${reply.because}`);
    return reply.value;
  };
  await give('operator.sign-on', { operatorId: SUPERVISOR, passphrase: '' });
  await give('paper.set-kit', { size: 'letter', everyMinutes: null });
  const day = (after: number) => new Date(clock.since + after * DAY_MS).toISOString().slice(0, 10);
  // A day or a half is planned twice where the center's day and this one's differ, which is refused.
  for (let later = 1; later < 9; later += 1)
    for (const from of [0, 1])
      await window.ask('roster.copy', {
        from: day(from),
        days: 1,
        to: day(from + later),
        unitId: null,
      });
  await give('operator.sign-on', { operatorId: DISPATCHER, passphrase: '' });
  const again = window.loaded();
  await window.run('setTimeout(() => location.reload(), 0)');
  await again;
}

async function look(window: ElectronWindow, clock: FastClock, file: string): Promise<Sample> {
  // First, so that the collecting of what is held is not among them.
  const frames = await window.run<number[]>('window.soakFrames.splice(0)');
  const page = (await window.door('soak.page')) as HeldByPage;
  const held = (await window.door('soak.main')) as HeldByMain;
  await window.run('window.soakPause()');
  const board = await window.ask('board.snapshot', {});
  const { calls, incidents, revision } = (board.ok ? board.value : EMPTY) as BoardSnapshot;
  const size = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  return {
    day: (held.now - clock.since) / DAY_MS,
    main: held,
    page,
    database: size(file) + size(`${file}-wal`),
    entries: revision,
    openIncidents: incidents.length,
    waitingCalls: calls.length,
    frames,
  };
}

const EMPTY = { calls: [], incidents: [], revision: 0 };

/** In the page: how far apart its turns to draw come. */
function collectFrames(): void {
  const scope = window as unknown as {
    soakFrames: number[];
    soakPause: () => void;
  };
  let last: number | null = null;
  scope.soakFrames = [];
  // A gap that the looking made is none of the console's.
  scope.soakPause = () => {
    last = null;
  };
  const frame = (at: number) => {
    if (last !== null) scope.soakFrames.push(at - last);
    last = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

const FIGURES: Readonly<Record<string, readonly [unit: string, read: (sample: Sample) => number]>> =
  {
    mainHeap: ['MiB', ({ main: { heap } }) => heap / MIB],
    mainResident: ['MiB', ({ main: { rss } }) => rss / MIB],
    pageHeap: ['MiB', ({ page: { heap } }) => heap / MIB],
    allProcesses: [
      'MiB',
      ({ main: { processes } }) => processes.reduce((sum, { bytes }) => sum + bytes, 0) / MIB,
    ],
    openFiles: ['', ({ main: { files } }) => files],
    activeResources: ['', ({ main: { resources } }) => resources],
    nodes: ['', ({ page: { nodes } }) => nodes],
    listeners: ['', ({ page: { listeners } }) => listeners],
    documents: ['', ({ page: { documents } }) => documents],
    database: ['MiB', ({ database }) => database / MIB],
  };

function figuresOf(samples: readonly Sample[], speed: number) {
  const growth = Object.fromEntries(
    Object.entries(FIGURES).map(([name, [unit, read]]) => {
      const { aDay, first, last } = growthOf(samples, read);
      return [
        name,
        {
          unit,
          aDay: rounded(aDay),
          first: rounded(first),
          last: rounded(last),
        },
      ];
    }),
  );
  const dayNumbers = [...new Set(samples.map(({ day }) => Math.floor(day)))];
  const frames = dayNumbers.map((day) => {
    const apart = samples
      .filter((sample) => Math.floor(sample.day) === day)
      .flatMap((sample) => sample.frames);
    const at = (share: number) => rounded(quantileOf(apart, share));
    return {
      day,
      frames: apart.length,
      p50: at(0.5),
      p99: at(0.99),
      longest: at(1),
    };
  });
  const last = samples.at(-1)!;
  return {
    speed: Math.round(speed),
    days: rounded(last.day),
    looks: samples.length,
    entries: last.entries,
    growth,
    frames,
  };
}

function titleOf(samples: readonly Sample[]): string {
  const { day, entries } = samples.at(-1)!;
  return `${day.toFixed(1)} simulated days through the real window: ${entries} entries`;
}

function stripsOf(samples: readonly Sample[]): Strip[] {
  const line = (read: (sample: Sample) => number) =>
    samples.map((sample) => [sample.day, read(sample)] as const);
  const grown = (label: string, name: string): Strip => {
    const [unit, read] = FIGURES[name]!;
    const { aDay } = growthOf(samples, read);
    const said = `${aDay >= 0 ? '+' : '−'}${Math.abs(aDay).toFixed(2)} ${unit}`.trim();
    return {
      label,
      unit,
      said: `${said} a day\nonce it is warm`,
      lines: [line(read)],
    };
  };
  const frame = (share: number) => (sample: Sample) =>
    sample.frames.length === 0 ? 0 : quantileOf(sample.frames, share);
  return [
    grown('Heap of main', 'mainHeap'),
    grown('Heap of the page', 'pageHeap'),
    grown('All processes', 'allProcesses'),
    grown('Open files', 'openFiles'),
    grown('Timers and sockets', 'activeResources'),
    grown('Nodes of the page', 'nodes'),
    grown('Listeners', 'listeners'),
    grown('Store', 'database'),
    {
      label: 'Open incidents',
      unit: '',
      said: 'and calls waiting',
      lines: [line((sample) => sample.openIncidents), line((sample) => sample.waitingCalls)],
    },
    {
      label: 'Between frames',
      unit: 'ms',
      said: 'median and\n99 of 100',
      lines: [line(frame(0.5)), line(frame(0.99))],
    },
  ];
}

process.exitCode = await main();
