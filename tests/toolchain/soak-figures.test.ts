import { expect, test } from 'vitest';
import { hasten, takeClock } from '../soak/fast-clock.ts';
import { growthOf, slope, type Sample } from '../soak/samples.ts';
import { soakPicture } from '../soak/soak-picture.ts';

const sample = (day: number, heap: number): Sample => ({
  day,
  main: {
    now: 0,
    heap,
    rss: 0,
    external: 0,
    resources: 0,
    files: 0,
    processes: [],
  },
  page: { heap: 0, nodes: 0, listeners: 0, documents: 1 },
  database: 0,
  entries: 0,
  openIncidents: 0,
  waitingCalls: 0,
  frames: [],
});

test('a slope is that of the line nearest to the points', () => {
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

test('a fast clock runs on from now, and leaves dates that are given alone', () => {
  const scope = { Date } as typeof globalThis;
  takeClock(scope, { speed: 1000, since: Date.now() - 10_000 });
  const ahead = scope.Date.now() - Date.now();
  expect(ahead).toBeGreaterThanOrEqual(9_990_000);
  expect(new scope.Date(7).getTime()).toBe(7);
  expect(new scope.Date('2026-03-03T18:00:00.000Z').toISOString()).toBe('2026-03-03T18:00:00.000Z');
  expect(new scope.Date(2026, 2, 3).getDate()).toBe(3);
  expect(new scope.Date()).toBeInstanceOf(Date);
  expect(scope.Date.parse('1970-01-01T00:00:00.007Z')).toBe(7);
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
  expect(waited).toEqual([60, 2, 0, undefined, 40]);
});

test('the picture shows each strip from zero to its highest value', () => {
  const lines = [[[0, 1] as const, [7, 20] as const]];
  const picture = soakPicture('Seven <days>', [
    {
      label: 'Heap & more',
      unit: 'MiB',
      said: '+0.10 MiB a day\nonce warm',
      lines,
    },
  ]);
  expect(picture).toMatch(/^<svg [^>]+>\n<title>Seven &lt;days&gt;<\/title>/);
  expect(picture).toContain('Heap &amp; more');
  expect(picture).toContain('20 MiB');
  expect(picture).toContain('day 7');
  expect(picture.match(/<polyline/g)).toHaveLength(1);
  expect(picture).not.toMatch(/NaN|undefined|Infinity/);
});
