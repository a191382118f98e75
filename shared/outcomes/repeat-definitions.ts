import type { TimedCall } from './repeat-timeline.ts';

/** Who calls repeatedly: so many calls about mental health or substance use within so many days. */
export const REPEAT_DEFINITIONS = [
  { id: 'repeat', label: 'Repeat', calls: 2, days: 30, source: 'this console' },
  { id: 'high', label: 'High', calls: 3, days: 60, source: 'Chicago' },
  { id: 'very-high', label: 'Very high', calls: 8, days: 90, source: 'CareHouston' },
] as const;
export type RepeatDefinition = (typeof REPEAT_DEFINITIONS)[number];

/** Whether so many of the calls, which are in order, fell within so many days, the last of them since a day. */
export function meets(
  calls: readonly TimedCall[],
  { calls: many, days }: { readonly calls: number; readonly days: number },
  since: number,
): boolean {
  for (let last = many - 1; last < calls.length; last += 1) {
    const from = calls[last - many + 1];
    const to = calls[last];
    if (from === undefined || to === undefined || to.day < since) continue;
    if (to.day - from.day <= days) return true;
  }
  return false;
}
