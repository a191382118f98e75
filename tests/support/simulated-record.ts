import { pastCallNumbered } from './past-call-numbered.ts';
import type { PastCall, PastCourse } from '#shared/call/past-call.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import type { Course, PersonTimeline } from '#shared/outcomes/repeat-timeline.ts';

const COURSES: Readonly<Record<Course, PastCourse>> = {
  served: { steps: { behavioral: true, eligible: true, assigned: true, served: true } },
  unserved: {
    steps: { behavioral: true, eligible: true, assigned: false },
    unserved: 'out-of-area',
  },
  sent: { steps: { behavioral: true, eligible: true, assigned: true, served: false } },
  otherwise: {
    steps: { behavioral: true, eligible: true, assigned: false },
    unserved: 'overridden',
  },
  'not-eligible': { steps: { behavioral: true, eligible: false } },
};

let number = 0;

/** A past call of a simulated record whose day 0 is an ISO date. */
export function simulatedCall(
  start: string,
  day: number,
  course: Course,
  personId: string | null,
): PastCall {
  number += 1;
  const at = new Date(Date.parse(start) + toTheSecond(day) * 86_400_000);
  return {
    ...pastCallNumbered(number, 'MHDIST'),
    receivedLocal: at.toISOString().slice(0, 19),
    course: {
      ...COURSES[course],
      ...(personId === null ? {} : { personId: personId as PersonId }),
    },
  };
}

/** All calls of simulated people in the order they were received. */
export function simulatedRecord(start: string, people: readonly PersonTimeline[]): PastCall[] {
  return people
    .flatMap(({ calls }, at) =>
      calls.map(({ day, course }) => simulatedCall(start, day, course, `p${at}`)),
    )
    .toSorted((one, other) => one.receivedLocal.localeCompare(other.receivedLocal));
}

/** The finest a record tells: a simulated moment lies between two seconds. */
export function toTheSecond(day: number): number {
  return Math.round(day * 86_400) / 86_400;
}
