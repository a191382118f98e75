import { studyGroups, studyStart, type StudyDesign, type StudyGroups } from './repeat-study.ts';
import type { PersonTimeline } from './repeat-timeline.ts';
import {
  differenceInDifferences,
  type BeforeAfter,
  type Difference,
} from '../statistics/difference-in-differences.ts';
import { personRate, type Exposed, type PersonRate } from '../statistics/person-rate.ts';

/** Fewer calls than that in one of the groups, and no result is told (domain report 6.2). */
export const LEAST_CALLS = 30;
/** In each of the four windows, of as many people: an interval needs people who differ. */
export const LEAST_IN_WINDOW = 5;

/** Both windows of one group. There is no change of one group alone in here: it would say nothing. */
export interface GroupRates {
  readonly before: PersonRate;
  readonly after: PersonRate;
}

/** What the interval of the difference says: whether it lies on one side of “no difference”. */
export type Verdict = 'fell' | 'rose' | 'cannot-tell';

/** The difference alone. */
export interface EnoughToTell {
  readonly enough: true;
  readonly verdict: Verdict;
  readonly difference: Difference;
}

/** With what it is made of. */
export interface EnoughToCompare extends EnoughToTell {
  readonly served: GroupRates;
  readonly unserved: GroupRates;
  /** What the served would have called in a month afterwards, had their calls changed like the others'. */
  readonly expected: { readonly perMonth: number; readonly low: number; readonly high: number };
}

export interface NotEnough {
  readonly enough: false;
  /** What is missing, each in a sentence. */
  readonly missing: readonly string[];
}

export type Result = EnoughToTell | NotEnough;
export type Comparison = EnoughToCompare | NotEnough;

/** Who was compared, and who was not. */
export interface StudyCounts {
  readonly served: number;
  readonly unserved: number;
  readonly servedLater: number;
  readonly leftOut: StudyGroups['leftOut'];
}

export interface Study {
  readonly comparison: Comparison;
  readonly counts: StudyCounts;
}

export function compare(people: Iterable<PersonTimeline>, design: StudyDesign): Study {
  return studyOf(studyGroups(people, design), design);
}

export function studyOf(groups: StudyGroups, design: StudyDesign): Study {
  const { served, unserved, servedLater, leftOut } = groups;
  return {
    comparison: comparisonOf(groups, design),
    counts: { served: served.length, unserved: unserved.length, servedLater, leftOut },
  };
}

function comparisonOf(groups: StudyGroups, design: StudyDesign): Comparison {
  const result = resultOf(groups, design);
  if (!result.enough) return result;
  const rates = { served: ratesOf(groups.served), unserved: ratesOf(groups.unserved) };
  const after = rates.served.after.perMonth ?? 0;
  const { ratio, low, high } = result.difference;
  return {
    ...result,
    ...rates,
    expected: { perMonth: after / ratio, low: after / high, high: after / low },
  };
}

/** The difference, or what is missing before there is one. */
export function resultOf({ served, unserved }: StudyGroups, design: StudyDesign): Result {
  const missing = [
    ...missingTime(design),
    ...missingCalls('people a team came to', served),
    ...missingCalls('people no team could come to', unserved),
  ];
  const difference = differenceInDifferences(served, unserved);
  if (missing.length > 0) return { enough: false, missing };
  if (difference === null) return { enough: false, missing: [ALL_AWAY] };
  return { enough: true, verdict: verdictOf(difference), difference };
}

const ALL_AWAY = 'In one of the windows nobody could have called: all of them were away.';

export function verdictOf({ low, high }: Pick<Difference, 'low' | 'high'>): Verdict {
  if (high < 1) return 'fell';
  return low > 1 ? 'rose' : 'cannot-tell';
}

function ratesOf(people: readonly BeforeAfter[]): GroupRates {
  return {
    before: personRate(people.map(({ before }) => before)),
    after: personRate(people.map(({ after }) => after)),
  };
}

function missingTime(design: StudyDesign): string[] {
  const days = Math.floor(design.to - design.windowDays - studyStart(design));
  if (days > 0) return [];
  return [
    `More time: the first call of a person counts from four weeks after the launch, and needs ${design.windowDays} days on record before it and ${design.windowDays} days after it.`,
  ];
}

function missingCalls(of: string, people: readonly BeforeAfter[]): string[] {
  const before = people.map((each) => each.before);
  const after = people.map((each) => each.after);
  const calls = sum(before) + sum(after);
  if (calls < LEAST_CALLS)
    return [
      `Calls of ${of}: ${calls} of at least ${LEAST_CALLS}, from ${people.length === 1 ? '1 person' : `${people.length} people`}.`,
    ];
  return [
    ...missingInWindow(`before the first call of ${of}`, before),
    ...missingInWindow(`after the first call of ${of}`, after),
  ];
}

function missingInWindow(where: string, people: readonly Exposed[]): string[] {
  const callers = people.filter(({ calls }) => calls > 0);
  if (callers.length < LEAST_IN_WINDOW)
    return [`People who called ${where}: ${callers.length} of at least ${LEAST_IN_WINDOW}.`];
  const most = Math.max(...callers.map(({ calls }) => calls));
  if (2 * most <= sum(people)) return [];
  return [`One person made more than half of the calls ${where}: it would be about that person.`];
}

function sum(people: readonly Exposed[]): number {
  return people.reduce((all, { calls }) => all + calls, 0);
}
