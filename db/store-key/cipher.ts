import type { StoreKey } from './store-key.ts';
import type { Database } from '../open-database.ts';

/** What the build of SQLite with ciphers can do more than the declared one. */
interface Ciphering {
  key(key: Buffer): number;
}

/**
 * Must come before anything else is asked of the connection. AEGIS-256 with the raw key: no derivation at a
 * start, and a page that was changed does not open. By the library's own call, so that the key stands in no
 * statement.
 */
export function unlockWith(db: Database, key: StoreKey): void {
  db.pragma("cipher = 'aegis'");
  db.pragma("aegis_algorithm = 'aegis-256'");
  (db as unknown as Ciphering).key(Buffer.from(`raw:${key}`));
  // Only the store's own file and its WAL have the cipher; what sorting spills would lie in plain text.
  db.pragma('temp_store = MEMORY');
}
