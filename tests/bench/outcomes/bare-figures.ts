import type { Database } from '#db/open-database.ts';
import type { Period } from '#shared/outcomes/period.ts';

const IN = 'WHERE received_local >= ? AND received_local < ?';

const STEPS = `COUNT(*) AS calls, SUM(step_behavioral), SUM(step_screened), SUM(step_eligible),
  SUM(step_offered), SUM(step_assigned), SUM(step_arrived), SUM(step_contact), SUM(step_served),
  SUM(step_linked)`;

const CUTS = ['week', 'hour_of_week', 'area_id', 'call_type'];
const GROUPS = ['area_id', 'language', 'age_band', 'call_type'];

/** Two moments each, as somebody who knows the table would write them. */
const TIMES = [
  ['answered_s', '1'],
  ['dispatched_s - answered_s', 'out_of_order & 5 = 0'],
  ['clinician_s', '1'],
  ['decided_s - answered_s', 'out_of_order & 3 = 0'],
  ['dispatched_s - decided_s', 'out_of_order & 6 = 0'],
  ['en_route_s - dispatched_s', 'out_of_order & 12 = 0'],
  ['arrived_s - en_route_s', 'out_of_order & 24 = 0'],
  ['arrived_s', 'out_of_order & 16 = 0'],
  ['cleared_s - arrived_s', 'out_of_order & 48 = 0'],
  ['cleared_s', 'out_of_order & 32 = 0'],
  ['transfer_s', '1'],
];

/** The sums behind the figures of the dashboard, and nothing else. */
export function bareFigures(
  db: Database,
  { from, to }: Period,
): { readonly calls: number; readonly captured: number } {
  // A day's text is above every moment of the days before it, and the tilde above every hour of this one.
  const all = (sql: string): unknown[] => db.prepare(sql).all(from, `${to}~`);
  const [whole] =
    all(`SELECT ${STEPS}, SUM(open), SUM(step_eligible = 1 AND step_assigned = 1) AS captured,
      SUM(step_eligible = 1 AND step_assigned = 0), SUM(detection = 'typed'),
      SUM(detection = 'flagged'), SUM(detection = 'clinician')
    FROM board_counted_calls ${IN}`) as [{ calls: number; captured: number }];
  for (const cut of CUTS)
    all(`SELECT ${cut}, ${STEPS} FROM board_counted_calls ${IN} GROUP BY ${cut}`);
  all(`SELECT unserved, COUNT(*) FROM board_counted_calls ${IN}
    AND step_eligible = 1 AND step_assigned = 0 GROUP BY unserved`);
  all(`SELECT SUM(overridden), SUM(overridden = 1 AND direction = 'up'),
      SUM(overridden = 1 AND direction = 'down'), SUM(overridden = 1 AND direction = 'same'), COUNT(overridden),
      SUM(overridden = 1 AND direction <> 'up' AND highest_level > decided_level), SUM(back_up), COUNT(back_up),
      SUM(highest_level > decided_level), COUNT(decided_level),
      SUM(decided_level <= 'L2' AND highest_level >= 'L4'), SUM(decided_level <= 'L2'),
      SUM(decided_level >= 'L3' AND danger_found = 0), SUM(decided_level >= 'L3' AND danger_found IS NOT NULL),
      SUM(step_eligible = 1 AND police_on_scene = 0), SUM(step_arrived = 1 AND step_contact = 0),
      SUM(step_contact = 1 AND disposition = 'services-transfer')
    FROM board_counted_calls ${IN}`);
  all(
    `SELECT call_type, SUM(overridden), COUNT(overridden) FROM board_counted_calls ${IN} GROUP BY call_type`,
  );
  all(`SELECT id, number FROM board_counted_calls ${IN}
    AND overridden = 1 AND direction <> 'up' AND highest_level > decided_level`);
  all(`SELECT disposition, COUNT(*) FROM board_counted_calls ${IN} GROUP BY disposition`);
  all(`SELECT call_type, COUNT(*), SUM(disposition = 'services-transfer') FROM board_counted_calls ${IN}
    AND step_contact = 1 GROUP BY call_type`);
  for (const [seconds, holds] of TIMES)
    all(
      `SELECT ${seconds}, COUNT(*) FROM board_counted_calls ${IN} AND ${holds} GROUP BY 1 ORDER BY 1`,
    );
  for (const group of GROUPS)
    all(`SELECT ${group}, SUM(step_eligible = 1 AND step_assigned = 1), SUM(step_eligible),
        SUM(arrived_s <= 3600), COUNT(arrived_s), SUM(police_on_scene), COUNT(police_on_scene),
        SUM(step_linked), SUM(step_served)
      FROM board_counted_calls ${IN} GROUP BY ${group}`);
  return whole;
}
