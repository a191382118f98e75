import type { Database } from '../open-database.ts';

interface Known<State> {
  readonly text: string;
  readonly state: State;
}

/** More than stand open on the busiest day: some tens of megabytes at most. */
const MOST = 2_000;

/**
 * What the stored text of a row was last read as, by the row's id. The text is always read from the
 * database and compared, so another writer, a rollback or a rebuild needs no word about it; what is saved
 * is making objects of JSON, which costs ten times as much as all the rest of looking at a row. Nobody may
 * change what comes out of here.
 */
export class KnownStates<State> {
  readonly #of = new WeakMap<Database, Map<string, Known<State>>>();

  /** The state a row's text stands for. */
  read(db: Database, id: string, text: string): State {
    const rows = this.#rowsOf(db);
    const known = rows.get(id);
    if (known?.text === text) return known.state;
    const state = JSON.parse(text) as State;
    this.#put(rows, id, { text, state });
    return state;
  }

  /** The text of a state that is about to be stored: what is written is mostly what is read next. */
  write(db: Database, id: string, state: State): string {
    const text = JSON.stringify(state);
    this.#put(this.#rowsOf(db), id, { text, state });
    return text;
  }

  #rowsOf(db: Database): Map<string, Known<State>> {
    let rows = this.#of.get(db);
    if (rows === undefined) {
      rows = new Map();
      this.#of.set(db, rows);
    }
    return rows;
  }

  #put(rows: Map<string, Known<State>>, id: string, known: Known<State>): void {
    rows.set(id, known);
    if (rows.size <= MOST) return;
    const [oldest] = rows.keys();
    rows.delete(oldest as string);
  }
}
