import { UnusableArguments } from './outcome.ts';
import { openDatabase, type Database } from '#db/open-database.ts';

/**
 * Works on a journal file without being able to write to it, beside a running console: everything is
 * read as it stood at one moment.
 * @throws UnusableArguments when the file cannot be read as a journal.
 */
export function readingJournal<T>(file: string, work: (db: Database) => T): T {
  let db: Database | null = null;
  try {
    db = openDatabase(file, { readonly: true });
    const opened = db;
    return opened.transaction(() => work(opened))();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code?.startsWith('SQLITE_') !== true) throw error;
    throw new UnusableArguments(
      `${file} cannot be read: ${message}`,
      'Check that it is a CareDesk journal and that you may read it; desk audit says whether it is damaged.',
    );
  } finally {
    db?.close();
  }
}
