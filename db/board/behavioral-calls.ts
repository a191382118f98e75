import { rootOf } from './people-projection.ts';
import { statement, type Database } from '../open-database.ts';
import { UNSERVED_BY_CHANCE, type Course } from '#shared/outcomes/repeat-timeline.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';

/** A call about mental health or substance use, and whose it is. */
export interface BehavioralCall {
  readonly personId: string;
  /** Wall-clock of the center, to the second. */
  readonly receivedLocal: string;
  readonly course: Course;
}

// Open incidents stand in a table of this connection only; see countOpenCalls.
const TABLES = ['main.board_counted_calls', 'temp.open_calls'] as const;

/** A link somebody made goes before the pseudonym of an import; the table of links is resolved after merges. */
const PERSON = `COALESCE((SELECT person_id FROM board_people_calls WHERE call_id = c.id), c.person_id)`;

const COURSES: readonly Course[] = ['not-eligible', 'served', 'unserved', 'sent', 'otherwise'];

/** What the record cannot tell is not eligible: nobody is compared on a guess. */
const COURSE = `CASE
  WHEN c.step_eligible IS NOT 1 THEN 0
  WHEN c.step_served = 1 THEN 1
  WHEN c.unserved IN (${UNSERVED_BY_CHANCE.map((code) => `'${code}'`).join(', ')}) THEN 2
  WHEN c.step_assigned = 1 THEN 3
  ELSE 4 END`;

/** What the record covers without a gap up to a moment: nobody is known not to have called in a gap. */
export interface RecordBounds {
  /** Of the first call after the last gap. */
  readonly first: string;
  readonly last: string;
  /** The first call ever that was served; null when none was. */
  readonly firstServed: string | null;
}

/** So many days without any call of anybody are no quiet days: nothing was recorded, or not imported. */
const GAP_DAYS = 28;

/** Null when nothing is on record. */
export function recordBounds(db: Database, before: string): RecordBounds | null {
  const earliest = (from: string) => endOf(db, 'MIN', 'received_local > ?', from);
  const latest = (until: string) => endOf(db, 'MAX', 'received_local < ?', until);
  const last = latest(before);
  let first = earliest('');
  if (last === null || first === null || first > last) return null;
  for (let known = first; known < last;) {
    const until = latest(dayAfter(known.slice(0, 10), GAP_DAYS)) ?? known;
    const next = earliest(until);
    if (next === null || next > last) break;
    if (next.slice(0, 10) >= dayAfter(until.slice(0, 10), GAP_DAYS)) first = next;
    known = next;
  }
  return {
    first,
    last,
    firstServed: endOf(db, 'MIN', 'step_served = 1 AND received_local > ?', ''),
  };
}

/** The first or last moment of calls like that; the tables are in the order of time, so it is not searched for. */
function endOf(
  db: Database,
  end: 'MIN' | 'MAX',
  condition: string,
  parameter: string,
): string | null {
  const order = end === 'MIN' ? 'ASC' : 'DESC';
  const ends = TABLES.flatMap((table) =>
    statement(
      db,
      `SELECT received_local AS at FROM ${table} WHERE ${condition}
       ORDER BY received_local ${order} LIMIT 1`,
    ).all(parameter),
  ) as { at: string }[];
  const times = ends.map(({ at }) => at).toSorted();
  return (end === 'MIN' ? times[0] : times.at(-1)) ?? null;
}

/**
 * Calls of known people of these days, in order, the open ones last. A week comes over as three lists: a row for
 * each of a million calls would take twice as long.
 */
export function readCallsOfKnownPeople(
  db: Database,
  first: string,
  before: string,
  take: (call: BehavioralCall) => void,
): void {
  for (const table of TABLES) {
    const lists = statement(
      db,
      `SELECT json_group_array(${PERSON}) AS people, json_group_array(c.received_local) AS times,
         json_group_array(${COURSE}) AS courses
       FROM ${table} c
       WHERE c.step_behavioral = 1 AND c.received_local >= ? AND c.received_local < ?`,
    );
    for (let from = first.slice(0, 10); from < before; from = dayAfter(from, 7)) {
      const to = dayAfter(from, 7);
      const week = lists.get(from, to < before ? to : before) as Record<keyof Week, string>;
      takeWeek(
        {
          people: JSON.parse(week.people),
          times: JSON.parse(week.times),
          courses: JSON.parse(week.courses),
        },
        take,
      );
    }
  }
}

interface Week {
  readonly people: readonly (string | null)[];
  readonly times: readonly string[];
  readonly courses: readonly number[];
}

function takeWeek({ people, times, courses }: Week, take: (call: BehavioralCall) => void): void {
  for (let at = 0; at < people.length; at += 1) {
    const [personId, receivedLocal, course] = [people[at], times[at], COURSES[courses[at] ?? 0]];
    if (personId == null || receivedLocal === undefined || course === undefined) continue;
    take({ personId, receivedLocal, course });
  }
}

/** Calls of these days that somebody said may be a person's, and that count under nobody. */
export function callsOfPerhapsKnownPeople(
  db: Database,
  first: string,
  before: string,
): BehavioralCall[] {
  return TABLES.flatMap((table) => {
    const rows = statement(
      db,
      `SELECT links.person_id AS personId, c.received_local AS receivedLocal, ${COURSE} AS course
       FROM board_people_links links JOIN ${table} c ON c.id = links.call_id
       WHERE json_extract(links.state, '$.certainty') = 'uncertain'
         AND c.step_behavioral = 1 AND c.person_id IS NULL
         AND c.received_local >= ? AND c.received_local < ?`,
    ).all(first, before) as { personId: string; receivedLocal: string; course: number }[];
    return rows.map((row) => ({
      personId: rootOf(db, row.personId),
      receivedLocal: row.receivedLocal,
      course: COURSES[row.course] ?? 'not-eligible',
    }));
  });
}

/** Calls of a period of which nobody knows, or nobody confirmed, whose they are. */
export function countCallsOfUnknown(db: Database, from: string, before: string): number {
  const counts = TABLES.map((table) =>
    statement(
      db,
      `SELECT COUNT(*) AS calls FROM ${table} c
       WHERE c.step_behavioral = 1 AND c.received_local >= ? AND c.received_local < ?
         AND ${PERSON} IS NULL`,
    ).get(from, before),
  ) as { calls: number }[];
  return counts.reduce((all, { calls }) => all + calls, 0);
}
