import { KEPT_TABLES, sealsWords } from './kept-words.ts';
import type { SealedRow } from './seal.ts';
import { PATIENCE_MS, statement, type Database } from '../open-database.ts';
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

/**
 * Writes the keys that are left anew. Where the table grew in its middle, SQLite left keys behind on pages they were
 * moved from, and deleting such a key does not reach those bytes. Inside the same transaction, once, while overwriting.
 */
export function rewriteKeys(db: Database): void {
  const left = db.prepare('SELECT partition, record, key FROM word_keys').raw().all();
  const write = db.prepare('INSERT INTO word_keys (partition, record, key) VALUES (?, ?, ?)');
  db.prepare('DELETE FROM word_keys').run();
  for (const row of left) write.run(row);
}

/** Runs `work` so that what it deletes is overwritten, in the file and in its log. */
export function overwriting<T>(db: Database, work: () => T): T {
  db.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    db.pragma('secure_delete = OFF');
    emptyLog(db);
  }
}

/**
 * Takes what the log holds of former pages with it. Somebody who reads just then, such as a copy that is being made,
 * puts that off; nobody at the desk waits for it.
 */
export function emptyLog(db: Database): void {
  db.pragma('busy_timeout = 0');
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
  }
}

/** Something that was shredded in a store, by the entry that says so. */
export interface ShreddedRecord {
  readonly entry: number;
  readonly at: string;
  readonly partition: KeptPartition;
  readonly record: string;
}

/** What was shredded after an entry, in order. */
export function shreddedAfter(db: Database, entry: number): ShreddedRecord[] {
  return statement(
    db,
    `SELECT seq AS entry, at, json_extract(body, '$.partition') AS partition, json_extract(body, '$.record') AS record
     FROM journal WHERE type IN ('words.shredded', 'words.stayed-shredded') AND seq > ? ORDER BY seq`,
  ).all(entry) as ShreddedRecord[];
}

/** Whether anything was shredded here after an entry; what only stayed so was shredded before it. */
export function anythingShreddedAfter(db: Database, entry: number): boolean {
  const found = statement(
    db,
    "SELECT 1 FROM journal WHERE type = 'words.shredded' AND seq > ? LIMIT 1",
  ).get(entry);
  return found !== undefined;
}

/** The entry of what was shredded in a store after this copy of it was made: no entry of the copy says so. */
export const NO_ENTRY = 0;

/** As the file has it: the words of a record up to an entry are no more, since entry `entry`. */
export interface Shredding {
  readonly partition: KeptPartition;
  readonly record: string;
  readonly up_to: number;
  readonly entry: number;
}

/** What the file says was shredded, held against what the journal says. */
export class Shreddings {
  readonly #known: readonly Shredding[];
  readonly #upTo = new Map<string, number>();
  readonly #said = new Map<string, Shredding>();

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
    if (type !== 'words.shredded' && type !== 'words.stayed-shredded') return;
    const { partition, record, upTo } = JSON.parse(body) as Omit<RecordWords, 'words'>;
    const entry = type === 'words.shredded' ? seq : NO_ENTRY;
    const said: Shredding = { partition, record, up_to: upTo, entry };
    this.#said.set(keyOf(said), said);
  }

  /** Whether the words an entry committed to are no more. */
  took(partition: KeptPartition, row: SealedRow): boolean {
    const record = recordNamed(row.incident_id, row.stream);
    return row.seq <= (this.#upTo.get(nameOf(partition, record)) ?? 0);
  }

  /** Those no entry speaks of, or otherwise. */
  withoutEntry(): readonly Shredding[] {
    return this.#known.filter((each) => !this.#said.has(keyOf(each)));
  }

  /** Those an entry speaks of and the file does not know: what was shredded may be back. */
  forgotten(): readonly Shredding[] {
    const known = new Set(this.#known.map(keyOf));
    return [...this.#said.values()].filter(
      (said) => said.entry !== NO_ENTRY && !known.has(keyOf(said)),
    );
  }
}

const keyOf = ({ partition, record, up_to, entry }: Shredding) =>
  `${entry} ${up_to} ${nameOf(partition, record)}`;

const nameOf = (partition: string, record: string) => `${partition} ${record}`;
