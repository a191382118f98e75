import { drawBeta } from './gamma.ts';
import type { Draw } from './seeded.ts';

/** What somebody knows of a number: surely not below, most likely, surely not above. */
export interface Spread {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/**
 * The PERT distribution over a spread: a beta distribution stretched over it whose mean is (low + 4 likely +
 * high) / 6 (D. G. Malcolm and others, “Application of a technique for research and development program
 * evaluation”, Operations Research 7, 1959; as a beta: D. Vose, “Risk Analysis”, 2008).
 */
export function pertMean({ low, likely, high }: Spread): number {
  return (low + 4 * likely + high) / 6;
}

export function pertVariance(spread: Spread): number {
  const mean = pertMean(spread);
  return ((mean - spread.low) * (spread.high - mean)) / 7;
}

export function drawPert(draw: Draw, { low, likely, high }: Spread): number {
  const width = high - low;
  if (width <= 0) return low;
  const [below, above] = [(likely - low) / width, (high - likely) / width];
  return low + width * drawBeta(draw, 1 + 4 * below, 1 + 4 * above);
}
