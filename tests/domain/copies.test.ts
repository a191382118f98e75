import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyName, copyOfFile, isCopyName, storeFileOf } from '#shared/copies/copy-name.ts';
import {
  rotate,
  USUAL_ROTATION,
  type RotatedCopy,
  type Rotation,
} from '#shared/copies/rotation.ts';
import { isCopyDue, oldestGoodMs, tryAgainAt, USUAL_SCHEDULE } from '#shared/copies/schedule.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const day = fc
  .integer({ min: 0, max: 4_000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * DAY).toISOString().slice(0, 10));
const copies = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 80 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.record<RotatedCopy>({
          name: fc.constant(`copy-${number}`),
          number: fc.constant(number),
          beforeUpgrade: fc.boolean(),
          day,
          verified: fc.boolean(),
        }),
      ),
    ),
  );
const rotation = fc.record<Rotation>({
  last: fc.integer({ min: 1, max: 8 }),
  days: fc.integer({ min: 0, max: 20 }),
  weeks: fc.integer({ min: 0, max: 10 }),
  months: fc.integer({ min: 0, max: 14 }),
  upgrades: fc.integer({ min: 0, max: 4 }),
});
const newestFirst = (all: readonly RotatedCopy[]) => all.toSorted((a, b) => b.number - a.number);

