import {
  callsBetween,
  exposedDays,
  type Course,
  type PersonTimeline,
  type TimedCall,
} from './repeat-timeline.ts';
import type { BeforeAfter } from '../statistics/difference-in-differences.ts';
import type { Spell } from '../statistics/kaplan-meier.ts';

/** A new team needs weeks to find its feet; its first calls say little about what it does later. */
export const LAUNCH_LAG_DAYS = 28;

/**
 * In days since 1970; `to` is the end of the last day. It begins with the launch, not with a day somebody chooses:
 * who may choose the days may choose them until they show something.
 */
export interface StudyDesign {
  /** From when on calls are on record at all. */
  readonly recordFrom: number;
  /** When the first call was served. */
  readonly launch: number;
  readonly to: number;
  /** Length of the window before the first call, and of the one after it. */
  readonly windowDays: number;
  /** By how much both windows lie earlier: a whole window, and the first call has changed nothing yet. */
  readonly earlierBy: number;
  /** Which of the courses puts somebody into which group; every other one into none. */
  readonly served: readonly Course[];
  readonly unserved: readonly Course[];
}

/** People chosen by one call each, which itself is in neither of their windows. */
export interface StudyGroups {
  readonly served: readonly BeforeAfter[];
  readonly unserved: readonly BeforeAfter[];
  /** Those watched until their next call: everybody above, and those whose window is not over yet. */
  readonly waiting: { readonly served: readonly Spell[]; readonly unserved: readonly Spell[] };
  /** Eligible in the period, and why they are in neither group. */
  readonly leftOut: {
    readonly earlier: number;
    readonly otherwise: number;
    readonly tooRecent: number;
  };
  /** Of those who were unserved at first, how many were served within the window after all. */
  readonly servedLater: number;
}

/** The first day somebody can be chosen on: after the start-up, and with the windows before it on record. */
export function studyStart(design: StudyDesign): number {
  const { recordFrom, launch, windowDays, earlierBy } = design;
  return Math.max(launch + LAUNCH_LAG_DAYS, recordFrom + windowDays + earlierBy);
}

/**
 * Chooses each person by their first eligible call since the launch, and puts them with those a team came to or with
 * those no team could come to (a new-user design: Ray, American Journal of Epidemiology 158, 2003). Both are chosen
 * in the same way at a moment they called, so what falls back by itself afterwards falls back in both. Whoever was
 * eligible before the first day is in neither, whether a team came or not: to leave out only the served ones would
 * leave the steadiest callers on one side. Whoever is served later stays with those who were unserved: to move
 * them would choose by what happened afterwards, and to leave them can only make an effect look smaller.
 */
export function studyGroups(people: Iterable<PersonTimeline>, design: StudyDesign): StudyGroups {
  const groups = { served: [] as BeforeAfter[], unserved: [] as BeforeAfter[] };
  const waiting = { served: [] as Spell[], unserved: [] as Spell[] };
  const leftOut = { earlier: 0, otherwise: 0, tooRecent: 0 };
  const start = studyStart(design);
  let servedLater = 0;
  for (const person of people) {
    const first = person.calls.find(
      ({ day, course }) => day >= design.launch && course !== 'not-eligible',
    );
    if (first === undefined || first.day >= design.to) continue;
    const group = groupOf(first.course, design);
    if (first.day < start) leftOut.earlier += 1;
    else if (group === null) leftOut.otherwise += 1;
    else {
      const next = nextCall(person, first, design.to);
      waiting[group].push(next);
      if (first.day + design.windowDays > design.to) leftOut.tooRecent += 1;
      else groups[group].push(windowsOf(person, first, design));
      if (group === 'unserved' && isServedAfter(person, first, design)) servedLater += 1;
    }
  }
  return { ...groups, waiting, leftOut, servedLater };
}

function groupOf(course: Course, { served, unserved }: StudyDesign): 'served' | 'unserved' | null {
  if (served.includes(course)) return 'served';
  return unserved.includes(course) ? 'unserved' : null;
}

function isServedAfter(
  { calls }: PersonTimeline,
  first: TimedCall,
  { windowDays, to }: StudyDesign,
): boolean {
  const end = Math.min(to, first.day + windowDays);
  return calls.some(({ course, day }) => course === 'served' && day > first.day && day < end);
}

function windowsOf(
  person: PersonTimeline,
  first: TimedCall,
  { windowDays, earlierBy }: StudyDesign,
): BeforeAfter {
  const middle = first.day - earlierBy;
  const [from, to] = [middle - windowDays, middle + windowDays];
  const after = callsBetween(person, middle, to);
  return {
    before: { calls: callsBetween(person, from, middle), days: exposedDays(person, from, middle) },
    after: {
      // The call that chose the person stands at the start of its window and is not one of those after it.
      calls: earlierBy === 0 ? after - 1 : after,
      days: exposedDays(person, middle, to),
    },
  };
}

function nextCall(person: PersonTimeline, first: TimedCall, to: number): Spell {
  const next = person.calls[person.calls.indexOf(first) + 1];
  const happened = next !== undefined && next.day < to;
  return { time: exposedDays(person, first.day, happened ? next.day : to), happened };
}
