import {
  callsOfKnownPeople,
  callsOfPerhapsKnownPeople,
  countCallsOfUnknown,
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
  const people = timelinesOf(callsOfKnownPeople(db, first, before), dayOf);
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

function timelinesOf(calls: Iterable<BehavioralCall>, dayOf: DayOf): Map<string, Timeline> {
  const people = new Map<string, Timeline>();
  const unordered = new Set<Timeline>();
  for (const call of calls) {
    const timeline = add(people, call, dayOf);
    // Only an incident that is still open comes after later ones.
    const [before, latest] = timeline.calls.slice(-2);
    if (latest !== undefined && before !== undefined && latest.day < before.day)
      unordered.add(timeline);
  }
  for (const { calls: unsorted } of unordered) unsorted.sort((a, b) => a.day - b.day);
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
    const [hour, minute, second] = [local.slice(11, 13), local.slice(14, 16), local.slice(17, 19)];
    return day + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  };
}
