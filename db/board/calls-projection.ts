import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveCall, isOfCall } from '#shared/call/call-events.ts';
import { isWaiting, type Call } from '#shared/call/call.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';

/** Calls, with the waiting ones under an index of their own: start-up reads only those. */
export const callsProjection: Projection = {
  name: 'board_calls',
  version: 7,
  key: 'call_id',
  ddl: `
    CREATE TABLE board_calls (
      call_id TEXT PRIMARY KEY,
      number INTEGER NOT NULL,
      waiting INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX board_calls_waiting ON board_calls (call_id) WHERE waiting = 1;
    CREATE INDEX board_calls_number ON board_calls (number);
  `,
  apply(db, entry) {
    const { event } = entry;
    if (!isOfCall(event)) return;
    const call = evolveCall(findCall(db, event.callId), event, happenedAt(entry));
    if (call === null) return;
    statement(
      db,
      `INSERT INTO board_calls (call_id, number, waiting, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (call_id) DO UPDATE SET waiting = excluded.waiting, state = excluded.state`,
    ).run(call.callId, call.number, isWaiting(call) ? 1 : 0, JSON.stringify(call));
  },
};

export function findCall(db: Database, callId: string): Call | null {
  const row = statement(db, 'SELECT state FROM board_calls WHERE call_id = ?').get(callId);
  return stateOf(row);
}

export function findCallByNumber(db: Database, number: number): Call | null {
  return stateOf(statement(db, 'SELECT state FROM board_calls WHERE number = ?').get(number));
}

export function waitingCalls(db: Database): Call[] {
  const rows = statement(db, 'SELECT state FROM board_calls WHERE waiting = 1').all();
  return rows.map((row) => stateOf(row) as Call);
}

/** The calls that came in last, by number. */
export function latestCallIds(db: Database, most: number): string[] {
  const rows = statement(
    db,
    'SELECT call_id AS id FROM board_calls ORDER BY number DESC LIMIT ?',
  ).all(most);
  return (rows as { id: string }[]).map(({ id }) => id);
}

/** The number the next call gets: said aloud, so it stays short and never repeats. */
export function nextCallNumber(db: Database): number {
  const row = statement(db, 'SELECT MAX(number) AS top FROM board_calls').get();
  return ((row as { top: number | null }).top ?? 0) + 1;
}

function stateOf(row: unknown): Call | null {
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as Call);
}
