import type { Comparison, EnoughToCompare, StudyCounts } from './repeat-comparison.ts';
import type { Difference } from '../statistics/difference-in-differences.ts';

/** Whether calls from an individual fall, in one sentence that claims no more than the interval. */
export function sayComparison(comparison: Comparison): string {
  if (!comparison.enough)
    return 'Not enough data to say whether people call less after a team came.';
  const { verdict, difference } = comparison;
  if (verdict === 'cannot-tell')
    return 'We cannot tell whether people call less after a team came.';
  const by = changeWords(difference);
  return `Calls of served people ${verdict} by ${by} more than those of eligible people no team could come to.`;
}

export const NOBODY_KNOWN =
  'No call is known to be of a certain person, so nobody’s calls can be followed.';
export const NOBODY_SERVED =
  'No call up to the end of this period was served, so there is nothing to compare with.';

/** What has to be known to read it rightly, each in a sentence. */
export function sayReading(comparison: EnoughToCompare, counts: StudyCounts): string[] {
  const { difference, verdict } = comparison;
  const { servedLater, unserved } = counts;
  return [
    ...(verdict === 'cannot-tell'
      ? [`Anything from ${sayRange(difference)} calls fits the record.`]
      : []),
    `With as many people as these, a fall by ${percentOf(1 - difference.detectable)} or more is seen four times out of five; a smaller one mostly stays unseen.`,
    ...(servedLater === 0
      ? []
      : [
          `Of the ${unserved} people no team could come to, a team came to ${servedLater} within the time compared after all. They stay where they are, which makes an effect look smaller than it is.`,
        ]),
  ];
}

/** “18 % (5 % to 29 %)”, the smaller change first, whether the calls rose or fell. */
function changeWords({ ratio, low, high }: Difference): string {
  const [near, far] = ratio < 1 ? [high, low] : [low, high];
  return `${awayFrom1(ratio)} (${awayFrom1(near)} to ${awayFrom1(far)})`;
}

/** An interval as it is read: “48 % to 14 % fewer”, “33 % fewer to 59 % more”. */
export function sayRange({ low, high }: Pick<Difference, 'low' | 'high'>): string {
  const oneSided = (low < 1 && high < 1) || (low > 1 && high > 1);
  return `${oneSided ? awayFrom1(low) : sayRatio(low)} to ${sayRatio(high)}`;
}

/** A ratio as it is read in a table: “18 % fewer”, “12 % more”, “the same”. */
export function sayRatio(ratio: number): string {
  const words = awayFrom1(ratio);
  if (words === '0 %') return 'the same';
  return `${words} ${ratio < 1 ? 'fewer' : 'more'}`;
}

function awayFrom1(ratio: number): string {
  return percentOf(Math.abs(ratio - 1));
}

function percentOf(share: number): string {
  return `${Math.round(100 * share)} %`;
}
