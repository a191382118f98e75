import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantile } from '#shared/statistics/quantile.ts';
import { rateRatio } from '#shared/statistics/rate-ratio.ts';
import { shareOf } from '#shared/statistics/share.ts';
import { wilson } from '#shared/statistics/wilson.ts';

const part = fc.nat(5_000).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

describe('the score interval of a proportion', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (counted, n, low, high) => {
    expect(wilson(counted, n).low).toBeCloseTo(low, 4);
    expect(wilson(counted, n).high).toBeCloseTo(high, 4);
  });

  test('it holds the proportion, stays between none and all, and turns with the other half', () => {
    fc.assert(
      fc.property(part, ([counted, n]) => {
        fc.pre(n > 0);
        const { low, high } = wilson(counted, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(counted / n);
        expect(high).toBeGreaterThanOrEqual(counted / n);
        expect(wilson(n - counted, n).high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  test('it gets narrower with more calls of the same share', () => {
    fc.assert(
      fc.property(part, fc.integer({ min: 2, max: 50 }), ([counted, n], times) => {
        fc.pre(n > 0);
        const few = wilson(counted, n);
        const many = wilson(counted * times, n * times);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  test('a share of nothing has no value and no interval', () => {
    expect(shareOf(0, 0)).toEqual({
      numerator: 0,
      denominator: 0,
      value: null,
      low: null,
      high: null,
    });
    expect(shareOf(1, 4)).toMatchObject({ numerator: 1, denominator: 4, value: 0.25 });
  });
});

describe('a quantile', () => {
  test('is the smallest value that so many do not exceed', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(quantile(ten, 0.5)).toBe(5);
    expect(quantile(ten, 0.9)).toBe(9);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });

  test('at least that part does not exceed it, and less than that part stays below it', () => {
    const values = fc.array(fc.nat(50), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.1, 0.5, 0.9), (some, p) => {
        const value =
          quantile(
            some.toSorted((a, b) => a - b),
            p,
          ) ?? Number.NaN;
        const n = some.length;
        expect(some.filter((each) => each <= value).length).toBeGreaterThanOrEqual(n * p);
        expect(some.filter((each) => each < value).length).toBeLessThan(n * p);
      }),
    );
  });
});

describe('a ratio of two shares', () => {
  // The Physicians' Health Study as in A. Agresti, Categorical Data Analysis (2002), section 3.1.
  test('heart attacks on placebo for each on aspirin: 1.82 (1.43 to 2.30)', () => {
    const placebo = { numerator: 189, denominator: 11_034 };
    const aspirin = { numerator: 104, denominator: 11_037 };
    const ratio = rateRatio(placebo, aspirin);
    expect(ratio?.value).toBeCloseTo(1.818, 3);
    expect(ratio?.low).toBeCloseTo(1.433, 2);
    expect(ratio?.high).toBeCloseTo(2.306, 2);
  });

  test('the other way round it is the reciprocal; with nothing counted there is none', () => {
    const some = { numerator: 12, denominator: 40 };
    const others = { numerator: 30, denominator: 60 };
    const [one, other] = [rateRatio(some, others), rateRatio(others, some)];
    expect(one?.value).toBeCloseTo(0.6, 12);
    expect(one?.low).toBeCloseTo(1 / (other?.high ?? 0), 12);
    expect(rateRatio({ numerator: 0, denominator: 40 }, others)).toBeNull();
    expect(rateRatio(some, { numerator: 0, denominator: 0 })).toBeNull();
  });
});
