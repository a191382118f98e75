import { openAtWork, type DeskAtWork } from './desk-at-work.ts';
import type { Database } from '#db/open-database.ts';
import type { Topic } from '#shared/contract/console-contract.ts';

/** What a trigger throws: an error of the store, as the engine names it. */
class StruckStatement extends Error {
  readonly code: string;
  constructor(code: string) {
    super('The test struck this statement.');
    this.code = code;
  }
}

/**
 * Lets the n-th row that is written from now on fail, in whichever table it is. Temporary triggers on every
 * table do it, so that the statements, the transaction and its end are the real ones.
 */
export class StruckStore {
  #left = Infinity;
  #code = '';
  struck = 0;

  constructor(db: Database) {
    db.function('strike', { deterministic: false, directOnly: false }, () => {
      this.#left -= 1;
      if (this.#left !== 0) return 0;
      this.calm();
      this.struck += 1;
      throw new StruckStatement(this.#code);
    });
    const tables = db
      .prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'",
      )
      .pluck()
      .all() as string[];
    for (const table of tables.filter((name) => !name.startsWith('sqlite_')))
      for (const act of ['INSERT', 'UPDATE', 'DELETE'])
        db.exec(
          `CREATE TEMP TRIGGER "strike_${table}_${act}" AFTER ${act} ON main."${table}"
           BEGIN SELECT strike(); END`,
        );
  }

  /** After so many rows more. */
  after(rows: number, code: string): void {
    this.#left = rows;
    this.#code = code;
  }

  get isCalm(): boolean {
    return this.#left === Infinity;
  }

  calm(): void {
    this.#left = Infinity;
  }
}

/** What a desk says of everything it holds in memory, to be compared with one that has just read it from the disk. */
export function saidBy({ desk, do: ask, as }: DeskAtWork): unknown {
  const nobody = { operator: null, focus: null };
  // What is wrong is known to the desk that met it.
  const { troubles: _met, ...hello } = ask(nobody, 'desk.hello', {});
  const dana = as('Dana');
  const board = ask(dana, 'board.snapshot', {});
  const views = (name: string) =>
    board.incidents.map(({ incidentId }) => ask(as(name), 'incident.focus', { incidentId }));
  const asked: readonly [string, Topic][] = [
    ['Dana', 'draft.all'],
    ['Cleo', 'policy.in-force'],
  ];
  return {
    head: desk.journal.head(),
    hello,
    board,
    seen: views('Dana'),
    clinical: views('Cleo'),
    policy: desk.policy()?.hash,
    more: asked.map(([name, topic]) => desk.answer(topic, {} as never, as(name))),
  };
}

/** A second desk that knows nothing but the disk, at the same moment. */
export function freshlyRead(atWork: DeskAtWork): unknown {
  const again = openAtWork(atWork.folder, atWork.now().toISOString());
  const said = saidBy(again);
  again.desk.close();
  return said;
}
