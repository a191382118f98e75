import { expect, test } from 'vitest';
import { hasten, takeClock } from '../soak/fast-clock.ts';
import { answerOf, asText, readAnswer } from '../soak/answer.ts';
import { FIGURE_NAMES, figuresOf, longFramesOf } from '../soak/figures.ts';
import { countBy, kindOfFile } from '../soak/handles.ts';
import { growthOf, slope, type Sample } from '../soak/samples.ts';
import { soakPicture } from '../soak/soak-picture.ts';
import { judge, type Happened } from '../soak/verdict.ts';

const sample = (day: number, heap: number): Sample => ({
  day,
  main: {
    now: 0,
    heap,
    code: 0,
    rss: 0,
    external: 0,
    resources: {},
    files: {},
    processes: [],
  },
  page: { heap: 0, nodes: 0, listeners: 0, documents: 1 },
  database: 0,
  entries: 0,
  openIncidents: 0,
  waitingCalls: 0,
  turns: [],
  long: [],
});

test('a slope is the one most points agree on, whatever a single one says', () => {
  expect(
    slope([
      [0, 1],
      [1, 3],
      [2, 5],
    ]),
  ).toBeCloseTo(2);
  expect(
    slope([
      [0, 4],
      [1, 4],
      [2, 4],
    ]),
  ).toBe(0);
  expect(
    slope([
      [0, 0],
      [1, 3],
      [2, 0],
    ]),
  ).toBeCloseTo(0);
  expect(
    slope([
      [0, 1],
      [1, 2],
      [2, 90],
      [3, 4],
      [4, 5],
    ]),
  ).toBe(1);
  expect(slope([[3, 9]])).toBe(0);
  expect(
    slope([
      [3, 9],
      [3, 12],
    ]),
  ).toBe(0);
});

test('what grows is told from what only warms up', () => {
  const warming = [sample(0, 0), sample(1, 50), sample(2, 60), sample(4, 60), sample(6, 60)];
  expect(growthOf(warming, ({ main }) => main.heap)).toEqual({
    aDay: 0,
    first: 60,
    last: 60,
  });
  const leaking = [sample(0, 0), sample(2, 60), sample(4, 70), sample(6, 80)];
  expect(growthOf(leaking, ({ main }) => main.heap).aDay).toBeCloseTo(5);
  // A run too short to warm up says what it has.
  expect(growthOf([sample(0, 1), sample(1, 3)], ({ main }) => main.heap).aDay).toBeCloseTo(2);
  expect(() => growthOf([], () => 0)).toThrow('Nothing was sampled');
});

const clock = { speed: 1000, since: Date.now() - 10_000, began: Date.UTC(2026, 9, 28) };

test('a fast clock runs on from where it began, and leaves dates that are given alone', () => {
  const scope = { Date } as typeof globalThis;
  takeClock(scope, clock, queueMicrotask);
  const gone = scope.Date.now() - clock.began;
  expect(gone).toBeGreaterThanOrEqual(10_000_000);
  expect(new scope.Date(7).getTime()).toBe(7);
  expect(new scope.Date('2026-03-03T18:00:00.000Z').toISOString()).toBe('2026-03-03T18:00:00.000Z');
  expect(new scope.Date(2026, 2, 3).getDate()).toBe(3);
  expect(new scope.Date()).toBeInstanceOf(Date);
  expect(scope.Date.parse('1970-01-01T00:00:00.007Z')).toBe(7);
});

test('within one turn it goes on at the pace of life, and the next turn is far ahead', () => {
  const times = [20_000, 20_005, 20_007, 20_009];
  class Told extends Date {
    static override now = () => times.shift() ?? 0;
  }
  const next: (() => void)[] = [];
  const now = takeClock(
    { Date: Told } as unknown as typeof globalThis,
    { speed: 1000, since: 10_000, began: 0 },
    (act) => next.push(act),
  );
  expect([now(), now(), now()]).toEqual([10_000_000, 10_000_005, 10_000_007]);
  expect(next).toHaveLength(1);
  next[0]?.();
  expect(now()).toBe(10_009_000);
});

test('hastened timers wait shorter, and never nothing', () => {
  const waited: (number | undefined)[] = [];
  const note = ((_act: () => void, ms?: number) => waited.push(ms)) as unknown;
  const scope = { setTimeout: note, setInterval: note } as typeof globalThis;
  hasten(scope, 1000);
  scope.setTimeout(() => {}, 60_000);
  scope.setTimeout(() => {}, 500);
  scope.setTimeout(() => {}, 0);
  scope.setTimeout(() => {});
  scope.setInterval(() => {}, 5_000);
  scope.setTimeout(() => {}, 7_200_000);
  scope.setTimeout(() => {}, 86_400_000);
  expect(waited).toEqual([60, 2, 0, undefined, 40, 30_000, 86_400]);
});

test('a file is told by what it leads to', () => {
  expect(
    [
      'socket:[1]',
      'pipe:[1]',
      'anon_inode:[eventfd]',
      'anon_inode:inotify',
      '/dev/shm/.org.chromium.Chromium.x (deleted)',
      '/dev/null',
      '/data/training/caredesk.sqlite-wal',
      '/data/window/Local Storage/leveldb/LOG',
      '/copies/caredesk.part',
      '/usr/share/icudtl.dat',
    ].map(kindOfFile),
  ).toEqual([
    'socket',
    'pipe',
    'event',
    'event',
    'shared memory',
    'device',
    'store',
    'profile of the window',
    'copy',
    'other file',
  ]);
  expect(countBy(['pipe', 'socket', 'pipe'])).toEqual({ pipe: 2, socket: 1 });
});

