import { Z_95 } from './wilson.ts';

export interface Ratio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * How often something happens in one group for each time it happens in another, with the 95 % interval of the log
 * method (D. Katz et al., Biometrics 34, 1978): the logarithm of a ratio of two proportions is nearly normal with
 * variance 1/a − 1/n + 1/b − 1/m. Null where either count is none: there the method has no answer.
 */
export function rateRatio(group: Counted, rest: Counted): Ratio | null {
  const { numerator: a, denominator: n } = group;
  const { numerator: b, denominator: m } = rest;
  if (a === 0 || b === 0 || n === 0 || m === 0) return null;
  const value = a / n / (b / m);
  const half = Z_95 * Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m);
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
}
