import { drawExponential, drawNormal, seeded, type Draw } from '../statistics/seeded.ts';

/** Months before the one people are picked in, and after it. */
export const PEAK_MONTHS = 5;

export interface InventedPeak {
  readonly invented: number;
  readonly picked: number;
  /** Calls of each picked person in each month; the middle one is the month they are picked in. */
  readonly perMonth: readonly number[];
}

const INVENTED = 4_000;
const PICKED_FROM = 3;

/**
 * Regression to the mean to look at (Galton, Journal of the Anthropological Institute 15, 1886): invented people
 * each call as often in every month, some more and some less. Those who happen to call three times in one month are
 * picked. Nobody comes to them, nothing changes, and the month after they call far less.
 */
export function inventedPeak(seed = 1886): InventedPeak {
  const draw = seeded(seed);
  const sums = Array.from({ length: 2 * PEAK_MONTHS + 1 }, () => 0);
  let picked = 0;
  for (let person = 0; person < INVENTED; person += 1) {
    // With squares of normal numbers: most people seldom call, a few often.
    const rate = 0.4 + 0.3 * drawNormal(draw) ** 2;
    const calls = sums.map(() => callsInMonth(draw, rate));
    if ((calls[PEAK_MONTHS] ?? 0) < PICKED_FROM) continue;
    picked += 1;
    for (const [month, count] of calls.entries()) sums[month] = (sums[month] ?? 0) + count;
  }
  return { invented: INVENTED, picked, perMonth: sums.map((sum) => sum / Math.max(1, picked)) };
}

function callsInMonth(draw: Draw, rate: number): number {
  let count = 0;
  for (let at = drawExponential(draw); at < rate; at += drawExponential(draw)) count += 1;
  return count;
}
