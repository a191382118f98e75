import {
  callsOfPerhapsKnownPeople,
  countCallsOfUnknown,
  readCallsOfKnownPeople,
  recordBounds,
  type BehavioralCall,
} from '#db/board/behavioral-calls.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import type { Database } from '#db/open-database.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { repeatFigures, type RepeatFigures } from '#shared/outcomes/repeat-figures.ts';
import type { PersonTimeline, TimedCall } from '#shared/outcomes/repeat-timeline.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';

/** Whether calls from an individual are falling, as far as the record can tell. */
export function repeatPart(db: Database, period: Period): RepeatFigures {
  countOpenCalls(db);
  const afterPeriod = dayAfter(period.to, 1);
  const record = recordBounds(db, afterPeriod);
  // Days nobody has lived through yet, or that no import covers, are not days without calls.
  const afterRecord = record === null ? period.from : dayAfter(record.last.slice(0, 10), 1);
  const before = afterRecord < afterPeriod ? afterRecord : afterPeriod;
  const first = record?.first ?? before;
  const launch = record?.firstServed ?? before;
  const dayOf = dayReader();
  const people = timelinesOf(db, first, before, dayOf);
  const perhaps = callsOfPerhapsKnownPeople(db, first, before);
  return repeatFigures({
    people: [...people.values()],
    withUncertain: perhaps.length === 0 ? null : [...withCalls(people, perhaps, dayOf).values()],
    recordFrom: dayOf(first),
    launch: launch < before ? dayOf(launch) : null,
    from: dayOf(period.from),
    to: dayOf(before),
    unknownCalls: countCallsOfUnknown(db, period.from, before),
    uncertainCalls: perhaps.filter(({ receivedLocal }) => receivedLocal >= period.from).length,
  });
}

type DayOf = (local: string) => number;

interface Timeline extends PersonTimeline {
  readonly calls: TimedCall[];
}

/** Stays in hospital or jail are not on this console's record: nobody is taken to be away. */
const NEVER_AWAY: PersonTimeline['away'] = [];

function timelinesOf(
  db: Database,
  first: string,
  before: string,
  dayOf: DayOf,
): Map<string, Timeline> {
  const people = new Map<string, Timeline>();
  const unordered = new Set<Timeline>();
  readCallsOfKnownPeople(db, first, before, (call) => {
    const timeline = people.get(call.personId);
    const latest = timeline?.calls.at(-1)?.day ?? 0;
    const added = add(people, call, dayOf);
    // Only an incident that is still open comes after later ones.
    if (timeline !== undefined && (added.calls.at(-1)?.day ?? 0) < latest) unordered.add(added);
  });
  for (const { calls } of unordered) calls.sort((a, b) => a.day - b.day);
  return people;
}

function add(people: Map<string, Timeline>, call: BehavioralCall, dayOf: DayOf): Timeline {
  let timeline = people.get(call.personId);
  if (timeline === undefined)
    people.set(call.personId, (timeline = { calls: [], away: NEVER_AWAY }));
  timeline.calls.push({ day: dayOf(call.receivedLocal), course: call.course });
  return timeline;
}

/** A copy in which these people have these calls too. */
function withCalls(
  people: ReadonlyMap<string, Timeline>,
  calls: readonly BehavioralCall[],
  dayOf: DayOf,
): Map<string, Timeline> {
  const copy = new Map(people);
  for (const personId of new Set(calls.map((call) => call.personId)))
    copy.set(personId, { calls: [...(people.get(personId)?.calls ?? [])], away: NEVER_AWAY });
  for (const call of calls) add(copy, call, dayOf).calls.sort((a, b) => a.day - b.day);
  return copy;
}

/** Days since 1970 of a wall-clock moment or date. Reads each date once: there are a million moments. */
function dayReader(): DayOf {
  const dates = new Map<string, number>();
  return (local) => {
    const date = local.slice(0, 10);
    let day = dates.get(date);
    if (day === undefined) dates.set(date, (day = Date.parse(date) / 86_400_000));
    if (local.length === 10) return day;
    const seconds = 3600 * twoDigits(local, 11) + 60 * twoDigits(local, 14) + twoDigits(local, 17);
    return day + seconds / 86_400;
  };
}

const ZERO = 48;

function twoDigits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;
}
