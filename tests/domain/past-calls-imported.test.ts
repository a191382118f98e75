import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastCallNumbered } from '../support/past-call-numbered.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import { pastCallKey, pastCallsImported, pastCallsOf } from '#shared/call/past-calls-imported.ts';

const text = fc.string({ maxLength: 12 });
const perhaps = fc.option(text);
const calls = fc.array(
  fc
    .record({
      preset: text,
      recordNumber: perhaps,
      receivedLocal: text,
      closedLocal: perhaps,
      rawType: text,
      callType: text,
      priority: perhaps,
      address: perhaps,
      latitude: fc.option(fc.double({ min: -90, max: 90, noNaN: true })),
      longitude: fc.option(fc.integer({ min: -180, max: 180 })),
      agency: perhaps,
      disposition: perhaps,
      rowHash: text,
      key: perhaps,
      elapsed: fc.option(fc.nat()),
    })
    .map(({ key, elapsed, ...call }): PastCall => {
      const course = elapsed === null ? {} : { course: { elapsed: { arrived: elapsed } } };
      return { key: key ?? pastCallKey(call), ...call, ...course };
    }),
  { maxLength: 5 },
);

test('calls come out of their entries as they went in, whatever they say', () => {
  fc.assert(
    fc.property(calls, (pastCalls) => {
      const stored = JSON.stringify(pastCallsImported('i-1', pastCalls));
      const events = JSON.parse(stored) as ReturnType<typeof pastCallsImported>;
      const negativeZero = JSON.parse(JSON.stringify(pastCalls)) as PastCall[];
      expect(events.flatMap(pastCallsOf)).toEqual(negativeZero);
    }),
  );
});

test('a key that follows from the rest is not written a second time', () => {
  const { key: _key, ...call } = pastCallNumbered(1, 'MHDIST');
  const [event] = pastCallsImported('i-1', [{ key: pastCallKey(call), ...call }]);
  expect(event?.calls[0]?.[0]).toBeNull();
  expect(JSON.stringify(event)).not.toContain(pastCallKey(call));
});

test('a call without a record number is known by all it says', () => {
  const { key: _key, ...call } = pastCallNumbered(1, 'MHDIST');
  const rowHash = 'ab'.repeat(32);
  expect(pastCallKey({ ...call, recordNumber: null, rowHash })).toBe(
    `mesa|${'ab'.repeat(16)}|2024-05-02T10:00:00`,
  );
});

test('many calls are several entries, in order, and none is an entry of nothing', () => {
  const pastCalls = Array.from({ length: 401 }, (_, n) => pastCallNumbered(n, 'MHDIST'));
  const events = pastCallsImported('i-1', pastCalls);
  expect(events.map((event) => event.calls.length)).toEqual([200, 200, 1]);
  expect(events.flatMap(pastCallsOf)).toEqual(pastCalls);
  expect(pastCallsImported('i-1', [])).toEqual([]);
});

test('an entry about something else took over no call', () => {
  expect(pastCallsOf({ type: 'mapping.removed', mappingId: 'm' as never })).toEqual([]);
});
