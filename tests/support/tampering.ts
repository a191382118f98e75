import { join } from 'node:path';
import { verifyChain, type ChainVerdict } from '#db/journal/verify-chain.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

/** A raw connection to the file of a data folder, as somebody with a SQLite shell has it. */
export function rawConnection(folder: string): Database {
  return openDatabase(join(folder, DATABASE_FILE));
}

/** Changes the file behind the desk's back, with the guards of the journal taken away first. */
export function tamper(folder: string, change: (db: Database) => void): ChainVerdict {
  const db = rawConnection(folder);
  try {
    db.exec('DROP TRIGGER journal_never_changes; DROP TRIGGER journal_never_shrinks;');
    change(db);
    return verifyChain(db);
  } finally {
    db.close();
  }
}
