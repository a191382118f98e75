import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveEido, type TakenEido } from '#shared/eido/taken-eido.ts';

/** Calls that came as a document, and what their senders say of them now. */
export const eidosProjection: Projection = {
  name: 'board_eidos',
  version: 1,
  key: 'call_id',
  ddl: `
    CREATE TABLE board_eidos (
      call_id TEXT PRIMARY KEY,
      document_id TEXT NOT NULL,
      issuer TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX board_eidos_document ON board_eidos (document_id, issuer);
  `,
  apply(db, { event }) {
    if (event.type !== 'eido.taken' && event.type !== 'eido.updated') return;
    const taken = evolveEido(eidoOfCall(db, event.callId), event);
    statement(
      db,
      `INSERT INTO board_eidos (call_id, document_id, issuer, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (call_id) DO UPDATE SET state = excluded.state`,
    ).run(taken.callId, taken.id, taken.issuer, JSON.stringify(taken));
  },
};

/** Null when the call did not come as a document. */
export function eidoOfCall(db: Database, callId: string): TakenEido | null {
  return stateOf(statement(db, 'SELECT state FROM board_eidos WHERE call_id = ?').get(callId));
}

/** By the incident its issuer tells of. */
export function eidoOfDocument(db: Database, id: string, issuer: string): TakenEido | null {
  const sql = 'SELECT state FROM board_eidos WHERE document_id = ? AND issuer = ?';
  return stateOf(statement(db, sql).get(id, issuer));
}

function stateOf(row: unknown): TakenEido | null {
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as TakenEido);
}
