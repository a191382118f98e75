import { statement, type Database } from '../open-database.ts';
import { DISPOSITIONS } from '#shared/incident/disposition.ts';

/** Ended by the clinician: nobody else had to go or take over. */
const ENDED_BY_PHONE = ['resolved-by-phone', 'referred', 'follow-up-scheduled'];

const quoted = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');
const BY_PHONE = quoted(
  DISPOSITIONS.filter(({ kind }) => kind === 'phone').map(({ code }) => code),
);

/** A number as it is dialed, whatever it is written with: the last ten digits. */
const DIALED = `substr(replace(replace(replace(replace(replace(replace(callback,
  ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '+', ''), -10)`;

/**
 * Makes `phone_follow_on` stand: every call of the period that a clinician handled by phone, and whether it was
 * resolved there and nobody called 911 again within a day and within a week: neither the same confirmed person
 * nor the same callback number. Null where it cannot be told: neither is known, or the time is not over yet.
 * `counted_calls` has to stand. Days are the center's wall-clock, `to` is not in the period.
 */
export function followPhoneCalls(
  db: Database,
  { from, to, nowLocal }: { readonly from: string; readonly to: string; readonly nowLocal: string },
): void {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS phone_follow_on (
      id TEXT PRIMARY KEY,
      resolved_24_hours INTEGER,
      resolved_7_days INTEGER
    ) STRICT, WITHOUT ROWID;
    DELETE FROM phone_follow_on;
  `);
  statement(
    db,
    `INSERT INTO phone_follow_on
     WITH handled AS (
       SELECT id, received_local AS at, disposition,
         (SELECT person_id FROM board_people_calls p WHERE p.call_id = c.id) AS linked, person_id,
         (SELECT ${DIALED} FROM board_incidents i WHERE i.incident_id = c.id) AS number
       FROM counted_calls c
       WHERE received_local >= :from AND received_local < :to AND open = 0
         AND (disposition IN (${BY_PHONE}) OR clinician_s IS NOT NULL)
     ),
     later AS (
       SELECT received_local AS at,
         COALESCE((SELECT person_id FROM board_people_calls p WHERE p.call_id = c.id), person_id) AS person,
         (SELECT ${DIALED} FROM board_incidents i WHERE i.incident_id = c.id) AS number
       FROM counted_calls c
       WHERE received_local > :from AND channel = '911'
         AND received_local <= (SELECT strftime('%Y-%m-%dT%H:%M:%S', MAX(at), '+7 days') FROM handled)
     ),
     again AS (
       SELECT h.id, MIN(l.at) AS at FROM later l JOIN handled h
         ON l.person = COALESCE(h.linked, h.person_id) AND l.at > h.at GROUP BY h.id
       UNION ALL
       SELECT h.id, MIN(l.at) FROM later l JOIN handled h
         ON l.number = h.number AND h.number <> '' AND l.at > h.at GROUP BY h.id
     ),
     next AS (SELECT id, MIN(at) AS at FROM again GROUP BY id)
     SELECT id, ${resolved('+1 day')}, ${resolved('+7 days')} FROM (
       SELECT h.id, h.at, n.at AS next_at,
         h.disposition IN (${quoted(ENDED_BY_PHONE)}) AS ended,
         COALESCE(h.linked, h.person_id) IS NOT NULL OR COALESCE(h.number, '') <> '' AS known
       FROM handled h LEFT JOIN next n ON n.id = h.id
     )`,
  ).run({ from, to, now: nowLocal });
}

/** Not ended by phone is no, whoever called again; a later call is no as soon as it came. */
function resolved(span: string): string {
  const until = `strftime('%Y-%m-%dT%H:%M:%S', at, '${span}')`;
  return `CASE
    WHEN NOT ended THEN 0
    WHEN next_at <= ${until} THEN 0
    WHEN NOT known OR ${until} > :now THEN NULL
    ELSE 1 END`;
}
