import { NORMAL_95 } from './normal.ts';

/**
 * Two-sided 95 % of Student's distribution with so many degrees of freedom (also between whole numbers) lie
 * within it: the tail as an incomplete beta function, NIST Digital Library of Mathematical Functions 8.17(i), and
 * halved until the tail fits.
 */
export function student95(degrees: number): number {
  if (degrees < 1) throw new RangeError('An interval needs at least one degree of freedom.');
  if (degrees > 1e6) return NORMAL_95;
  let [low, high] = [NORMAL_95, 13];
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (studentTail(middle, degrees) > 0.025) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The part of Student's distribution above `t`, which is not negative. */
export function studentTail(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
}

/** Regularized, by the continued fraction DLMF 8.17.22, on the side where it is quick. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x),
  );
  let fraction = 1;
  for (let m = 200; m >= 0; m -= 1) {
    const even = 2 * m;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + even) * (a + even + 1));
    const next = ((m + 1) * (b - m - 1) * x) / ((a + even + 1) * (a + even + 2));
    fraction = 1 + odd / (1 + next / fraction);
  }
  return front / (a * fraction);
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** Lanczos, SIAM Journal on Numerical Analysis B 1 (1964), with the nine usual terms; arguments of ½ and more. */
function logGamma(x: number): number {
  const shifted = x - 1;
  let sum = LANCZOS[0] ?? 0;
  for (let term = 1; term < LANCZOS.length; term += 1)
    sum += (LANCZOS[term] ?? 0) / (shifted + term);
  const base = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}
