import type { Projection } from './projection.ts';
import { findCall } from './calls-projection.ts';
import { statement, type Database } from '../open-database.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';

/**
 * Calls answered per hour (UTC) and how many within 15 and 20 s: the measure of NENA-STA-020. A call that was joined to
 * an incident has stopped waiting as one that was answered; parted again it waits, and is not answered yet.
 */
export const answeringProjection: Projection = {
  name: 'board_answering',
  version: 3,
  key: 'hour',
  ddl: `
    CREATE TABLE board_answering (
      hour TEXT PRIMARY KEY,
      answered INTEGER NOT NULL,
      within15 INTEGER NOT NULL,
      within20 INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, entry) {
    const { event } = entry;
    const parted = event.type === 'call.parted';
    if (event.type !== 'call.answered' && event.type !== 'call.joined' && !parted) return;
    const call = findCall(db, event.callId);
    if (call === null) return;
    const at = parted ? event.joinedAt : happenedAt(entry);
    const waited = Date.parse(at) - Date.parse(call.receivedAt);
    const by = parted ? -1 : 1;
    statement(
      db,
      `INSERT INTO board_answering (hour, answered, within15, within20) VALUES (?, ?, ?, ?)
       ON CONFLICT (hour) DO UPDATE SET answered = answered + excluded.answered,
         within15 = within15 + excluded.within15, within20 = within20 + excluded.within20`,
    ).run(at.slice(0, 13), by, waited <= 15_000 ? by : 0, waited <= 20_000 ? by : 0);
  },
};

/** Answered and answered within 15 s since an ISO instant's hour. */
export function answeredSince(db: Database, since: string): { answered: number; inTime: number } {
  const row = statement(
    db,
    `SELECT COALESCE(SUM(answered), 0) AS answered, COALESCE(SUM(within15), 0) AS inTime
     FROM board_answering WHERE hour >= ?`,
  ).get(since.slice(0, 13));
  return row as { answered: number; inTime: number };
}
