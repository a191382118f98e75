import { describe, expect, test } from 'vitest';
import { drawBeta, drawGamma } from '#shared/statistics/gamma.ts';
import { drawPert, pertMean, pertVariance, type Spread } from '#shared/statistics/pert.ts';
import { seeded } from '#shared/statistics/seeded.ts';

const DRAWS = 40_000;

function momentsOf(draw: () => number): { mean: number; variance: number; error: number } {
  const drawn = Array.from({ length: DRAWS }, draw);
  const mean = drawn.reduce((sum, each) => sum + each, 0) / DRAWS;
  const variance = drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (DRAWS - 1);
  return { mean, variance, error: Math.sqrt(variance / DRAWS) };
}

describe('the gamma distribution', () => {
  test.each([0.5, 1, 2.5, 40])('with shape %d has that mean and that variance', (shape) => {
    const draw = seeded(7);
    const { mean, variance, error } = momentsOf(() => drawGamma(draw, shape));
    expect(Math.abs(mean - shape)).toBeLessThan(4 * error);
    expect(variance / shape).toBeCloseTo(1, 1);
  });
});

test.each([
  [0.5, 0.5],
  [3, 5],
  [30.5, 10.5],
])('a beta of %d and %d has its closed-form mean and variance', (a, b) => {
  const draw = seeded(11);
  const { mean, variance, error } = momentsOf(() => drawBeta(draw, a, b));
  expect(Math.abs(mean - a / (a + b))).toBeLessThan(4 * error);
  expect(variance / ((a * b) / ((a + b) ** 2 * (a + b + 1)))).toBeCloseTo(1, 1);
});

describe('PERT', () => {
  const spreads: Spread[] = [
    { low: 0, likely: 50, high: 100 },
    { low: 45, likely: 55, high: 75 },
    { low: 10, likely: 10, high: 90 },
    { low: 145, likely: 169, high: 169 },
  ];

  test('has the mean and the variance of its textbook form', () => {
    expect(pertMean({ low: 45, likely: 55, high: 75 })).toBeCloseTo((45 + 220 + 75) / 6, 12);
    // Symmetric: alpha = beta = 3, whose variance is 1/28 of the width squared.
    expect(pertVariance({ low: 0, likely: 50, high: 100 })).toBeCloseTo(10_000 / 28, 9);
    // Likely at the low end: alpha = 1, beta = 5, variance 5 / (36 · 7) of the width squared.
    expect(pertVariance({ low: 10, likely: 10, high: 90 })).toBeCloseTo((6_400 * 5) / 252, 9);
  });

  test.each(spreads)('drawn from $low / $likely / $high it keeps to them', (spread) => {
    const draw = seeded(3);
    const drawn: number[] = [];
    const { mean, variance, error } = momentsOf(() => {
      const each = drawPert(draw, spread);
      drawn.push(each);
      return each;
    });
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(spread.low);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(spread.high);
    expect(Math.abs(mean - pertMean(spread))).toBeLessThan(4 * error);
    expect(variance / pertVariance(spread)).toBeCloseTo(1, 1);
  });

  test('of a number that is known is that number', () => {
    expect(drawPert(seeded(1), { low: 61, likely: 61, high: 61 })).toBe(61);
  });
});
