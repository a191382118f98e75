import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { numberKey } from '#shared/location/decide-ali.ts';

/** Calls by the numbers they came with: what is called back, and what a wireless call was routed by. */
export const callNumbersProjection: Projection = {
  name: 'board_call_numbers',
  version: 1,
  key: 'number, call_id',
  ddl: `
    CREATE TABLE board_call_numbers (
      number TEXT NOT NULL,
      call_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (number, call_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX board_call_numbers_latest ON board_call_numbers (number, seq);
  `,
  apply(db, { seq, event }) {
    switch (event.type) {
      case 'call.received':
      case 'call.corrected':
        return add(db, event.ani, event.callId, seq);
      case 'call.located':
        return add(db, event.fix.record?.pseudoAni ?? null, event.callId, seq);
      default:
        return;
    }
  },
};

function add(db: Database, number: string | null, callId: CallId, seq: number): void {
  const key = numberKey(number);
  if (key === null) return;
  statement(db, 'INSERT OR REPLACE INTO board_call_numbers VALUES (?, ?, ?)').run(key, callId, seq);
}

/** So many calls of one number are looked at: those a record may still be about are among the latest. */
const LATEST = 5;

/** The calls that came with the number, the latest first. */
export function callsWithNumber(db: Database, key: string): CallId[] {
  const rows = statement(
    db,
    `SELECT call_id AS id FROM board_call_numbers WHERE number = ? ORDER BY seq DESC LIMIT ${LATEST}`,
  ).all(key);
  return (rows as { id: CallId }[]).map(({ id }) => id);
}
