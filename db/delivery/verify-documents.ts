import { hashOfDocument, keptDocument } from './kept-documents.ts';
import type { Database } from '../open-database.ts';

/** A document of another system, or a street table, that is not what the journal names. */
export interface WrongDocument {
  readonly hash: string;
  readonly is: 'changed' | 'missing';
}

/** Holds every document that was taken in against its hash in the journal. */
export function verifyDocuments(db: Database): WrongDocument[] {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kept_documents'").get();
  const named = db
    .prepare(
      `SELECT DISTINCT json_extract(body, CASE type WHEN 'street-table.adopted' THEN '$.hash'
         ELSE '$.document.hash' END) AS hash
       FROM journal WHERE type IN ('eido.taken', 'eido.updated', 'street-table.adopted') ORDER BY hash`,
    )
    .pluck();
  // One at a time: together they may be many gigabytes.
  return (named.all() as string[]).flatMap((hash): WrongDocument[] => {
    const text = known === undefined ? null : keptDocument(db, hash);
    if (text === null) return [{ hash, is: 'missing' }];
    return hashOfDocument(text) === hash ? [] : [{ hash, is: 'changed' }];
  });
}