test('what long frames were spent on is summed, and those the page only waited in are told apart', () => {
  const frame = { ms: 80, script: 30, style: 20, forced: 10, did: [['key', 30] as const] };
  const turns = [16, 60, 90, 70].map((ms) => [0, ms, true] as const);
  expect(longFramesOf([frame, { ...frame, ms: 60 }], turns)).toEqual({
    late: 3,
    worked: 2,
    longest: 80,
    scriptMs: 60,
    styleMs: 40,
    forcedMs: 20,
    did: [{ what: 'key', times: 2, ms: 60 }],
  });
});

test('frames are counted by the day and the hour they were drawn in', () => {
  const began = Date.UTC(2026, 9, 28);
  const at = (hours: number, ms: number, touched: boolean) =>
    [began + hours * 3_600_000, ms, touched] as const;
  const turns = [at(0.5, 16, false), at(0.9, 20, true), at(25, 50, true)];
  const { frames, hours } = figuresOf([{ ...sample(2, 1), turns }], began);
  expect(frames.map(({ day, frames: drawn, p99Untouched }) => [day, drawn, p99Untouched])).toEqual([
    [0, 2, 16],
    [1, 1, null],
  ]);
  expect(hours.map(({ hour, longest }) => [hour, longest])).toEqual([
    [0, 20],
    [25, 50],
  ]);
});

const growing = (more: Partial<Record<(typeof FIGURE_NAMES)[number], number>>) => {
  const of = FIGURE_NAMES.map((name) => {
    const aDay = more[name] ?? 0;
    return [name, { unit: '', aDay, first: 1, last: 1 }];
  });
  return Object.fromEntries(of) as Happened['growth'];
};
const week: Happened = {
  days: 7,
  growth: growing({}),
  acts: { lock: { tried: 3, done: 3 } },
  entriesByType: { 'call.received': 900, 'copy.made': 7 },
  copyFailures: [],
  waiting: 4,
};

test('a week in which nothing grew is all right', () => {
  expect(judge(week)).toMatchObject({ ok: true, judged: true, wrong: [] });
  // What follows the work may grow: the store is the record.
  expect(judge({ ...week, growth: growing({ database: 40, mainResident: 9 }) }).ok).toBe(true);
});

test('a leak of memory, of a file a day or of listeners is found', () => {
  for (const [leak, name] of [
    [{ mainHeap: 3 }, 'Heap of main grows by 3 MiB a day'],
    [{ openFiles: 1 }, 'Open files grows by 1 a day'],
    [{ activeResources: 1 }, 'Timers and sockets grows by 1 a day'],
    [{ listeners: 40 }, 'Listeners of the page grows by 40 a day'],
  ] as const) {
    const verdict = judge({ ...week, growth: growing(leak) });
    expect(verdict.ok).toBe(false);
    expect(verdict.wrong.join()).toContain(name);
  }
  // Too short to tell a leak from a console that is warming up.
  const short = judge({ ...week, days: 1, growth: growing({ mainHeap: 3 }) });
  expect(short).toMatchObject({ ok: true, judged: false });
});

test('a week in which somebody did nothing, no copy was made or the clock jumped proves nothing', () => {
  const acts = { lock: { tried: 3, done: 0 } };
  expect(judge({ ...week, acts }).wrong).toEqual(['“lock” was tried 3 times and never done.']);
  const wrong = (more: Record<string, number>) =>
    judge({ ...week, entriesByType: { ...week.entriesByType, ...more } }).wrong;
  expect(wrong({ 'copy.made': 2 })).toEqual(['Only 2 copies were made in 7 days.']);
  expect(judge({ ...week, copyFailures: ['The disk is full.'] }).wrong).toEqual([
    'A copy failed: The disk is full.',
  ]);
  expect(wrong({ 'clock.jumped': 4 })).toEqual([
    'The console believes that its clock jumped 4 times.',
  ]);
});

test('a board that stands still on a busy machine is said, and slopes are not told from it', () => {
  const stuck = judge({ ...week, waiting: 300, growth: growing({ pageHeap: 2 }) });
  expect(stuck).toMatchObject({ ok: false, judged: false });
  expect(stuck.wrong).toEqual([
    '300 calls waited most of the time: this machine is too busy for this speed.',
  ]);
});

const lived = answerOf({
  samples: [sample(0, 0), sample(2, 20 * 2 ** 20), sample(7, 20 * 2 ** 20)].map((each) => ({
    ...each,
    turns: [[Date.UTC(2026, 9, 28) + each.day * 86_400_000, 17, false]],
  })),
  began: Date.UTC(2026, 9, 28),
  clocksGoBack: 3.5,
  speed: 1440,
  acts: { 'lock <&>': { tried: 1, done: 0 } },
  entriesByType: { 'copy.made': 7 },
  copyFailures: [],
});

test('an answer that was kept can be read again, and nothing else can', () => {
  const text = asText(lived);
  expect(readAnswer(text)).toEqual(lived);
  expect(text).toContain('"day": [ 0, 2, 7 ]');
  for (const other of ['', '{}', 'null', '[]', '{"growth":{}}'])
    expect(readAnswer(other)).toBeNull();
});

test('the picture shows each figure from zero, its slope and what of it is wrong', () => {
  const picture = soakPicture(lived);
  expect(picture).toMatch(
    /^<svg [^>]+>\n<title>7\.0 simulated days .*“lock &lt;&amp;&gt;” was tried/,
  );
  expect(picture).toContain('+0.00 MiB a day');
  expect(picture).toContain('warm 20, at the end 20');
  expect(picture).toContain('simulated days</text>');
  expect(picture).toContain('prefers-color-scheme: dark');
  expect(picture).not.toMatch(/NaN|undefined|Infinity/);
});
