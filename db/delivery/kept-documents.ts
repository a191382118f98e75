import { createHash } from 'node:crypto';
import { statement, type Database } from '../open-database.ts';

export function hashOfDocument(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Only ever called inside the transaction that writes the entry naming the hash. */
export function keepDocument(db: Database, hash: string, text: string, receivedAt: string): void {
  statement(
    db,
    `INSERT INTO kept_documents (hash, text, received_at) VALUES (?, ?, ?)
     ON CONFLICT (hash) DO NOTHING`,
  ).run(hash, text, receivedAt);
}

export function hasDocument(db: Database, hash: string): boolean {
  return statement(db, 'SELECT 1 FROM kept_documents WHERE hash = ?').get(hash) !== undefined;
}

/** As it came; null when it is not kept here. */
export function keptDocument(db: Database, hash: string): string | null {
  const row = statement(db, 'SELECT text FROM kept_documents WHERE hash = ?').get(hash);
  return row === undefined ? null : (row as { text: string }).text;
}
