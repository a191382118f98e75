import type { DeskCore } from '../desk-core.ts';
import { ChainWalk } from '#db/journal/chain-walk.ts';

/** Some milliseconds at a time: the keys never wait for it. */
const ENTRIES = 50;

/** Reads the whole record again, bit by bit, and tells who can do something about it when it was changed. */
export class RecordWatch {
  readonly #core: Pick<DeskCore, 'db' | 'troubles'>;
  readonly #walk: ChainWalk;
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
      const found = this.#walk.step(ENTRIES);
      this.#over = found !== null;
      if (found !== null && found !== true)
        troubles.begins('record-changed', `Entry ${found.brokenAt} does not match its seal.`);
    });
    return !this.#over;
  }
}
