/** Two-sided 95 %: the quantile of the standard normal distribution at 0.975. */
export const Z_95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The score interval for a proportion (E. B. Wilson, 1927; method 3 in R. G. Newcombe, Statistics in Medicine
 * 17, 1998), without continuity correction. It stays inside [0, 1] and says something where nothing or
 * everything was counted. `n` is above 0.
 */
export function wilson(counted: number, n: number, z = Z_95): Interval {
  const share = counted / n;
  const spread = z * z;
  const middle = (share + spread / (2 * n)) / (1 + spread / n);
  const half = (z / (1 + spread / n)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n * n));
  // The exact ends, where rounding would leave 1e-17 below none or above all.
  return {
    low: counted === 0 ? 0 : Math.max(0, middle - half),
    high: counted === n ? 1 : Math.min(1, middle + half),
  };
}
