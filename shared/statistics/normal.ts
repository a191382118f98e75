/** Two-sided 95 % of the standard normal distribution lie within it. */
export const NORMAL_95 = 1.959963984540054;
/** 80 % of it lie below: the usual power. */
export const NORMAL_80 = 0.8416212335729143;

const DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

/**
 * The part of the standard normal distribution above `z`. Near the middle by the series 26.2.11, in the tail by
 * the continued fraction 26.2.14 of Abramowitz and Stegun, Handbook of Mathematical Functions (1964).
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = DENSITY_AT_ZERO * Math.exp((-z * z) / 2);
  if (z < 3) {
    let [term, sum] = [z, z];
    for (let odd = 3; Math.abs(term) > 1e-17 * sum; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let depth = 120; depth >= 1; depth -= 1) fraction = z + depth / fraction;
  return density / fraction;
}

/** How often chance alone gives a statistic of one degree of freedom at least as large. */
export function chiSquareTail(statistic: number): number {
  return Math.min(1, 2 * normalTail(Math.sqrt(statistic)));
}
