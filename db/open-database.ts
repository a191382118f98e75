import BetterSqlite3 from 'better-sqlite3';

export type Database = BetterSqlite3.Database;
type Statement = BetterSqlite3.Statement<unknown[], unknown>;

/**
 * Opens the one SQLite file of a data folder. WAL alone would mean `synchronous=NORMAL`, which may lose
 * the last commits at a power cut; FULL makes every acknowledged command durable.
 */
export function openDatabase(file: string, options: { readonly?: boolean } = {}): Database {
  const db = new BetterSqlite3(file, {
    readonly: options.readonly === true,
    fileMustExist: options.readonly === true,
    timeout: 5_000,
  });
  if (options.readonly !== true) {
    // Before the first table: an incident's state then fits one page, and a command writes few of them.
    db.pragma('page_size = 8192');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
  }
  db.pragma('foreign_keys = ON');
  // A keystroke must not wait for a checkpoint of thousands of pages.
  db.pragma('wal_autocheckpoint = 400');
  return db;
}

export function openInMemory(): Database {
  return new BetterSqlite3(':memory:');
}

const prepared = new WeakMap<Database, Map<string, Statement>>();

/** A statement compiled once per database: compiling costs more than most of ours take to run. */
export function statement(db: Database, sql: string): Statement {
  let known = prepared.get(db);
  if (known === undefined) {
    known = new Map();
    prepared.set(db, known);
  }
  let found = known.get(sql);
  if (found === undefined) {
    found = db.prepare<unknown[], unknown>(sql);
    known.set(sql, found);
  }
  return found;
}

/** Runs `work` in one transaction that takes the write lock at once; commits or leaves no trace. */
export function atomically<T>(db: Database, work: () => T): T {
  return db.transaction(work).immediate();
}
