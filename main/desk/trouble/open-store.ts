import { storeFaultOf } from './store-fault.ts';
import type { CoreOptions } from '../core-options.ts';
import { catchUp, followedSeq } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { openJournal } from '#db/journal/journal.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import type { StoreTrouble } from '#shared/trouble/trouble.ts';

export interface OpenedStore {
  readonly db: Database;
  /** Sequence of the last entry its boards hold. */
  readonly followed: number;
  /** Why it was opened for reading only; null when it is written, too. */
  readonly met: StoreTrouble | null;
}

/**
 * Opens the store; where it is damaged or cannot be written, for reading what can be read. A store that is
 * there is never taken for a new one, and a damaged file stays as it is.
 * @throws when not even that is possible.
 */
export function openStore({
  file,
  key = null,
  beforeUpgrade,
}: Pick<CoreOptions, 'file' | 'key' | 'beforeUpgrade'>): OpenedStore {
  let db: Database | null = null;
  try {
    db = openDatabase(file, { key });
    migrate(db, beforeUpgrade);
    const journal = openJournal(db);
    const followed = catchUp(db, journal, PROJECTIONS);
    if (followed <= journal.head()) return { db, followed, met: null };
  } catch (error) {
    db?.close();
    const met = storeFaultOf(error);
    // Whoever holds it lets go soon: starting again is better than a desk that only reads.
    if (met === null || met === 'locked') throw error;
    return readOnly(file, key, met);
  }
  // The end of the record was taken away. What is written after it would stand where that stood.
  db.close();
  return readOnly(file, key, 'damaged');
}

function readOnly(file: string, key: StoreKey | null, met: StoreTrouble): OpenedStore {
  const reading = openDatabase(file, { readonly: true, key });
  return { db: reading, followed: followedSeq(reading), met };
}
