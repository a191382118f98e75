import { KnownStates } from './known-states.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { isOfEido } from '#shared/eido/eido-events.ts';
import { evolveEido, type TakenEido } from '#shared/eido/taken-eido.ts';

/** Asked for when its sender says something new, and whether that was the last is never known. */
const states = new KnownStates<TakenEido>(() => true);

/** Calls that came as a document, and what their senders say of them now. */
export const eidosProjection: Projection = {
  name: 'board_eidos',
  version: 2,
  key: 'call_id',
  ddl: `
    CREATE TABLE board_eidos (
      call_id TEXT PRIMARY KEY,
      document_id TEXT NOT NULL,
      issuer TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX board_eidos_document ON board_eidos (document_id, issuer);
  `,
  apply(db, { event }) {
    if (!isOfEido(event)) return;
    const taken = evolveEido(eidoOfCall(db, event.callId), event);
    if (taken === null) return;
    statement(
      db,
      `INSERT INTO board_eidos (call_id, document_id, issuer, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (call_id) DO UPDATE SET state = excluded.state`,
    ).run(taken.callId, taken.id, taken.issuer, states.write(db, taken.callId, taken));
  },
};

/** Every document that was taken of a call, in the order they came. */
export const eidoDocumentsProjection: Projection = {
  name: 'board_eido_documents',
  version: 1,
  key: 'call_id, seq',
  ddl: `
    CREATE TABLE board_eido_documents (
      call_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (call_id, seq)
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { seq, event }) {
    if (event.type !== 'eido.taken' && event.type !== 'eido.updated') return;
    statement(db, 'INSERT INTO board_eido_documents (call_id, seq, hash) VALUES (?, ?, ?)').run(
      event.callId,
      seq,
      event.document.hash,
    );
  },
};

export function documentsOfCall(db: Database, callId: string): string[] {
  const rows = statement(
    db,
    'SELECT hash FROM board_eido_documents WHERE call_id = ? ORDER BY seq',
  ).all(callId) as { hash: string }[];
  return rows.map(({ hash }) => hash);
}

/** Null when the call did not come as a document. */
export function eidoOfCall(db: Database, callId: string): TakenEido | null {
  return stateOf(db, statement(db, `${ROWS} WHERE call_id = ?`).get(callId));
}

/** By the incident its issuer tells of. */
export function eidoOfDocument(db: Database, id: string, issuer: string): TakenEido | null {
  const sql = `${ROWS} WHERE document_id = ? AND issuer = ?`;
  return stateOf(db, statement(db, sql).get(id, issuer));
}

const ROWS = 'SELECT call_id AS callId, state FROM board_eidos';

function stateOf(db: Database, row: unknown): TakenEido | null {
  if (row === undefined) return null;
  const { callId, state } = row as { callId: string; state: string };
  return states.read(db, callId, state);
}
