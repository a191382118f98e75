import { expect, test } from 'vitest';
import { drawExponential, drawNormal, seeded, type Draw } from '#shared/statistics/seeded.ts';

const drawn = (draw: Draw, count: number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test('the same seed gives the same numbers, a neighbouring one others', () => {
  expect(drawn(seeded(7), 50)).toEqual(drawn(seeded(7), 50));
  const shared = new Set(drawn(seeded(7), 1000));
  expect(drawn(seeded(8), 1000).filter((value) => shared.has(value))).toEqual([]);
});

test('draws lie in [0, 1) and fill twenty equal bins evenly', () => {
  const bins = Array.from({ length: 20 }, () => 0);
  for (const value of drawn(seeded(2026), 100_000)) {
    expect(value >= 0 && value < 1).toBe(true);
    const bin = Math.floor(value * 20);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  // Chi-squared with 19 degrees of freedom: beyond 43.8 once in a thousand seeds, and this seed is fixed.
  const chi = bins.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
  expect(chi).toBeLessThan(43.8);
});

test('neighbouring draws and neighbouring seeds do not follow one another', () => {
  const values = drawn(seeded(11), 50_000);
  const serial = mean(values.slice(1).map((value, i) => (value - 0.5) * ((values[i] ?? 0) - 0.5)));
  // Its standard error is (1/12)/sqrt(50 000).
  expect(Math.abs(serial)).toBeLessThan(4 * (1 / 12 / Math.sqrt(50_000)));
  const firsts = Array.from({ length: 20_000 }, (_, seed) => seeded(seed)());
  expect(Math.abs(mean(firsts) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 20_000));
});

test('waiting times have mean and deviation 1; normal values 0 and 1', () => {
  const draw = seeded(5);
  const waits = Array.from({ length: 100_000 }, () => drawExponential(draw));
  expect(mean(waits)).toBeCloseTo(1, 1);
  expect(Math.min(...waits.slice(0, 1000))).toBeGreaterThanOrEqual(0);
  const normal = Array.from({ length: 100_000 }, () => drawNormal(draw));
  expect(Math.abs(mean(normal))).toBeLessThan(4 / Math.sqrt(100_000));
  expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1);
  // 95 % of a normal distribution lie within 1.96.
  const within = normal.filter((value) => Math.abs(value) < 1.96).length / normal.length;
  expect(Math.abs(within - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 100_000));
});
