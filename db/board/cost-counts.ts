import { statement, type Database } from '../open-database.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';

/** What the counted calls of a period say about what the program did. */
export interface CostCounts {
  readonly contacts: number;
  readonly completed: number;
  /** Of imported calls: of the console's own, the referrals say it. */
  readonly linked: number;
  /** Of the contacts: of how many it is known, and of how many of these it is so. */
  readonly policeKnown: number;
  readonly police: number;
  readonly endKnown: number;
  readonly hospital: number;
  readonly busySeconds: number;
  readonly busyNotKnown: number;
}

/**
 * Reads the view `counted_calls`, which `countOpenCalls` has made for this transaction. `withoutUnit` names the
 * responses nobody travels for: their calls keep no team busy.
 */
export function costCounts(
  db: Database,
  { from, to }: Period,
  withoutUnit: readonly string[],
): CostCounts {
  const travels = `step_assigned = 1 AND (dispatched_s IS NOT NULL
    OR response IS NULL OR response NOT IN (SELECT value FROM json_each(@withoutUnit)))`;
  const timed = 'dispatched_s IS NOT NULL AND cleared_s >= dispatched_s AND out_of_order = 0';
  return statement(
    db,
    `SELECT
       COUNT(*) FILTER (WHERE step_contact = 1) AS contacts,
       COUNT(*) FILTER (WHERE step_served = 1) AS completed,
       COUNT(*) FILTER (WHERE step_linked = 1 AND source = 'import') AS linked,
       COUNT(police_on_scene) FILTER (WHERE step_contact = 1) AS policeKnown,
       COUNT(*) FILTER (WHERE step_contact = 1 AND police_on_scene = 1) AS police,
       COUNT(disposition) FILTER (WHERE step_contact = 1) AS endKnown,
       COUNT(*) FILTER (WHERE step_contact = 1 AND disposition = 'services-transfer') AS hospital,
       COALESCE(SUM(cleared_s - dispatched_s) FILTER (WHERE ${travels} AND ${timed}), 0)
         AS busySeconds,
       COUNT(*) FILTER (WHERE ${travels} AND (${timed}) IS NOT TRUE) AS busyNotKnown
     FROM counted_calls WHERE received_local >= @from AND received_local < @until`,
  ).get({ from, until: dayAfter(to, 1), withoutUnit: JSON.stringify(withoutUnit) }) as CostCounts;
}

/** Follow-ups somebody was reached at, ended from one instant up to and without another. */
export function followUpsReached(db: Database, from: string, until: string): number {
  const row = statement(
    db,
    `SELECT COUNT(*) AS reached FROM board_contacts
     WHERE open = 0 AND json_extract(state, '$.kind') = 'follow-up'
       AND json_extract(state, '$.ended.outcome') IN ('spoke', 'connected', 'declined')
       AND json_extract(state, '$.ended.at') >= ? AND json_extract(state, '$.ended.at') < ?`,
  ).get(from, until);
  return (row as { reached: number }).reached;
}
