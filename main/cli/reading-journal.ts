import { dirname } from 'node:path';
import { keyOfFolder } from './unlocking.ts';
import { UnusableArguments } from './outcome.ts';
import { newerSchema, SCHEMA_VERSION } from '#db/migrations/migrate.ts';
import { openDatabase, type Database } from '#db/open-database.ts';

/**
 * Works on a journal file without being able to write to it, beside a running console: everything is
 * read as it stood at one moment. Whatever goes wrong is thrown as it is.
 */
export function atOneMoment<T>(file: string, work: (db: Database) => T): T {
  return whileOpen(file, (db) => db.transaction(() => work(db))());
}

/** The same, for whoever says which of what they read belongs to one moment. */
export function whileOpen<T>(file: string, work: (db: Database) => T): T {
  const db = openDatabase(file, { readonly: true, key: keyOfFolder(dirname(file)) });
  try {
    const newer = newerSchema(db);
    if (newer !== null)
      throw new UnusableArguments(
        `${file} was written by a newer CareDesk (schema ${newer}; this one knows ${SCHEMA_VERSION})`,
        'Use the newer version.',
      );
    return work(db);
  } finally {
    db.close();
  }
}

/**
 * The same, for commands that have no answer to a file that cannot be read.
 * @throws UnusableArguments when the file cannot be read as a journal.
 */
export function readingJournal<T>(file: string, work: (db: Database) => T): T {
  try {
    return atOneMoment(file, work);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code?.startsWith('SQLITE_') !== true) throw error;
    throw new UnusableArguments(
      `${file} cannot be read: ${message}`,
      'Check that it is a CareDesk journal and that you may read it; desk audit says whether it is damaged.',
    );
  }
}
