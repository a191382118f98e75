import type { UnservedCode } from '../incident/alternative-course.ts';

/**
 * What became of one call about mental health or substance use. Only an eligible call can begin a comparison:
 * `served`, or `unserved` when no team could come for a reason that has nothing to do with the person. Eligible too,
 * but in neither group: `sent` (a team went and served nobody) and `otherwise` (a person decided otherwise, or nobody knows).
 */
export type Course = 'served' | 'unserved' | 'sent' | 'otherwise' | 'not-eligible';

/** Reasons of hours, areas and load: as good as chance, so who was unserved by them is like who was served. */
export const UNSERVED_BY_CHANCE: readonly UnservedCode[] = [
  'out-of-hours',
  'out-of-area',
  'all-busy',
  'timed-out',
];

export interface TimedCall {
  /** Days since 1970 on the center's wall clock, with the fraction of the day. */
  readonly day: number;
  readonly course: Course;
}

/** The calls of one known person, the earliest first. */
export interface PersonTimeline {
  readonly calls: readonly TimedCall[];
  /** Stays in hospital or jail that are known: days in which nobody calls 911. In order, not overlapping. */
  readonly away: readonly Stay[];
}

export interface Stay {
  readonly from: number;
  readonly to: number;
}

/** Days between two moments in which the person could have called. */
export function exposedDays({ away }: PersonTimeline, from: number, to: number): number {
  let days = to - from;
  for (const stay of away) days -= Math.max(0, Math.min(to, stay.to) - Math.max(from, stay.from));
  return days;
}

/** Calls from the one moment up to, and not with, the other. */
export function callsBetween({ calls }: PersonTimeline, from: number, to: number): number {
  let count = 0;
  for (const { day } of calls) if (day >= from && day < to) count += 1;
  return count;
}
