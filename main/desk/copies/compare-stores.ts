import { join } from 'node:path';
import { DATABASE_FILE } from '../store-file.ts';
import { standsThere } from '#db/copies/whole-files.ts';
import { holdsJournal, lastInCommon, storeMark, writtenAt } from '#db/copies/store-mark.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

/** The store in force, beside a copy of it. */
export interface PresentStore {
  readonly entries: number;
  readonly reaches: string | null;
  /** Whether both began as one store. */
  readonly sameStore: boolean;
  /** Its entries that are not in the copy. */
  readonly newer: number;
  /** When the first of them was written. */
  readonly newerSince: string | null;
  /** The copy has entries that are not in the store: it is of a branch that was left by an earlier restore. */
  readonly branched: boolean;
  readonly center: string | null;
}

/** Null where there is none, `unreadable` where it cannot be opened: then nothing can be said of it. */
export function presentStore(
  { folder, key }: { readonly folder: string; readonly key: StoreKey | null },
  copy: { readonly file: string; readonly key: StoreKey | null },
): PresentStore | 'unreadable' | null {
  const file = join(folder, DATABASE_FILE);
  if (standsThere(file) === null) return null;
  let [present, other]: (Database | null)[] = [null, null];
  try {
    present = openDatabase(file, { readonly: true, key });
    other = openDatabase(copy.file, { readonly: true, key: copy.key });
    if (!holdsJournal(present)) return null;
    const [mark, theirs] = [storeMark(present), storeMark(other)];
    const common = lastInCommon(present, other);
    return {
      entries: mark.entries,
      reaches: mark.reaches,
      sameStore: mark.store === theirs.store,
      newer: mark.entries - common,
      newerSince: writtenAt(present, common + 1),
      branched: theirs.entries > common,
      center: mark.center,
    };
  } catch {
    return 'unreadable';
  } finally {
    present?.close();
    other?.close();
  }
}
