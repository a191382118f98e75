import { commitmentOf, KEPT_TABLES, type Commitment, type KeptRow } from './kept-words.ts';
import { statement, type Database } from '../open-database.ts';
import { KEPT_PARTITIONS, type KeptPartition } from '#shared/partition/partition.ts';

/** Words that are not what their entry committed to: changed, not there, or there for no entry. */
export interface WrongWords {
  readonly entry: number;
  readonly partition: KeptPartition;
  readonly are: 'changed' | 'missing' | 'without-entry';
}

/** Checks the words that are kept apart against the journal, which holds a salted hash of each. */
export class KeptWordsCheck {
  readonly wrong: WrongWords[] = [];
  readonly #db: Database;
  /** A file from before there were partitions has no such table. */
  readonly #tables: readonly KeptPartition[];
  readonly #found = new Map<KeptPartition, number>();

  constructor(db: Database) {
    this.#db = db;
    const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    this.#tables = KEPT_PARTITIONS.filter(
      (partition) => known.get(KEPT_TABLES[partition]) !== undefined,
    );
  }

  /** Only a row that speaks of kept words is read as JSON. */
  entry({ seq, body }: { readonly seq: number; readonly body: string }): void {
    if (!body.includes('"kept":{"partition":')) return;
    const { kept } = JSON.parse(body) as { kept?: Commitment };
    if (kept === undefined) return;
    const { partition, commitment } = kept;
    const row = this.#rowOf(partition, seq);
    if (row === undefined) return void this.wrong.push({ entry: seq, partition, are: 'missing' });
    this.#found.set(partition, (this.#found.get(partition) ?? 0) + 1);
    if (commitmentOf(row) !== commitment)
      this.wrong.push({ entry: seq, partition, are: 'changed' });
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
  }

  #rowOf(partition: KeptPartition, seq: number): KeptRow | undefined {
    if (!this.#tables.includes(partition)) return undefined;
    return statement(
      this.#db,
      `SELECT salt, text FROM ${KEPT_TABLES[partition]} WHERE seq = ?`,
    ).get(seq) as KeptRow | undefined;
  }
}
