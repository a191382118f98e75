import { KEPT_TABLES, sealsWords } from './kept-words.ts';
import type { SealedRow } from './seal.ts';
import { statement, type Database } from '../open-database.ts';
import { recordNamed } from '#shared/journal/record-of.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';

/** The kept words of one record in one partition. */
export interface RecordWords {
  readonly partition: KeptPartition;
  /** `incident/ID`, or the stream they stand in. */
  readonly record: string;
  readonly words: number;
  /** Sequence of the newest of them. */
  readonly upTo: number;
}

/** Every record with words of this partition whose newest stand at or before an entry, oldest first. */
export function recordsUpTo(db: Database, partition: KeptPartition, seq: number): RecordWords[] {
  const rows = statement(
    db,
    `SELECT record, COUNT(*) AS words, MAX(seq) AS upTo FROM ${KEPT_TABLES[partition]}
     GROUP BY record HAVING upTo <= ? ORDER BY upTo`,
  ).all(seq) as Omit<RecordWords, 'partition'>[];
  return rows.map((row) => ({ partition, ...row }));
}

/** How many records and words of a partition are kept, and when the words of the quietest record were written. */
export function standingWords(db: Database, partition: KeptPartition) {
  const table = KEPT_TABLES[partition];
  const counted = statement(
    db,
    `SELECT COUNT(*) AS records, COALESCE(SUM(words), 0) AS words, MIN(upTo) AS quietest
     FROM (SELECT COUNT(*) AS words, MAX(seq) AS upTo FROM ${table} GROUP BY record)`,
  ).get() as { records: number; words: number; quietest: number | null };
  const { records, words, quietest } = counted;
  const at = statement(db, 'SELECT at FROM journal WHERE seq = ?').get(quietest);
  return { records, words, quietSince: (at as { at: string } | undefined)?.at ?? null };
}

/**
 * Destroys the key and the rows of a record's words. Inside the transaction that writes the entry which says
 * so: `entry` is its sequence. The pages they stood on are overwritten.
 */
export function shredWords(db: Database, { partition, record, upTo }: RecordWords, entry: number) {
  statement(
    db,
    'INSERT INTO word_shreddings (partition, record, up_to, entry) VALUES (?, ?, ?, ?)',
  ).run(partition, record, upTo, entry);
  statement(db, 'DELETE FROM word_keys WHERE partition = ? AND record = ?').run(partition, record);
  statement(db, `DELETE FROM ${KEPT_TABLES[partition]} WHERE record = ? AND seq <= ?`).run(
    record,
    upTo,
  );
}

/** Runs `work` so that what it deletes is overwritten, in the file and in its log. */
export function overwriting<T>(db: Database, work: () => T): T {
  db.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    db.pragma('secure_delete = OFF');
    // What the log held of the former pages goes with it; a reader of another process puts that off.
    db.pragma('wal_checkpoint(TRUNCATE)');
  }
}

interface Shredding {
  readonly partition: KeptPartition;
  readonly record: string;
  readonly up_to: number;
  readonly entry: number;
}

/** What the file says was shredded, held against what the journal says. */
export class Shreddings {
  readonly #known: readonly Shredding[];
  readonly #upTo = new Map<string, number>();
  readonly #said = new Set<string>();

  constructor(db: Database) {
    this.#known = sealsWords(db)
      ? (db
          .prepare('SELECT partition, record, up_to, entry FROM word_shreddings')
          .all() as Shredding[])
      : [];
    for (const { partition, record, up_to } of this.#known) {
      const name = nameOf(partition, record);
      this.#upTo.set(name, Math.max(up_to, this.#upTo.get(name) ?? 0));
    }
  }

  entry({ seq, type, body }: SealedRow): void {
    if (type !== 'words.shredded') return;
    const { partition, record } = JSON.parse(body) as { partition: string; record: string };
    this.#said.add(`${seq} ${nameOf(partition, record)}`);
  }

  /** Whether the words an entry committed to are no more. */
  took(partition: KeptPartition, row: SealedRow): boolean {
    const record = recordNamed(row.incident_id, row.stream);
    return row.seq <= (this.#upTo.get(nameOf(partition, record)) ?? 0);
  }

  /** Those no entry speaks of. */
  withoutEntry(): readonly Shredding[] {
    return this.#known.filter(
      ({ partition, record, entry }) => !this.#said.has(`${entry} ${nameOf(partition, record)}`),
    );
  }
}

const nameOf = (partition: string, record: string) => `${partition} ${record}`;
