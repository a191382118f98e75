import { DIGITS_AS_COLUMNS } from './call-profile.ts';
import { statement, type Database } from '../open-database.ts';

/**
 * Makes `call_tally` stand: how many calls of some days (the wall clock from `from` to before `until`) there are of
 * each profile, by week, by hour of the week, and by what else tells groups of calls apart. Every share of the
 * figures is a sum over these few thousand rows, so that a million calls are passed three times and not forty.
 * `counted_calls` has to stand (see countOpenCalls).
 */
export function tallyCalls(db: Database, from: string, until: string): void {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS tally_by_week (week TEXT, profile INTEGER, n INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS tally_by_hour (hour_of_week INTEGER, profile INTEGER, n INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS tally_by_group (
      area_id TEXT, call_type TEXT, language TEXT, age_band TEXT, profile INTEGER, n INTEGER
    );
    DELETE FROM tally_by_week;
    DELETE FROM tally_by_hour;
    DELETE FROM tally_by_group;
  `);
  for (const { table, by } of TALLIES)
    statement(
      db,
      `INSERT INTO temp.${table} SELECT ${by}, profile, COUNT(*) FROM counted_calls
       WHERE received_local >= ? AND received_local < ? GROUP BY ${by}, profile`,
    ).run(from, until);
}

const TALLIES = [
  { table: 'tally_by_week', by: 'week' },
  { table: 'tally_by_hour', by: 'hour_of_week' },
  { table: 'tally_by_group', by: 'area_id, call_type, language, age_band' },
] as const;

/** The tally that tells calls apart by a column of `counted_calls`, each row with its members and its `n`. */
export function tallyBy(column: string): string {
  const table =
    TALLIES.find(({ by }) => by.split(', ').includes(column))?.table ?? 'tally_by_group';
  return `(SELECT ${column}, n, ${DIGITS_AS_COLUMNS} FROM temp.${table})`;
}
