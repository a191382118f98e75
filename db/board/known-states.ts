import { transactionOf, type Database } from '../open-database.ts';
import { RecentlyUsed } from '../recently-used.ts';

interface Known<State> {
  readonly text: string;
  readonly state: State;
  /** The transaction it was last read or written in. */
  within: symbol | null;
}

/** More than stand open on the busiest day: some tens of megabytes at most. */
const MOST_STANDING = 2_000;
/** What is over is looked at by few and seldom; a week of it would be as large as all the rest of the desk. */
const MOST_OVER = 256;

interface Rows<State> {
  readonly standing: RecentlyUsed<string, Known<State>>;
  readonly over: RecentlyUsed<string, Known<State>>;
}

/**
 * What the stored text of a row was last read as, by the row's id. The text is read from the
 * database and compared, so another writer, a rollback or a rebuild needs no word about it; only within one
 * transaction, in which nobody else can write, it need not be read twice. What is saved is making objects of
 * JSON, which costs ten times as much as all the rest of looking at a row. Nobody may change what comes out of here.
 */
export class KnownStates<State> {
  readonly #of = new WeakMap<Database, Rows<State>>();
  readonly #isOver: (state: State) => boolean;

  /** `isOver`: nobody works on it any more, so that only the last few of these are worth their memory. */
  constructor(isOver: (state: State) => boolean = () => false) {
    this.#isOver = isOver;
  }

  /** The state a row's text stands for. */
  read(db: Database, id: string, text: string): State {
    const known = this.#known(db, id);
    const within = transactionOf(db);
    if (known?.text === text) {
      known.within = within;
      return known.state;
    }
    const state = JSON.parse(text) as State;
    this.#put(db, id, { text, state, within });
    return state;
  }

  /**
   * The state of a row that was read or written before in the transaction that is open: nobody else can have changed
   * it, and it need not be read again. Null when the row has to be looked at.
   */
  found(db: Database, id: string): State | null {
    const within = transactionOf(db);
    if (within === null) return null;
    const known = this.#known(db, id);
    return known?.within === within ? known.state : null;
  }

  /** The text of a state that is about to be stored: what is written is mostly what is read next. */
  write(db: Database, id: string, state: State): string {
    const text = JSON.stringify(state);
    this.#put(db, id, { text, state, within: transactionOf(db) });
    return text;
  }

  /** How many are held of each kind, for whoever doubts that it stays so. */
  held(db: Database): { readonly standing: number; readonly over: number } {
    const { standing, over } = this.#rowsOf(db);
    return { standing: standing.size, over: over.size };
  }

  #known(db: Database, id: string): Known<State> | undefined {
    const { standing, over } = this.#rowsOf(db);
    return standing.get(id) ?? over.get(id);
  }

  #rowsOf(db: Database): Rows<State> {
    let rows = this.#of.get(db);
    if (rows === undefined) {
      rows = {
        standing: new RecentlyUsed(MOST_STANDING),
        over: new RecentlyUsed(MOST_OVER),
      };
      this.#of.set(db, rows);
    }
    return rows;
  }

  #put(db: Database, id: string, known: Known<State>): void {
    const { standing, over } = this.#rowsOf(db);
    const [to, from] = this.#isOver(known.state) ? [over, standing] : [standing, over];
    from.delete(id);
    to.set(id, known);
  }
}
