import { statement, type Database } from '../open-database.ts';

/** A past call by what a count needs of it: our call type, its wall-clock hour (0–23), its address. */
export type PastCallHour = readonly [callType: string, hour: number, address: string | null];

/**
 * All past calls, one after the other, in no order. Rows as arrays, because there may be a million:
 * passing each through SQLite's own grouping takes twice as long. Write nothing while it runs.
 */
export function pastCallHours(db: Database): IterableIterator<PastCallHour> {
  return statement(
    db,
    `SELECT call_type, CAST(substr(received_local, 12, 2) AS INTEGER), address
     FROM board_past_calls`,
  )
    .raw()
    .iterate() as IterableIterator<PastCallHour>;
}
