import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { PastCall } from '#shared/call/past-call.ts';

/** Calls taken over from another system: to be found, and to be counted by type. */
export const pastCallsProjection: Projection = {
  name: 'board_past_calls',
  version: 2,
  key: 'key',
  ddl: `
    CREATE TABLE board_past_calls (
      key TEXT PRIMARY KEY,
      received_local TEXT NOT NULL,
      call_type TEXT NOT NULL,
      raw_type TEXT NOT NULL,
      address TEXT,
      row_hash TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX board_past_calls_type ON board_past_calls (call_type);
    CREATE INDEX board_past_calls_received ON board_past_calls (received_local);
  `,
  apply(db, { event }) {
    if (event.type !== 'past-call.imported') return;
    const { pastCall } = event;
    // The same call again: an edited table gave it another type, or a better mapping tells it otherwise.
    statement(
      db,
      `INSERT INTO board_past_calls
         (key, received_local, call_type, raw_type, address, row_hash, body)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET call_type = excluded.call_type, raw_type = excluded.raw_type,
         address = excluded.address, row_hash = excluded.row_hash, body = excluded.body`,
    ).run(
      pastCall.key,
      pastCall.receivedLocal,
      pastCall.callType,
      pastCall.rawType,
      pastCall.address,
      pastCall.rowHash,
      JSON.stringify(pastCall),
    );
  },
};

export function findPastCall(db: Database, key: string): PastCall | null {
  const row = statement(db, 'SELECT body FROM board_past_calls WHERE key = ?').get(key);
  return row === undefined ? null : bodyOf(row);
}

/** Those of the keys that are known, in one question: many single ones take most of an import's time. */
export function findPastCalls(db: Database, keys: readonly string[]): Map<string, PastCall> {
  const rows = statement(
    db,
    'SELECT key, body FROM board_past_calls WHERE key IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(keys)) as { key: string; body: string }[];
  return new Map(rows.map((row) => [row.key, bodyOf(row)]));
}

/** How many calls there are of each of our call types, in order of its code. */
export function countPastCallsByType(db: Database): { callType: string; calls: number }[] {
  return statement(
    db,
    `SELECT call_type AS callType, COUNT(*) AS calls FROM board_past_calls
     GROUP BY call_type ORDER BY call_type`,
  ).all() as { callType: string; calls: number }[];
}

/**
 * Past calls whose address, type in the other system's words, or key holds the text, latest first.
 * The text is taken literally, capital letters or not (of A to Z); an empty one finds the latest calls.
 */
export function searchPastCalls(db: Database, text: string, limit: number): PastCall[] {
  const literally = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return statement(
    db,
    `SELECT body FROM board_past_calls
     WHERE raw_type LIKE ? ESCAPE '\\' OR address LIKE ? ESCAPE '\\' OR key LIKE ? ESCAPE '\\'
     ORDER BY received_local DESC, key LIMIT ?`,
  )
    .all(literally, literally, literally, limit)
    .map(bodyOf);
}

function bodyOf(row: unknown): PastCall {
  return JSON.parse((row as { body: string }).body) as PastCall;
}
