import type { Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import { orderBit } from '#db/board/counted-call-columns.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { statement, type Database } from '#db/open-database.ts';
import type { StaffingBasis } from '#shared/board/staffing-basis.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { OWN_TIMES_NEEDED } from '#shared/outcomes/staffing/demand.ts';
import type { PlannedTeam } from '#shared/outcomes/staffing/plan.ts';
import { findResponse, type Policy } from '#shared/policy/policy.ts';
import { teamTypesOn } from '#shared/policy/team-type.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';

/** Enough calls for any question; a busier center gets its latest weeks. */
const MOST_CALLS = 200_000;

/** A unit is not on one call for longer: such a time is a slip of the record. */
const LONGEST_BUSY_SECONDS = 12 * 3600;

/** What a what-if about hours and teams starts from. */
export function staffingAnswers(core: DeskCore): Answers<'outcomes.staffing'> {
  return {
    'outcomes.staffing': ({ period }, session): StaffingBasis => {
      const { policy } = core.requirePolicy();
      countOpenCalls(core.db);
      const phoneLevels = policy.gates
        .filter(({ response }) => findResponse(policy, response).byPhone)
        .map(({ level }) => level);
      const weeks = wholeWeeks(core.db, period);
      const { areas, calls, taken } = fieldCalls(core.db, weeks, phoneLevels, policy);
      return {
        weeks,
        areas,
        calls,
        taken,
        teams: teamsOn(core.db, policy, core.context(operatorOf(session).operatorId).local.date),
        phone: {
          ...phoneCalls(core.db, weeks, phoneLevels),
          clinicians: [...core.operators.values()].filter(({ role }) => role === 'clinician')
            .length,
        },
      };
    },
  };
}

type Weeks = StaffingBasis['weeks'];

/**
 * The whole weeks of the period in which calls were taken: half a week would count as a quiet one. A center whose calls
 * are more than can be sent gets the latest of them.
 */
function wholeWeeks(db: Database, { from, to }: Period): Weeks {
  const counted = statement(
    db,
    `SELECT week, COUNT(*) AS calls, MIN(received_local) AS first FROM counted_calls
     WHERE received_local >= ? AND received_local < ? GROUP BY week ORDER BY week DESC`,
  ).all(from, dayAfter(to, 1)) as { week: string; calls: number; first: string }[];
  const whole = counted.filter(({ week }) => week >= from && dayAfter(week, 6) <= to);
  // The first week of all began with the first call, unless that came on a Monday.
  const oldest = oldestCall(db);
  const known = whole.filter(({ week }) => oldest !== null && week >= oldest);
  const [latest] = known;
  if (latest === undefined) return null;
  let calls = 0;
  let first = latest.week;
  for (const each of known) {
    calls += each.calls;
    if (calls > MOST_CALLS && each !== latest) break;
    first = each.week;
  }
  const days = (Date.parse(latest.week) - Date.parse(first)) / 86_400_000;
  return { from: first, to: dayAfter(latest.week, 6), count: days / 7 + 1 };
}

/** The day of the first call there is; null without one. */
function oldestCall(db: Database): string | null {
  const row = statement(db, 'SELECT MIN(received_local) AS first FROM counted_calls').get();
  return (row as { first: string | null }).first?.slice(0, 10) ?? null;
}

interface FieldRow {
  readonly receivedLocal: string;
  readonly areaId: string | null;
  readonly eligible: 0 | 1 | null;
  readonly sent: number | null;
  readonly cleared: number | null;
  readonly outOfOrder: number;
}

/** Calls a team could have gone to: eligible, and not for the phone; where nobody said, about mental health. */
function fieldCalls(
  db: Database,
  weeks: Weeks,
  phoneLevels: readonly string[],
  policy: Policy,
): Pick<StaffingBasis, 'areas' | 'calls' | 'taken'> {
  const at: number[] = [];
  const area: (number | null)[] = [];
  const busy: (number | null)[] = [];
  const places = new Map<string, number>();
  let taken = 0;
  if (weeks !== null) {
    const monday = Date.parse(`${weeks.from}T00:00:00Z`);
    const rows = statement(
      db,
      `SELECT received_local AS receivedLocal, area_id AS areaId, step_eligible AS eligible,
         dispatched_s AS sent, cleared_s AS cleared, out_of_order AS outOfOrder
       FROM counted_calls
       WHERE received_local >= ? AND received_local < ?
         AND COALESCE(step_eligible, step_behavioral) = 1
         AND COALESCE(recommended_level, '') NOT IN (SELECT value FROM json_each(?))
       ORDER BY received_local, id`,
    ).all(weeks.from, dayAfter(weeks.to, 1), JSON.stringify(phoneLevels)) as FieldRow[];
    for (const row of rows) {
      at.push(Math.round((Date.parse(`${row.receivedLocal}Z`) - monday) / 1000));
      area.push(row.areaId === null ? null : placeOf(places, row.areaId));
      busy.push(busyOf(row));
      if (row.eligible === null) taken += 1;
    }
  }
  const name = (id: string) => policy.areas.find((each) => each.id === id)?.name ?? id;
  return {
    areas: [...places.keys()].map((id) => ({ id, name: name(id) })),
    calls: { at, area, busy },
    taken,
  };
}

function placeOf(places: Map<string, number>, id: string): number {
  const place = places.get(id) ?? places.size;
  places.set(id, place);
  return place;
}

const UNORDERED = orderBit('dispatched') | orderBit('cleared');

function busyOf({ sent, cleared, outOfOrder }: FieldRow): number | null {
  if (sent === null || cleared === null || (outOfOrder & UNORDERED) !== 0) return null;
  const seconds = cleared - sent;
  return seconds > 0 && seconds <= LONGEST_BUSY_SECONDS ? seconds : null;
}

/** Calls for the phone by the hour they came, and how long a clinician had one. */
function phoneCalls(
  db: Database,
  weeks: Weeks,
  phoneLevels: readonly string[],
): Omit<StaffingBasis['phone'], 'clinicians'> {
  const calls = Array.from({ length: 168 }, () => 0);
  if (weeks === null) return { calls, handleSeconds: null, known: 0 };
  const rows = statement(
    db,
    `SELECT hour_of_week AS hour, COUNT(*) AS calls,
       COUNT(talk_s) AS known, TOTAL(talk_s) AS seconds
     FROM counted_calls
     WHERE received_local >= ? AND received_local < ?
       AND recommended_level IN (SELECT value FROM json_each(?))
     GROUP BY hour_of_week`,
  ).all(weeks.from, dayAfter(weeks.to, 1), JSON.stringify(phoneLevels)) as {
    hour: number;
    calls: number;
    known: number;
    seconds: number;
  }[];
  for (const row of rows) calls[row.hour] = row.calls;
  const known = rows.reduce((sum, row) => sum + row.known, 0);
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0);
  return { calls, known, handleSeconds: known < OWN_TIMES_NEEDED ? null : seconds / known };
}

/** Every team of an alternative response that is in the field on a day, with the units the board has of it. */
function teamsOn(db: Database, policy: Policy, day: string): PlannedTeam[] {
  const alternative = new Set(
    policy.responses.flatMap(({ alternative: instead, byPhone, teamTypes }) =>
      instead === true && !byPhone ? teamTypes : [],
    ),
  );
  const units = allUnits(db);
  return teamTypesOn(policy, day)
    .filter(({ id }) => alternative.has(id))
    .map(({ id, label, hours, areas }) => {
      return {
        id,
        label,
        hours,
        areas,
        units: units.filter((unit) => unit.teamType === id).length,
      };
    });
}
