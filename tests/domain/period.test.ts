import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { period } from '#shared/contract/input-parts.ts';
import { daysOf, periodFault, periodOf } from '#shared/outcomes/period.ts';

describe('a period', () => {
  test.each([
    ['last-4-weeks', '2026-03-01', '2026-02-02', '2026-03-01'],
    ['this-quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['this-quarter', '2026-04-01', '2026-04-01', '2026-04-01'],
    ['last-quarter', '2026-02-14', '2025-10-01', '2025-12-31'],
    ['last-quarter', '2028-05-05', '2028-01-01', '2028-03-31'],
    ['this-year', '2026-12-31', '2026-01-01', '2026-12-31'],
  ] as const)('%s, on %s, is %s to %s', (choice, today, from, to) => {
    expect(periodOf(choice, today)).toEqual({ from, to });
  });

  test('the last four weeks are 28 days, whatever the calendar does', () => {
    const day = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const today = date.toISOString().slice(0, 10);
        expect(daysOf(periodOf('last-4-weeks', today))).toBe(28);
      }),
    );
  });

  test('the last quarter ends on the day before this one begins', () => {
    const day = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const today = date.toISOString().slice(0, 10);
        const [last, now] = [periodOf('last-quarter', today), periodOf('this-quarter', today)];
        expect(daysOf({ from: last.to, to: now.from })).toBe(2);
        expect(daysOf(last)).toBeGreaterThanOrEqual(90);
        expect(daysOf(last)).toBeLessThanOrEqual(92);
      }),
    );
  });

  test.each([
    { from: '2026-03-02', to: '2026-03-01' },
    { from: '2026-02-30', to: '2026-03-01' },
    { from: '2026-03-01' },
    { from: '2026-03-01', to: '2026-03-02', also: 1 },
  ])('is refused: %o', (given) => {
    expect(period.safeParse(given).success).toBe(false);
  });

  test('may be one day', () => {
    const day = { from: '2026-03-01', to: '2026-03-01' };
    expect(period.parse(day)).toEqual(day);
    expect(periodFault(day)).toBeNull();
    expect(daysOf(day)).toBe(1);
  });
});
