import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { openDatabase, type Database } from '../open-database.ts';
import type { StoreKey } from '../store-key/store-key.ts';

/** An empty file whose lock says that somebody works in the folder. It goes with its process. */
const HELD = 'in-use';

/**
 * Holds a data folder, so that no copy is restored into it meanwhile; a restore holds it too. Returns the
 * way to let go; null when somebody else holds it.
 */
export function holdStore(folder: string): (() => void) | null {
  const db = new BetterSqlite3(join(folder, HELD), { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return () => db.close();
}

/**
 * Brings everything a store has beside its file back into it, which takes that nobody has it open.
 * `in-use`: somebody has. `unreadable`: it is no store this key opens, or damaged; then it is as it was.
 */
export function closeStore(file: string, key: StoreKey | null): 'closed' | 'in-use' | 'unreadable' {
  let db: Database | null = null;
  try {
    // Read first: whoever opens a file for writing, and closes it, brings its WAL into it, whatever that is.
    openDatabase(file, { readonly: true, key }).close();
    db = openDatabase(file, { key });
    db.pragma('busy_timeout = 0');
    db.pragma('journal_mode = DELETE');
    return 'closed';
  } catch (error) {
    return isBusy(error) ? 'in-use' : 'unreadable';
  } finally {
    db?.close();
  }
}

function isBusy(error: unknown): boolean {
  return ((error as { code?: string }).code ?? '').startsWith('SQLITE_BUSY');
}
