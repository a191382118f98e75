import { GENESIS, sealOf, type SealedRow } from './seal.ts';
import { statement, type Database } from '../open-database.ts';

/** Recomputes every seal of the journal a few entries at a time, so that nobody waits for it. */
export class ChainWalk {
  readonly #db: Database;
  #seq = 0;
  #hash: Buffer = GENESIS;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Looks at so many entries. Null: whole so far, and there is more; true: whole to its end. */
  step(entries: number): null | true | { readonly brokenAt: number } {
    const rows = statement(
      this.#db,
      `SELECT seq, at, by_operator, position, stream, type, incident_id, body, hash FROM journal
       WHERE seq > ? ORDER BY seq LIMIT ?`,
    ).all(this.#seq, entries) as (SealedRow & { hash: Buffer })[];
    for (const row of rows) {
      if (row.seq !== this.#seq + 1) return { brokenAt: this.#seq + 1 };
      if (row.incident_id === '' || !sealOf(this.#hash, row).equals(row.hash))
        return { brokenAt: row.seq };
      [this.#seq, this.#hash] = [row.seq, row.hash];
    }
    return rows.length < entries ? true : null;
  }
}
