import { atomically, statement, type Database } from '../open-database.ts';

/** About as much as the largest command writes, so that a disk with room for one page does not pass for well. */
const PROOF = 'x'.repeat(64 * 1024);
/** Nobody's: no operator has an empty id, and what a power cut leaves of it is swept with settled drafts. */
const NOBODY = '';

/**
 * Writes something of no meaning durably, and takes it away again.
 * @throws what SQLite says when the store cannot be written.
 */
export function proveWritable(db: Database, at: string): void {
  atomically(db, () =>
    statement(
      db,
      `INSERT OR REPLACE INTO drafts (operator_id, subject, field, text, saved_at, typed_over, settled)
       VALUES (?, 'store', 'proof', ?, ?, NULL, 1)`,
    ).run(NOBODY, PROOF, at),
  );
  atomically(db, () =>
    statement(db, "DELETE FROM drafts WHERE operator_id = ? AND subject = 'store'").run(NOBODY),
  );
}

/** How long a statement waits for another program that writes. */
export function waitForOthers(db: Database, ms: number): void {
  db.pragma(`busy_timeout = ${ms}`);
}

/** From here on this connection writes nothing more. */
export function writeNoMore(db: Database): void {
  db.pragma('query_only = ON');
}
