import type { DeskCore } from '../desk-core.ts';
import { ChainWalk } from '#db/journal/chain-walk.ts';
import { damageOf, smallTables } from '#db/page-check.ts';

/** Some milliseconds at a time: the keys never wait for it. */
const ENTRIES = 50;
/** A larger table is looked at when a copy is verified: it would take too long at once. */
const MOST_ROWS = 3_000;

/** Reads the whole record and the small tables again, bit by bit, and tells who can do something about it when it was changed. */
export class RecordWatch {
  readonly #core: Pick<DeskCore, 'db' | 'troubles'>;
  readonly #walk: ChainWalk;
  /** Those that are still to be looked at; null while the record is. */
  #tables: string[] | null = null;
  #over = false;

  constructor(core: Pick<DeskCore, 'db' | 'troubles'>) {
    this.#core = core;
    this.#walk = new ChainWalk(core.db);
  }

  /** Looks a little further. Answers whether there is more to look at. */
  step(): boolean {
    const { db, troubles } = this.#core;
    if (this.#over || !db.open) return false;
    // A page that cannot be read ends it, and is told by itself.
    this.#over = true;
    troubles.during(() => {
      if (this.#tables === null) this.#stepRecord();
      else this.#stepTable(this.#tables);
      this.#over = this.#tables?.length === 0;
    });
    return !this.#over;
  }

  #stepRecord(): void {
    const found = this.#walk.step(ENTRIES);
    if (found === null) return;
    if (found !== true)
      this.#core.troubles.begins(
        'record-changed',
        `Entry ${found.brokenAt} does not match its seal.`,
      );
    this.#tables = smallTables(this.#core.db, MOST_ROWS);
  }

  #stepTable(tables: string[]): void {
    const table = tables.pop();
    if (table === undefined) return;
    const wrong = damageOf(this.#core.db, table);
    if (wrong !== null) this.#core.troubles.begins('damaged', `In its table ${table}.`);
  }
}
