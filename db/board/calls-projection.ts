import { KnownStates } from './known-states.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveCall, isOfCall } from '#shared/call/call-events.ts';
import { isWaiting, type Call } from '#shared/call/call.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';

const states = new KnownStates<Call>((call) => !isWaiting(call));

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
    const before = findCall(db, event.callId);
    const call = evolveCall(before, event, happenedAt(entry));
    if (call === null) return;
    const { callId, number } = call;
    const waiting = isWaiting(call) ? 1 : 0;
    const state = states.write(db, callId, call);
    if (before !== null && isWaiting(before) === isWaiting(call))
      // Setting a column writes the pages of its indexes anew, also to what it was.
      statement(db, 'UPDATE board_calls SET state = ? WHERE call_id = ?').run(state, callId);
    else
      statement(
        db,
        `INSERT INTO board_calls (call_id, number, waiting, state) VALUES (?, ?, ?, ?)
         ON CONFLICT (call_id) DO UPDATE SET waiting = excluded.waiting, state = excluded.state`,
      ).run(callId, number, waiting, state);
  },
};

export function findCall(db: Database, callId: string): Call | null {
  return stateOf(db, statement(db, `${ROWS} WHERE call_id = ?`).get(callId));
}

export function findCallByNumber(db: Database, number: number): Call | null {
  return stateOf(db, statement(db, `${ROWS} WHERE number = ?`).get(number));
}

export function waitingCalls(db: Database): Call[] {
  const rows = statement(db, `${ROWS} WHERE waiting = 1`).all();
  return rows.map((row) => stateOf(db, row) as Call);
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

const ROWS = 'SELECT call_id AS callId, state FROM board_calls';

function stateOf(db: Database, row: unknown): Call | null {
  if (row === undefined) return null;
  const { callId, state } = row as { callId: string; state: string };
  return states.read(db, callId, state);
}
