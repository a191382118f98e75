import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOpenAt,
  NO_HOURS,
  openState,
  sayOpen,
  sayRule,
  type Hours,
  type OpeningRule,
  type WallNow,
} from '#shared/directory/hours.ts';
import { momentInZone, wallInZone } from '#shared/roster/zone-moment.ts';

const CHICAGO = 'America/Chicago';

/** What the center's clock shows at an instant. */
function wall(instant: string): WallNow {
  const at = Date.parse(instant);
  const shown = wallInZone(CHICAGO, at);
  const date = shown.slice(0, 10);
  const minute = Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
  return {
    date,
    minute,
    day: new Date(`${date}T00:00Z`).getUTCDay(),
    offset: Math.round((Date.parse(`${shown}Z`) - at) / 60_000),
  };
}

function at(date: string, time: string): WallNow {
  const instant = momentInZone(CHICAGO, date, time);
  if (instant === null) throw new Error(`${date} ${time} is never shown.`);
  return wall(instant);
}

function rule(changes: Partial<OpeningRule> = {}): OpeningRule {
  return {
    days: [1, 2, 3, 4, 5],
    opens: 9 * 60,
    closes: 17 * 60,
    from: null,
    to: null,
    recurs: { every: 'week' },
    offset: null,
    ...changes,
  };
}

function hours(...rules: readonly OpeningRule[]): Hours {
  return { ...NO_HOURS, rules };
}

const NIGHT = rule({ days: [5], opens: 22 * 60, closes: 6 * 60 });
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

describe('on a usual day', () => {
  test('the door opens at its minute and is closed at its last', () => {
    const office = hours(rule());
    expect(isOpenAt(office, at('2026-06-01', '08:59'))).toBe(false);
    expect(isOpenAt(office, at('2026-06-01', '09:00'))).toBe(true);
    expect(isOpenAt(office, at('2026-06-01', '16:59'))).toBe(true);
    expect(isOpenAt(office, at('2026-06-01', '17:00'))).toBe(false);
  });

  test('it says until when, when next, and on which day', () => {
    const office = hours(rule());
    const monday = at('2026-06-01', '10:00');
    const friday = at('2026-06-05', '18:00');
    expect(sayOpen(openState(office, monday), monday)).toBe('Open until 17:00');
    expect(sayOpen(openState(office, friday), friday)).toBe('Opens Mon 09:00');
  });

  test('two shifts that meet are one', () => {
    const both = hours(rule({ closes: 12 * 60 }), rule({ opens: 12 * 60, closes: 20 * 60 }));
    const noon = at('2026-06-01', '12:00');
    expect(sayOpen(openState(both, noon), noon)).toBe('Open until 20:00');
  });

  test('without hours nobody can tell', () => {
    const now = at('2026-06-01', '10:00');
    expect(openState(NO_HOURS, now)).toEqual({ is: 'unknown' });
    expect(sayOpen(openState(NO_HOURS, now), now)).toBe('Hours not known');
  });

  test('what recurs in a way that is not computed leaves a closed door unknown, not closed', () => {
    const now = at('2026-06-06', '10:00');
    expect(openState({ ...hours(rule()), unsure: true }, now)).toEqual({ is: 'unknown' });
  });
});

describe('around midnight', () => {
  test('a Friday night reaches into Saturday and no further', () => {
    expect(isOpenAt(hours(NIGHT), at('2026-06-05', '23:59'))).toBe(true);
    expect(isOpenAt(hours(NIGHT), at('2026-06-06', '00:00'))).toBe(true);
    expect(isOpenAt(hours(NIGHT), at('2026-06-06', '05:59'))).toBe(true);
    expect(isOpenAt(hours(NIGHT), at('2026-06-06', '06:00'))).toBe(false);
    expect(isOpenAt(hours(NIGHT), at('2026-06-05', '05:00'))).toBe(false);
  });

  test('a day that ends at midnight says 24:00', () => {
    const late = hours(rule({ closes: 1440 }));
    const now = at('2026-06-01', '23:00');
    expect(sayOpen(openState(late, now), now)).toBe('Open until 24:00');
  });

  test('day and night has no end, also across midnight', () => {
    const always = hours(rule({ days: EVERY_DAY, opens: 0, closes: 1440 }));
    for (const time of ['00:00', '03:00', '23:59']) {
      const now = at('2026-06-06', time);
      expect(openState(always, now)).toEqual({ is: 'open', until: null });
    }
    expect(sayOpen({ is: 'open', until: null }, at('2026-06-06', '00:00'))).toBe(
      'Open day and night',
    );
  });
});

