import { KEPT_TABLES, sealsWords } from '../journal/kept-words.ts';
import {
  NO_ENTRY,
  shredWords,
  type ShreddedRecord,
  type Shredding,
} from '../journal/shredded-words.ts';
import { atomically, statement, type Database } from '../open-database.ts';
import type { WordsStayedShredded } from '#shared/retention/retention.ts';

/** Whether a copy still opens words that were shredded in its store. */
export function opensShredded(db: Database, shredded: readonly ShreddedRecord[]): boolean {
  const key = sealsWords(db)
    ? statement(db, 'SELECT 1 FROM word_keys WHERE partition = ? AND record = ?')
    : null;
  // A copy of before words were sealed has none of their keys, and all of their words.
  return key === null || shredded.some(({ partition, record }) => key.get(partition, record));
}

/**
 * Shreds in a copy what was shredded in its store after it was made. No entry of the copy can say so: a line of
 * the file does, and the audit of a copy takes exactly that in the place of the words.
 */
export function thinWords(db: Database, shredded: readonly ShreddedRecord[]): void {
  db.pragma('secure_delete = ON');
  atomically(db, () => {
    for (const { partition, record } of shredded) {
      const counted = statement(
        db,
        `SELECT COUNT(*) AS words, MAX(seq) AS upTo FROM ${KEPT_TABLES[partition]} WHERE record = ?`,
      ).get(record) as { words: number; upTo: number | null };
      const { words, upTo } = counted;
      if (upTo !== null) shredWords(db, { partition, record, words, upTo }, NO_ENTRY);
    }
  });
}

/** Of what was shredded after this copy was made, so much is out of it; none for a store in force. */
export function thinnedRecords(db: Database): Shredding[] {
  if (!sealsWords(db)) return [];
  const said = new Set(
    db
      .prepare("SELECT body FROM journal WHERE type = 'words.stayed-shredded'")
      .pluck()
      .all()
      .map((body) => {
        const { partition, record, upTo } = JSON.parse(body as string) as WordsStayedShredded;
        return `${partition} ${record} ${upTo}`;
      }),
  );
  const lines = statement(
    db,
    'SELECT partition, record, up_to, entry FROM word_shreddings WHERE entry = ? ORDER BY up_to',
  ).all(NO_ENTRY) as Shredding[];
  return lines.filter(
    ({ partition, record, up_to }) => !said.has(`${partition} ${record} ${up_to}`),
  );
}
