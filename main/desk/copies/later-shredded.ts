import { dirname, join } from 'node:path';
import { DATABASE_FILE } from '../store-file.ts';
import { isPlain } from '../store-key/ring-keys.ts';
import { readCopies } from './read-copies.ts';
import { holdsJournal, lastInCommon, storeMark } from '#db/copies/store-mark.ts';
import { shreddedAfter, type ShreddedRecord } from '#db/journal/shredded-words.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import { storeFileOf } from '#shared/copies/copy-name.ts';

interface Opened {
  readonly file: string;
  readonly key: StoreKey | null;
}

/**
 * What was shredded after a copy was made, as far as anybody knows: the store it would replace and, where that is
 * lost, the newest copy beside it. The copy itself cannot know.
 */
export function laterShredded(
  staged: Opened,
  {
    copy,
    copyKey,
    into,
    key,
  }: { copy: string; copyKey: StoreKey | null; into: string; key: StoreKey | null },
): ShreddedRecord[] {
  const sources = [{ file: join(into, DATABASE_FILE), key }, ...newestBeside(copy, copyKey)];
  const known = new Map<string, ShreddedRecord>();
  for (const source of sources)
    for (const shredded of since(staged, source))
      known.set(`${shredded.partition} ${shredded.record}`, shredded);
  return [...known.values()];
}

/** Nothing where the source cannot be read, or is of another store. */
function since(staged: Opened, source: Opened): readonly ShreddedRecord[] {
  let [ours, theirs]: (Database | null)[] = [null, null];
  try {
    ours = openDatabase(staged.file, { readonly: true, key: staged.key });
    theirs = openDatabase(source.file, { readonly: true, key: source.key });
    if (!holdsJournal(theirs) || storeMark(theirs).store !== storeMark(ours).store) return [];
    return shreddedAfter(theirs, lastInCommon(theirs, ours));
  } catch {
    return [];
  } finally {
    ours?.close();
    theirs?.close();
  }
}

function newestBeside(copy: string, key: StoreKey | null): Opened[] {
  try {
    const [newest] = readCopies(dirname(copy));
    if (newest === undefined) return [];
    const file = join(dirname(copy), storeFileOf(newest.name));
    return [{ file, key: isPlain(file) ? null : key }];
  } catch {
    return [];
  }
}
