import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourOfWeek, weekOf } from '#shared/outcomes/wall-week.ts';

test('a week begins on Monday at midnight', () => {
  // 2026-03-01 was a Sunday.
  expect(weekOf('2026-03-01T23:59:59')).toBe('2026-02-23');
  expect(hourOfWeek('2026-03-01T23:59:59')).toBe(167);
  expect(weekOf('2026-03-02T00:00:00')).toBe('2026-03-02');
  expect(hourOfWeek('2026-03-02T00:00:00')).toBe(0);
  expect(hourOfWeek('2026-03-04T14:30:00')).toBe(2 * 24 + 14);
  expect(weekOf('1969-12-31T12:00:00')).toBe('1969-12-29');
});

test('it is what the calendar says, in every year', () => {
  const moment = fc.date({
    min: new Date('1960-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, (at) => {
      const local = at.toISOString().slice(0, 19);
      expect(hourOfWeek(local)).toBe(((at.getUTCDay() + 6) % 7) * 24 + at.getUTCHours());
      const monday = new Date(weekOf(local));
      expect(monday.getUTCDay()).toBe(1);
      const days = (Date.parse(local.slice(0, 10)) - monday.getTime()) / 86_400_000;
      expect(days).toBe((at.getUTCDay() + 6) % 7);
    }),
  );
});
