import { statement, type Database } from '../open-database.ts';
import type { Channel } from '#shared/outcomes/counted-call.ts';
import type { ChannelWeek, CrisisMonth, GoToCounts } from '#shared/outcomes/go-to.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';
import { COMMUNITY_CHANNELS } from '#shared/contact/elsewhere.ts';

/**
 * People who are followed, each from the call at which that began: the first of theirs with a referral or a
 * promised follow-up. Only calls that somebody confirmed to be of a person say of whom.
 */
const ENROLLED = `
  enrolled AS MATERIALIZED (
    SELECT p.person_id, MIN(c.received_local) AS since
    FROM (
      SELECT incident_id FROM board_referrals
      UNION
      SELECT incident_id FROM board_contacts WHERE json_extract(state, '$.kind') = 'follow-up'
    ) f
    JOIN board_people_calls p ON p.call_id = f.incident_id
    JOIN counted_calls c ON c.id = f.incident_id
    WHERE c.received_local < @until
    GROUP BY p.person_id
  )`;

const COMMUNITY = COMMUNITY_CHANNELS.map((channel) => `'${channel}'`).join(', ');

/** Reads the view `counted_calls`, which `countOpenCalls` has made for this transaction. */
export function goToCounts(db: Database, period: Period): GoToCounts {
  const ends = { from: period.from, until: dayAfter(period.to, 1) };
  const people = statement(
    db,
    `WITH ${ENROLLED}
     SELECT COUNT(*) AS enrolled, COALESCE(SUM(EXISTS (
       SELECT 1 FROM board_people b WHERE (b.person_id = e.person_id OR b.merged_into = e.person_id)
         AND json_extract(b.state, '$.plan') IS NOT NULL)), 0) AS planned
     FROM enrolled e`,
  ).get({ until: ends.until }) as { enrolled: number; planned: number };
  return {
    weeks: weeksIn(db, ends),
    ...people,
    months: monthsIn(db, ends),
    ofUnknown: ofUnknown(db, ends),
    plan: planIn(db, ends),
  };
}

type Ends = { readonly from: string; readonly until: string };

function weeksIn(db: Database, ends: Ends): ChannelWeek[] {
  const rows = statement(
    db,
    `SELECT week, channel, COUNT(*) AS calls FROM counted_calls
     WHERE received_local >= @from AND received_local < @until AND step_behavioral = 1
     GROUP BY week, channel ORDER BY week`,
  ).all(ends) as { week: string; channel: Channel; calls: number }[];
  const weeks = new Map<string, Partial<Record<Channel, number>>>();
  for (const { week, channel, calls } of rows)
    weeks.set(week, { ...weeks.get(week), [channel]: calls });
  return [...weeks].map(([week, channels]) => ({ week, channels }));
}

/** The call somebody was enrolled at is in neither number: it is why they are followed. */
function monthsIn(db: Database, ends: Ends): CrisisMonth[] {
  return statement(
    db,
    `WITH ${ENROLLED},
     calls AS (
       SELECT substr(c.received_local, 1, 7) AS month, c.channel IN (${COMMUNITY}) AS community
       FROM counted_calls c
       LEFT JOIN board_people_calls p ON p.call_id = c.id
       JOIN enrolled e ON e.person_id = COALESCE(p.person_id, c.person_id)
       WHERE c.received_local >= @from AND c.received_local < @until
         AND c.received_local > e.since AND c.step_behavioral = 1
       UNION ALL
       SELECT substr(w.went_on, 1, 7), 1 FROM board_elsewhere w
       JOIN board_people_calls p ON p.call_id = w.incident_id
       JOIN enrolled e ON e.person_id = p.person_id
       WHERE w.went_on >= @from AND w.went_on < @until AND w.went_on >= substr(e.since, 1, 10)
     )
     SELECT month, SUM(community) AS community, SUM(1 - community) AS emergency
     FROM calls GROUP BY month ORDER BY month`,
  ).all(ends) as CrisisMonth[];
}

function ofUnknown(db: Database, ends: Ends): number {
  const row = statement(
    db,
    `SELECT COUNT(*) AS times FROM board_elsewhere w
     WHERE went_on >= @from AND went_on < @until
       AND NOT EXISTS (SELECT 1 FROM board_people_calls p WHERE p.call_id = w.incident_id)`,
  ).get(ends);
  return (row as { times: number }).times;
}

function planIn(db: Database, ends: Ends): GoToCounts['plan'] {
  return statement(
    db,
    `SELECT COUNT(*) FILTER (WHERE plan_used = 1) AS used,
       COUNT(*) FILTER (WHERE plan_used = 0) AS notUsed,
       COUNT(*) FILTER (WHERE plan_used IS NULL) AS notKnown
     FROM board_elsewhere WHERE went_on >= @from AND went_on < @until`,
  ).get(ends) as GoToCounts['plan'];
}
