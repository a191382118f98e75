import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  receivedAt,
  timeCourse,
  type MidnightRule,
  type MomentReading,
} from '#shared/intake-file/course-times.ts';
import { compileFormats, type Stamp } from '#shared/intake-file/time-pattern.ts';
import { ZoneClock } from '#shared/intake-file/zone-clock.ts';
import { MOMENTS } from '#shared/outcomes/counted-call.ts';

const HOUR = 3_600_000;
const RULES = { clock: new ZoneClock(null), utc: false, longest: 24 * HOUR };
const read = compileFormats(['YYYY-MM-DD HH:mm']);
/** A night no clock is changed in. */
const NIGHT = Date.UTC(2031, 4, 6, 20);

function stampAt(ms: number): Stamp {
  const told = (read as (text: string) => { value: Stamp })(
    new Date(ms).toISOString().slice(0, 16).replace('T', ' '),
  );
  return told.value;
}

function course(minutes: readonly (number | null)[], midnight: MidnightRule) {
  const [first = 0, ...rest] = minutes;
  const received = receivedAt(stampAt(NIGHT + (first ?? 0) * 60_000), RULES);
  if ('why' in received) throw new Error(received.why);
  const readings = rest.map((minute, at): MomentReading => ({
    moment: MOMENTS[at] ?? 'cleared',
    reading: minute === null ? 'nothing' : { told: stampAt(NIGHT + minute * 60_000) },
    midnight,
  }));
  return timeCourse(received, readings, RULES);
}

const MIDNIGHT = 240;
const anyMinutes = fc.tuple(
  fc.integer({ min: 0, max: 300 }),
  fc.array(fc.option(fc.oneof(fc.constant(MIDNIGHT), fc.integer({ min: 0, max: 480 }))), {
    minLength: 6,
    maxLength: 6,
  }),
);

describe('midnight', () => {
  test('in a genuine sequence around midnight is a time, unless it never is one', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const sequence = [MIDNIGHT];
        for (const step of before) sequence.unshift((sequence[0] ?? 0) - step);
        for (const step of after.slice(0, 6 - before.length))
          sequence.push((sequence.at(-1) ?? 0) + step);
        const moment = MOMENTS[before.length - 1] ?? 'answered';
        for (const rule of ['time', 'unknown-unless-near'] as const)
          expect(course(sequence, rule).fates[moment]).toBe('known');
        expect(course(sequence, 'unknown').fates[moment]).toBe('sentinel');
      }),
    );
  });

  test('among times that it contradicts is unknown where it may be', () => {
    // Received at 20:00 or later, and everything else told is over before midnight.
    const evening = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(evening, evening, (first, second) => {
        const [received, cleared] = [Math.min(first, second), Math.max(first, second) + 1];
        const told = course(
          [received, null, null, null, null, MIDNIGHT, cleared],
          'unknown-unless-near',
        );
        expect(told.fates).toMatchObject({ arrived: 'sentinel', cleared: 'known' });
      }),
    );
  });
});

test('moments that are in order never go back, and what is out of order names a pair', () => {
  fc.assert(
    fc.property(
      anyMinutes,
      fc.constantFrom<MidnightRule>('time', 'unknown', 'unknown-unless-near'),
      ([received, rest], rule) => {
        const { elapsed, outOfOrder, fates, crossed } = course([received, ...rest], rule);
        expect(Object.keys(fates)).toHaveLength(MOMENTS.length);
        let last = 0;
        for (const moment of MOMENTS) {
          const isOut = outOfOrder.includes(moment);
          expect(fates[moment] === 'outOfOrder').toBe(isOut);
          expect(crossed.some(({ to }) => to === moment)).toBe(isOut);
          const seconds = elapsed[moment];
          expect(seconds !== undefined).toBe(isOut || fates[moment] === 'known');
          if (seconds === undefined || isOut) continue;
          expect(seconds).toBeGreaterThanOrEqual(last);
          last = seconds;
        }
      },
    ),
  );
});
