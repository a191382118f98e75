import { expect, test } from 'vitest';
import { inventedPeak, PEAK_MONTHS } from '#shared/outcomes/invented-peak.ts';

test('who is picked in a peak calls less afterwards, and called less before, though nothing changed', () => {
  const { picked, perMonth } = inventedPeak();
  const peak = perMonth[PEAK_MONTHS]!;
  const others = perMonth.filter((_, month) => month !== PEAK_MONTHS);
  expect(picked).toBeGreaterThan(100);
  expect(peak).toBeGreaterThanOrEqual(3);
  for (const month of others) expect(month).toBeLessThan(0.75 * peak);
  // Before and after are alike: it is the picking that made the peak.
  const [before, after] = [perMonth.slice(0, PEAK_MONTHS), perMonth.slice(PEAK_MONTHS + 1)];
  const mean = (months: readonly number[]) =>
    months.reduce((sum, each) => sum + each) / months.length;
  expect(mean(after) / mean(before)).toBeCloseTo(1, 1);
});

test('it is the same picture every time', () => {
  expect(inventedPeak()).toEqual(inventedPeak());
});
