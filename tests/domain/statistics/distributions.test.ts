import { expect, test } from 'vitest';
import { chiSquareTail, NORMAL_80, NORMAL_95, normalTail } from '#shared/statistics/normal.ts';
import { student95, studentTail } from '#shared/statistics/student-t.ts';

test.each([
  [0, 0.5],
  [0.5, 0.3085375387259869],
  [1, 0.15865525393145707],
  [2.999, 0.0013543365337271066],
  [3, 0.0013498980316300946],
  [5, 2.866515718791939e-7],
  [8, 6.220960574271785e-16],
  [-1, 0.8413447460685429],
])('above %d lies %d of the normal distribution', (z, tail) => {
  expect(normalTail(z) / tail).toBeCloseTo(1, 11);
});

test('the points the intervals and the power are read at', () => {
  expect(normalTail(NORMAL_95)).toBeCloseTo(0.025, 12);
  expect(normalTail(NORMAL_80)).toBeCloseTo(0.2, 12);
});

test.each([
  // Printed tables of chi-square with one degree of freedom.
  [2.706, 0.1],
  [3.841, 0.05],
  [6.635, 0.01],
  [10.828, 0.001],
])('a chi-square of %d is reached by chance in %d', (statistic, p) => {
  expect(chiSquareTail(statistic)).toBeCloseTo(p, 4);
});

test.each([
  // Student (1908) as printed in every table; between whole numbers from an independent program.
  [1, 12.7062],
  [2, 4.30265],
  [2.5, 3.57465],
  [5, 2.57058],
  [7.3, 2.34507],
  [10, 2.22814],
  [30, 2.04227],
  [100, 1.98397],
  [10_000, 1.9602],
  [1e6, 1.95997],
  [1e9, 1.95996],
])('with %d degrees of freedom 95 %% lie within %d', (degrees, point) => {
  expect(student95(degrees)).toBeCloseTo(point, 4);
});

test('with one degree it is the distribution of Cauchy, whose tail is known', () => {
  for (const t of [0, 0.3, 1, 4, 40])
    expect(studentTail(t, 1)).toBeCloseTo(0.5 - Math.atan(t) / Math.PI, 12);
});

test('without a degree of freedom there is no interval', () => {
  expect(() => student95(0)).toThrow('degree of freedom');
});