describe('when the clock is put forward or back', () => {
  const nights = hours(rule({ days: EVERY_DAY, opens: 22 * 60, closes: 6 * 60 }));

  test('the night that lacks an hour stays open from one side of it to the other', () => {
    // 2026-03-08, 02:00 to 03:00 is never shown.
    expect(isOpenAt(nights, wall('2026-03-08T07:59:00Z'))).toBe(true);
    expect(isOpenAt(nights, wall('2026-03-08T08:00:00Z'))).toBe(true);
    expect(isOpenAt(nights, wall('2026-03-08T10:59:00Z'))).toBe(true);
    expect(isOpenAt(nights, wall('2026-03-08T11:00:00Z'))).toBe(false);
  });

  test('an hour that is shown twice is open both times', () => {
    const early = hours(rule({ days: [0], opens: 60, closes: 120 }));
    expect(isOpenAt(early, wall('2026-11-01T06:30:00Z'))).toBe(true);
    expect(isOpenAt(early, wall('2026-11-01T07:30:00Z'))).toBe(true);
    expect(isOpenAt(early, wall('2026-11-01T08:30:00Z'))).toBe(false);
  });

  test('times in another zone keep to that zone: an hour earlier here in winter', () => {
    const utc = hours(rule({ days: EVERY_DAY, opens: 15 * 60, closes: 16 * 60, offset: 0 }));
    expect(isOpenAt(utc, at('2026-07-01', '10:30'))).toBe(true);
    expect(isOpenAt(utc, at('2026-12-01', '10:30'))).toBe(false);
    expect(isOpenAt(utc, at('2026-12-01', '09:30'))).toBe(true);
  });

  test('a door in UTC that opens after midnight there is open the evening before here', () => {
    const late = hours(rule({ days: [2], opens: 60, closes: 120, offset: 0 }));
    expect(isOpenAt(late, at('2026-06-01', '20:30'))).toBe(true);
    expect(isOpenAt(late, at('2026-06-02', '20:30'))).toBe(false);
  });
});

describe('seasons, months and exceptions', () => {
  test('a rule holds from its first to its last day', () => {
    const season = hours(rule({ from: '2026-06-02', to: '2026-06-03' }));
    const open = (date: string) => isOpenAt(season, at(date, '10:00'));
    expect(['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].map(open)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('every second week counts from the week it began in', () => {
    const fortnight = hours(
      rule({ days: [1], recurs: { every: 'weeks', weeks: 2, since: '2026-06-03' } }),
    );
    const open = (date: string) => isOpenAt(fortnight, at(date, '10:00'));
    expect([open('2026-06-01'), open('2026-06-08'), open('2026-06-15')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('days of the month count from both ends', () => {
    const days = hours(rule({ recurs: { every: 'month-days', days: [1, -1] } }));
    const open = (date: string) => isOpenAt(days, at(date, '10:00'));
    expect([open('2026-02-01'), open('2026-02-28'), open('2026-02-27')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('the second Tuesday and the last Friday', () => {
    const on = [
      { nth: 2, day: 2 },
      { nth: -1, day: 5 },
    ];
    const days = hours(rule({ recurs: { every: 'month-weekdays', on } }));
    const open = (date: string) => isOpenAt(days, at(date, '10:00'));
    expect([
      open('2026-06-09'),
      open('2026-06-26'),
      open('2026-06-02'),
      open('2026-06-19'),
    ]).toEqual([true, true, false, false]);
  });

  test('an exception takes the place of the day, closed or with other hours', () => {
    const exceptions = [
      { from: '2026-12-25', to: '2026-12-25', yearly: false, open: null },
      { from: '2026-12-24', to: '2026-12-24', yearly: false, open: { opens: 600, closes: 720 } },
    ];
    const office = { ...hours(rule()), exceptions };
    expect(isOpenAt(office, at('2026-12-25', '10:00'))).toBe(false);
    expect(isOpenAt(office, at('2026-12-24', '09:30'))).toBe(false);
    expect(isOpenAt(office, at('2026-12-24', '11:30'))).toBe(true);
  });

  test('a yearly closing may reach over New Year', () => {
    const exceptions = [{ from: '0001-12-24', to: '0001-01-02', yearly: true, open: null }];
    const office = { ...hours(rule()), exceptions };
    expect(isOpenAt(office, at('2026-12-28', '10:00'))).toBe(false);
    expect(isOpenAt(office, at('2027-01-01', '10:00'))).toBe(false);
    expect(isOpenAt(office, at('2027-01-04', '10:00'))).toBe(true);
  });
});

test('a week is said in one line', () => {
  expect(sayRule(rule())).toBe('Mon–Fri 09:00–17:00');
  expect(sayRule(rule({ days: EVERY_DAY, opens: 0, closes: 1440 }))).toBe('Mon–Sun day and night');
  expect(sayRule(rule({ days: [2, 4] }))).toBe('Tue, Thu 09:00–17:00');
});

const anyRule = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
  opens: fc.integer({ min: 0, max: 1439 }),
  closes: fc.integer({ min: 0, max: 1440 }),
  from: fc.constant(null),
  to: fc.constant(null),
  recurs: fc.constant({ every: 'week' as const }),
  offset: fc.option(fc.integer({ min: -720, max: 840 })),
});
const anyNow = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2027-12-31'),
  noInvalidDate: true,
});

test('what is said and whether it is open never contradict each other', () => {
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 4 }), anyNow, (rules, instant) => {
      const now = wall(instant.toISOString());
      const state = openState(hours(...rules), now);
      const open = isOpenAt(hours(...rules), now);
      expect(state.is).toBe(open === null ? 'unknown' : open ? 'open' : 'closed');
      if (state.is === 'open' && state.until !== null) {
        const last = { ...now, ...state.until, day: new Date(state.until.date).getUTCDay() };
        expect(isOpenAt(hours(...rules), last)).toBe(false);
      }
    }),
  );
});
