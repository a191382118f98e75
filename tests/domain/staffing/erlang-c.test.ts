import fc from 'fast-check';
import { expect, test } from 'vitest';
import { erlangC, phoneWait, serversFor } from '#shared/statistics/erlang-c.ts';

/** The textbook form, with factorials: right for small numbers, and written another way than ours. */
function byFactorials(load: number, servers: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 0; k < servers; k += 1) {
    sum += term;
    term *= load / (k + 1);
  }
  const all = (term * servers) / (servers - load);
  return all / (sum + all);
}

test('the worked example that call centers learn it by: 200 calls an hour of 3 minutes, 14 agents', () => {
  const wait = phoneWait(200, 180, 14, 20);
  expect(wait?.load).toBe(10);
  expect(wait?.waits).toBeCloseTo(0.174, 3);
  expect(wait?.within).toBeCloseTo(0.888, 3);
  expect(wait?.meanWaitSeconds).toBeCloseTo(7.8, 1);
  expect(wait?.occupancy).toBeCloseTo(0.714, 3);
});

test('one line for one server is the closed form of M/M/1: load is the chance to wait', () => {
  // One van, an hour a call, 0.8 calls an hour: four hours of waiting on average (domain report 4.7).
  const one = phoneWait(0.8, 3600, 1, 60);
  expect(one?.waits).toBeCloseTo(0.8, 12);
  expect(one?.meanWaitSeconds).toBeCloseTo(4 * 3600, 6);
  expect((phoneWait(0.8, 3600, 2, 60)?.meanWaitSeconds ?? 0) / 60).toBeCloseTo(11.4, 1);
  expect((phoneWait(0.8, 3600, 3, 60)?.meanWaitSeconds ?? 0) / 60).toBeCloseTo(1.4, 1);
});

test('it is the form with factorials, wherever that can be computed', () => {
  const servers = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(servers, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (count, share) => {
      const load = count * share;
      expect(erlangC(load, count)).toBeCloseTo(byFactorials(load, count), 9);
    }),
  );
});

test('more people never make anybody wait longer, and a chance is a chance', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 400, noNaN: true }),
      fc.integer({ min: 60, max: 3600 }),
      fc.integer({ min: 1, max: 300 }),
      (calls, handle, count) => {
        const fewer = phoneWait(calls, handle, count, 60);
        const more = phoneWait(calls, handle, count + 1, 60);
        if (more === null) expect(fewer).toBeNull();
        if (fewer === null || more === null) return;
        expect(more.meanWaitSeconds).toBeLessThanOrEqual(fewer.meanWaitSeconds);
        expect(more.within).toBeGreaterThanOrEqual(fewer.within);
        for (const part of [fewer.waits, fewer.within, fewer.occupancy]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

test('as few as answer the share, and one fewer would not', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 200, noNaN: true }),
      fc.integer({ min: 60, max: 3600 }),
      (calls, handle) => {
        const least = serversFor(calls, handle, 60, 0.9);
        expect(phoneWait(calls, handle, least, 60)?.within).toBeGreaterThanOrEqual(0.9);
        expect(phoneWait(calls, handle, least - 1, 60)?.within ?? 0).toBeLessThan(0.9);
      },
    ),
  );
});

test('nobody there, too much to work off, and nobody calling', () => {
  expect(erlangC(0.5, 0)).toBe(1);
  expect(erlangC(0, 0)).toBe(1);
  expect(erlangC(0, 2)).toBe(0);
  expect(phoneWait(10, 3600, 10, 60)).toBeNull();
  expect(phoneWait(0, 900, 2, 60)).toMatchObject({ waits: 0, within: 1, meanWaitSeconds: 0 });
  expect(serversFor(0, 900, 60, 0.9)).toBe(0);
});
