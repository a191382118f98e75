import { commitmentOf, KEPT_TABLES, keptRow, type Commitment } from './kept-words.ts';
import { NO_ENTRY, Shreddings } from './shredded-words.ts';
import type { Database } from '../open-database.ts';
import type { SealedRow } from './seal.ts';
import {
  KEPT_PARTITIONS,
  PARTITION_LABELS,
  type KeptPartition,
} from '#shared/partition/partition.ts';

/**
 * Words that are not what their entry committed to: changed, not to be opened, not there, there for no entry,
 * or there although they were shredded; or shredded by the file and not by the journal, or the other way round.
 */
export interface WrongWords {
  readonly entry: number;
  readonly partition: KeptPartition;
  readonly are:
    | 'changed'
    | 'closed'
    | 'missing'
    | 'without-entry'
    | 'not-shredded'
    | 'shredded-without-entry'
    | 'shredding-forgotten';
}

const ARE: Readonly<Record<WrongWords['are'], string>> = {
  changed: 'are not what it committed to: they were changed',
  closed: 'cannot be opened: their key is gone, and nothing says they were shredded',
  missing: 'are missing',
  'without-entry': 'are kept, but no entry speaks of them',
  'not-shredded': 'are still there, although they were shredded',
  'shredded-without-entry': 'were shredded, but no entry says so',
  'shredding-forgotten': 'were shredded by it, and the file knows nothing of that',
};

/** What is wrong with them, as a sentence. */
export function sayWrongWords({ entry, partition, are }: WrongWords): string {
  return `The ${PARTITION_LABELS[partition]} words of entry ${entry} ${ARE[are]}.`;
}

/** Checks the words that are kept apart against the journal, which holds a salted hash of each. */
export class KeptWordsCheck {
  readonly wrong: WrongWords[] = [];
  readonly #db: Database;
  /** A file from before there were partitions has no such table. */
  readonly #tables: readonly KeptPartition[];
  readonly #found = new Map<KeptPartition, number>();
  readonly #shreddings: Shreddings;
  readonly #ofCopy: boolean;

  /** `ofCopy`: words may have been shredded in the store after this copy of it was made. */
  constructor(db: Database, ofCopy = false) {
    this.#db = db;
    this.#ofCopy = ofCopy;
    this.#shreddings = new Shreddings(db);
    const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    this.#tables = KEPT_PARTITIONS.filter(
      (partition) => known.get(KEPT_TABLES[partition]) !== undefined,
    );
  }

  /** Only a row that speaks of kept words is read as JSON. */
  entry(row: SealedRow): void {
    this.#shreddings.entry(row);
    const { seq, body } = row;
    if (!body.includes('"kept":{"partition":')) return;
    const { kept } = JSON.parse(body) as { kept?: Commitment };
    if (kept === undefined) return;
    const { partition, commitment } = kept;
    const words = this.#tables.includes(partition) ? keptRow(this.#db, partition, seq) : null;
    const shredded = this.#shreddings.took(partition, row);
    if (words === null) {
      if (!shredded) this.wrong.push({ entry: seq, partition, are: 'missing' });
      return;
    }
    this.#found.set(partition, (this.#found.get(partition) ?? 0) + 1);
    const are = shredded
      ? 'not-shredded'
      : typeof words === 'string'
        ? words
        : commitmentOf(words) === commitment
          ? null
          : 'changed';
    if (are !== null) this.wrong.push({ entry: seq, partition, are });
  }

  /** After the last entry: whether anything is kept that no entry speaks of. */
  end(): void {
    for (const partition of this.#tables) {
      const table = KEPT_TABLES[partition];
      const { kept } = this.#db.prepare(`SELECT COUNT(*) AS kept FROM ${table}`).get() as {
        kept: number;
      };
      if (kept === (this.#found.get(partition) ?? 0)) continue;
      const orphans = this.#db.prepare(
        `SELECT kept.seq AS entry FROM ${table} AS kept LEFT JOIN journal ON journal.seq = kept.seq
         WHERE json_extract(journal.body, '$.kept.partition') IS NOT ? ORDER BY kept.seq`,
      );
      for (const { entry } of orphans.all(partition) as { entry: number }[])
        this.wrong.push({ entry, partition, are: 'without-entry' });
    }
    for (const { entry, up_to, partition } of this.#shreddings.withoutEntry()) {
      if (entry !== NO_ENTRY) this.wrong.push({ entry, partition, are: 'shredded-without-entry' });
      else if (!this.#ofCopy)
        this.wrong.push({ entry: up_to, partition, are: 'shredded-without-entry' });
    }
    for (const { entry, partition } of this.#shreddings.forgotten())
      this.wrong.push({ entry, partition, are: 'shredding-forgotten' });
  }
}
