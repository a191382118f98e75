import { NORMAL_80 } from './normal.ts';
import { jackknifeByPerson, type LogEstimate } from './person-jackknife.ts';
import type { Exposed } from './person-rate.ts';
import { student95 } from './student-t.ts';

/** One person's calls in two windows: before and after the moment the person was chosen by. */
export interface BeforeAfter {
  readonly before: Exposed;
  readonly after: Exposed;
}

/** How much more the calls of one group changed than those of the other, as a ratio: 1 is no difference. */
export interface Difference {
  readonly ratio: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
  /** The ratio nearest to 1 (below it) that a study of this size would show four times out of five. */
  readonly detectable: number;
}

/**
 * Difference-in-differences of person-month rates on the scale of ratios: (after / before) of the one group over
 * (after / before) of the other, as in Poisson regression with an interaction (Angrist and Pischke, Mostly Harmless
 * Econometrics, 2009, chapter 5). What changes for everybody, and what falls back for everybody who was chosen in the
 * same way, falls out. The interval is by person (Bertrand, Duflo and Mullainathan, Quarterly Journal of Economics
 * 119, 2004: intervals by call are too narrow), the two groups' variances added with Welch's degrees of freedom.
 *
 * Null where there is no such ratio: somebody has to have called in each of the four windows, and not one person alone.
 */
export function differenceInDifferences(
  chosen: readonly BeforeAfter[],
  others: readonly BeforeAfter[],
): Difference | null {
  const [one, other] = [changeOf(chosen), changeOf(others)];
  if (one === null || other === null) return null;
  const variance = one.variance + other.variance;
  const error = Math.sqrt(variance);
  const degrees =
    variance > 0
      ? variance ** 2 / (one.variance ** 2 / one.degrees + other.variance ** 2 / other.degrees)
      : one.degrees;
  const critical = student95(degrees);
  const log = one.log - other.log;
  return {
    ratio: Math.exp(log),
    low: Math.exp(log - critical * error),
    high: Math.exp(log + critical * error),
    detectable: Math.exp(-(critical + NORMAL_80) * error),
  };
}

function changeOf(people: readonly BeforeAfter[]): LogEstimate | null {
  return jackknifeByPerson(people, {
    above: [({ after }) => after.calls, ({ before }) => before.days],
    below: [({ before }) => before.calls, ({ after }) => after.days],
  });
}