describe('the rotation, whatever the clock of the PC wrote on the copies', () => {
  test('keeps or removes each of them, once', () => {
    fc.assert(
      fc.property(copies, rotation, (all, by) => {
        const { keep, remove } = rotate(all, by);
        expect([...keep, ...remove].sort()).toEqual(all.map(({ name }) => name).sort());
      }),
    );
  });

  test('never removes the newest verified copy, nor the only one', () => {
    fc.assert(
      fc.property(copies, rotation, (all, by) => {
        const { keep, remove } = rotate(all, by);
        const newest = newestFirst(all).find(({ verified }) => verified);
        if (newest !== undefined) expect(keep).toContain(newest.name);
        // Where none can be trusted, all of them stay.
        else expect(remove).toEqual([]);
      }),
    );
  });

  test('keeps the last ones that were made, wherever their dates lie', () => {
    fc.assert(
      fc.property(copies, rotation, (all, by) => {
        const { keep } = rotate(all, by);
        const last = newestFirst(all).filter((each) => each.verified && !each.beforeUpgrade);
        for (const { name } of last.slice(0, by.last)) expect(keep).toContain(name);
      }),
    );
  });

  test('does not depend on the order it is told them in, and is done after once', () => {
    fc.assert(
      fc.property(copies, rotation, fc.integer(), (all, by, seed) => {
        const shuffled = all.toSorted(
          (a, b) => ((a.number * seed) % 97) - ((b.number * seed) % 97),
        );
        expect(rotate(shuffled, by)).toEqual(rotate(all, by));
        const { keep } = rotate(all, by);
        const left = all.filter(({ name }) => keep.includes(name));
        expect(rotate(left, by).remove).toEqual([]);
      }),
    );
  });

  test('keeps no more than it says, beside copies nobody trusts', () => {
    fc.assert(
      fc.property(copies, rotation, (all, by) => {
        const { keep } = rotate(all, by);
        const trusted = all.filter(({ name, verified }) => verified && keep.includes(name));
        const most = by.last + by.days + by.weeks + by.months + by.upgrades + 1;
        expect(trusted.length).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('of a year of copies, six a day, leaves the promised ones', () => {
    const year = Array.from({ length: 365 * 6 }, (_, at): RotatedCopy => {
      const madeAt = new Date(Date.UTC(2026, 0, 1) + at * 4 * HOUR).toISOString();
      return {
        name: `copy-${at}`,
        number: at,
        beforeUpgrade: false,
        day: madeAt.slice(0, 10),
        verified: true,
      };
    });
    const { keep } = rotate(year, USUAL_ROTATION);
    const days = keep.map((name) => year.find((each) => each.name === name)!.day);
    expect(days.slice(0, 6)).toEqual(Array(6).fill('2026-12-31'));
    expect(new Set(days).size).toBe(14 + 6 + 10);
    expect(new Set(days.map((each) => each.slice(0, 7))).size).toBe(12);
  });
});

describe('the schedule', () => {
  const zone = 'America/Chicago';
  const at = (text: string) => Date.parse(text);
  const due = (last: string | null, now: string, schedule = USUAL_SCHEDULE) =>
    isCopyDue(schedule, last === null ? null : at(last), at(now), zone);

  test.each<[string, string | null, string, boolean]>([
    ['there is none yet', null, '2026-03-03T18:00:00Z', true],
    [
      'the last is younger than the interval',
      '2026-03-03T15:00:00Z',
      '2026-03-03T18:59:59Z',
      false,
    ],
    ['the interval is over', '2026-03-03T15:00:00Z', '2026-03-03T19:00:00Z', true],
    ['the time of day has come', '2026-03-03T09:00:00Z', '2026-03-03T09:30:00Z', true],
    ['it was made at the time of day', '2026-03-03T09:30:00Z', '2026-03-03T09:31:00Z', false],
    ['the clock was set back', '2026-03-03T19:00:00Z', '2026-03-03T18:00:00Z', true],
    ['it was made this very moment', '2026-03-03T18:00:00Z', '2026-03-03T18:00:00Z', false],
  ])('when %s', (_, last, now, expected) => {
    expect(due(last, now)).toBe(expected);
  });

  test('without an interval, a time of day that passed while CareDesk was closed is made up for', () => {
    const nightly = { everyHours: null, at: ['03:30'] };
    expect(due('2026-03-02T10:00:00Z', '2026-03-03T09:00:00Z', nightly)).toBe(false);
    expect(due('2026-03-02T10:00:00Z', '2026-03-03T14:00:00Z', nightly)).toBe(true);
    expect(due('2026-02-20T10:00:00Z', '2026-03-03T09:00:00Z', nightly)).toBe(true);
  });

  test('asked every minute for ten days, a copy is made six or seven times a day', () => {
    let [last, made]: [number | null, number] = [null, 0];
    const start = at('2026-03-03T06:00:00Z');
    for (let now = start; now < start + 10 * DAY; now += 60_000) {
      if (!isCopyDue(USUAL_SCHEDULE, last, now, zone)) continue;
      [last, made] = [now, made + 1];
    }
    expect(made).toBeGreaterThanOrEqual(60);
    expect(made).toBeLessThanOrEqual(71);
  });

  test('a target that fails is tried again, more and more rarely', () => {
    const waits = [1, 2, 3, 4, 9].map((failures) => tryAgainAt(failures, 0) / 60_000);
    expect(waits).toEqual([5, 15, 60, 240, 240]);
  });

  test('a copy is too old after a day and two hours at the earliest', () => {
    expect(oldestGoodMs(USUAL_SCHEDULE)).toBe(26 * HOUR);
    expect(oldestGoodMs({ everyHours: null, at: ['03:30'] })).toBe(48 * HOUR);
    expect(oldestGoodMs({ everyHours: 24, at: [] })).toBe(48 * HOUR);
  });
});

describe('the name of a copy', () => {
  const store = 'ab'.repeat(32);

  test('is told apart from one of the same second, and is one of ours', () => {
    const made = { madeAt: '2026-03-03T18:00:00.123Z', store, before: null };
    const first = copyName(made, () => false);
    expect(first).toBe('caredesk-2026-03-03-180000Z-abababab');
    expect(copyName(made, (name) => name === first)).toBe(`${first}-2`);
    expect(copyName({ ...made, before: '0.2.0' }, () => false)).toBe(
      'caredesk-before-0.2.0-2026-03-03-180000Z-abababab',
    );
    expect([first, `${first}-2`].every(isCopyName)).toBe(true);
    expect(copyOfFile(storeFileOf(first))).toBe(first);
  });

  test.each(['', '.', '..', '../caredesk', 'caredesk', 'caredesk.sqlite', 'a/b', 'caredesk-2026'])(
    '%j is none',
    (name) => {
      expect(isCopyName(name)).toBe(false);
      expect(copyOfFile(`${name}.sqlite`)).toBeNull();
    },
  );
});
