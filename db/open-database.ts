import BetterSqlite3 from 'better-sqlite3';
import { requireOurs } from './foreign-database.ts';
import { unlockWith } from './store-key/cipher.ts';
import { LockedStore, type Locked } from './store-key/locked-store.ts';
import type { StoreKey } from './store-key/store-key.ts';

export type Database = BetterSqlite3.Database;
type Statement = BetterSqlite3.Statement<unknown[], unknown>;

/** How long a statement waits for another program that writes. */
export const PATIENCE_MS = 5_000;

export interface OpenHow {
  readonly readonly?: boolean;
  /** Null and left out mean a plain store. */
  readonly key?: StoreKey | null;
}

/**
 * Opens the one SQLite file of a data folder; with a key every page of it, the WAL included, is encrypted.
 * WAL alone would mean `synchronous=NORMAL`, which may lose the last commits at a power cut; FULL makes every
 * acknowledged command durable.
 * @throws LockedStore when the key is missing, wrong or one too many; before it writes, when it is another program's.
 */
export function openDatabase(file: string, how: OpenHow = {}): Database {
  const { readonly = false, key = null } = how;
  const db = new BetterSqlite3(file, { readonly, fileMustExist: readonly, timeout: PATIENCE_MS });
  try {
    if (key !== null) unlockWith(db, key);
    if (!readonly) {
      // Before the first table: an incident's state then fits one page, and a command writes few of them.
      db.pragma('page_size = 8192');
      requireOurs(db);
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
    }
    db.pragma('foreign_keys = ON');
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    // The first page that is read tells whether the key fits.
    db.pragma('schema_version');
    return db;
  } catch (error) {
    db.close();
    if ((error as { code?: string }).code !== 'SQLITE_NOTADB') throw error;
    throw new LockedStore(file, whyLocked(file, key));
  }
}

/** Pages that may wait in the log to be put in their places: a keystroke must not wait for thousands. */
const LOG_PAGES = 400;
/** 32 MiB, where nobody types. */
const LONG_LOG_PAGES = 4_000;

/** For much that is written in a row while nobody types: a page that is written again and again is put in place once. */
export async function withLongLog<T>(db: Database, work: () => Promise<T>): Promise<T> {
  db.pragma(`wal_autocheckpoint = ${LONG_LOG_PAGES}`);
  try {
    return await work();
  } finally {
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  }
}

/** SQLite calls all three “not a database”. */
function whyLocked(file: string, key: StoreKey | null): Locked {
  if (key === null) return 'key-missing';
  const plain = new BetterSqlite3(file, { readonly: true });
  try {
    plain.pragma('schema_version');
    return 'not-encrypted';
  } catch {
    return 'key-wrong';
  } finally {
    plain.close();
  }
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

const writing = new WeakMap<Database, symbol>();

/**
 * Runs `work` in one transaction that takes the write lock at once; commits or leaves no trace. By statements that are
 * compiled once: better-sqlite3 makes four functions of each `work` it is given.
 */
export function atomically<T>(db: Database, work: () => T): T {
  if (db.inTransaction) return nested(db, work);
  statement(db, 'BEGIN IMMEDIATE').run();
  writing.set(db, Symbol());
  try {
    const result = work();
    statement(db, 'COMMIT').run();
    return result;
  } catch (error) {
    // A full disk ends a transaction by itself.
    if (db.inTransaction) statement(db, 'ROLLBACK').run();
    throw error;
  } finally {
    writing.delete(db);
  }
}

function nested<T>(db: Database, work: () => T): T {
  try {
    return db.transaction(work)();
  } catch (error) {
    // What was read and written in it is not so any more.
    if (writing.has(db)) writing.set(db, Symbol());
    throw error;
  }
}

/**
 * Stands for the transaction `atomically` has open, within which nobody else can write; null outside of one. What
 * was read under it is still so as long as it is the same and whoever asks has not written.
 */
export function transactionOf(db: Database): symbol | null {
  return writing.get(db) ?? null;
}
