import { CopyTrouble, fileTrouble } from './copy-trouble.ts';
import { auditRecord, auditStore, complaintsOf } from '#db/audit-store.ts';
import { isBoardOfThisVersion } from '#db/board/board-is-current.ts';
import { holdsJournal, storeMark, type StoreMark } from '#db/copies/store-mark.ts';
import { thinnedRecords } from '#db/copies/thin-words.ts';
import { SCHEMA_VERSION } from '#db/migrations/migrate.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

export interface VerifiedStore extends StoreMark {
  /** What is wrong with it, in sentences; empty when it is whole. */
  readonly faults: readonly string[];
  /** Records whose words were shredded in the store after the copy was made, and are out of it. */
  readonly thinned: number;
}

/**
 * Opens a store for reading and holds all of it against itself: every page, every seal, the words and
 * documents kept apart and, where they are of this version, the boards against the journal. Of a copy, words may
 * be out that were shredded in its store later; nothing else.
 * @throws CopyTrouble when it cannot be opened, is no store, or is of a newer CareDesk.
 */
export function verifyStoreFile(file: string, key: StoreKey | null, ofCopy = false): VerifiedStore {
  const db = opened(file, key);
  try {
    return db.transaction(() => verified(db, file, ofCopy))();
  } catch (error) {
    throw fileTrouble(file, error);
  } finally {
    db.close();
  }
}

function opened(file: string, key: StoreKey | null): Database {
  try {
    return openDatabase(file, { readonly: true, key });
  } catch (error) {
    throw fileTrouble(file, error);
  }
}

function verified(db: Database, file: string, ofCopy: boolean): VerifiedStore {
  if (!holdsJournal(db))
    throw new CopyTrouble(
      'unusable',
      `${file} holds no CareDesk journal`,
      'Name a copy CareDesk made.',
    );
  const schema = db.pragma('user_version', { simple: true }) as number;
  if (schema > SCHEMA_VERSION)
    throw new CopyTrouble(
      'unusable',
      `${file} was written by a newer CareDesk (schema ${schema}; this one knows ${SCHEMA_VERSION})`,
      'Install the newer version first.',
    );
  const pages = (db.pragma('quick_check(5)') as { quick_check: string }[])
    .map(({ quick_check }) => quick_check)
    .filter((said) => said !== 'ok');
  // Damaged pages make every further sentence a guess.
  if (pages.length > 0)
    return {
      ...storeMark(db),
      thinned: 0,
      faults: pages.map((said) => `the file is damaged: ${said}.`),
    };
  // Boards of another version are made anew when the store is opened: they are not held against ours.
  const audit = isBoardOfThisVersion(db) ? auditStore(db, { ofCopy }) : auditRecord(db, { ofCopy });
  return { ...storeMark(db), thinned: thinnedRecords(db).length, faults: complaintsOf(audit) };
}
