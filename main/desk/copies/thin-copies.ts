import { join } from 'node:path';
import { DATABASE_FILE } from '../store-file.ts';
import { isPlain } from '../store-key/ring-keys.ts';
import { CopyTrouble, diskTrouble, fileTrouble, said } from './copy-trouble.ts';
import { exchangeThinned, finishThinning, workFileOf } from './exchange-thinned.ts';
import { readCopies } from './read-copies.ts';
import { verifyStoreFile } from './verify-store-file.ts';
import { copyStore } from '#db/copies/copy-store.ts';
import { copyWhole, digestOf } from '#db/copies/whole-files.ts';
import { lastInCommon, storeMark } from '#db/copies/store-mark.ts';
import { opensShredded, thinWords } from '#db/copies/thin-words.ts';
import { sealsWords } from '#db/journal/kept-words.ts';
import { sealAt, sealHexAt } from '#db/journal/sealed-rows.ts';
import { shreddedAfter, type ShreddedRecord } from '#db/journal/shredded-words.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import { LockedStore } from '#db/store-key/locked-store.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import type { LeftCopy } from '#shared/copies/copy-events.ts';
import type { CopyManifest, KeptCopy } from '#shared/copies/copy-manifest.ts';
import { storeFileOf } from '#shared/copies/copy-name.ts';

export interface ThinOrder {
  /** The data folder whose store says what was shredded. */
  readonly from: string;
  readonly key: StoreKey | null;
  /** Where its copies are. */
  readonly folder: string;
}

export interface Thinned {
  /** Everything that was shredded up to this entry is out of the copies but those left; 0 when nothing ever was. */
  readonly upTo: number;
  readonly thinned: readonly string[];
  readonly left: readonly LeftCopy[];
}

/**
 * Takes out of every copy of a store in a folder what was shredded in the store after the copy was made. Each is
 * thinned beside itself and verified before it takes its own place: it is the copy as it was, or a thinned one.
 * Only whoever holds the data folder does this.
 * @throws CopyTrouble when the store or the folder cannot be read; what stands in the way of one copy is in `left`.
 */
export function thinCopies({ from, key, folder }: ThinOrder): Thinned {
  const file = join(from, DATABASE_FILE);
  const source = opened(file, key);
  try {
    const all = shreddedAfter(source, 0);
    const upTo = all.at(-1)?.entry ?? 0;
    const { store } = storeMark(source);
    const thinned: string[] = [];
    const left: LeftCopy[] = [];
    finishThinning(folder);
    for (const copy of copiesThere(folder)) {
      if (copy.manifest.store !== store || thinnedTo(source, copy.manifest) >= upTo) continue;
      try {
        if (thinCopy(source, all, folder, copy, key)) thinned.push(copy.name);
      } catch (error) {
        left.push({ copy: copy.name, because: said(diskTrouble(folder, error)) });
      }
    }
    return { upTo, thinned, left };
  } finally {
    source.close();
  }
}

function copiesThere(folder: string): KeptCopy[] {
  try {
    return readCopies(folder);
  } catch (error) {
    throw diskTrouble(folder, error);
  }
}

/**
 * Up to which entry of its store nothing that was shredded is in a copy: those it knows of, and those it was thinned
 * by. The seals tell whether they are of this journal, or of a branch that was left.
 */
export function thinnedTo(source: Database, { entries, head, thinned }: CopyManifest): number {
  const known = sealHexAt(source, entries) === head ? entries : 0;
  return Math.max(known, thinned === undefined ? 0 : markedTo(source, thinned));
}

function markedTo(source: Database, { upTo, seal }: ThinnedMark): number {
  return sealHexAt(source, upTo) === seal ? upTo : 0;
}

type ThinnedMark = NonNullable<CopyManifest['thinned']>;

/** Answers whether anything had to be taken out of it. */
function thinCopy(
  source: Database,
  all: readonly ShreddedRecord[],
  folder: string,
  { name, manifest }: KeptCopy,
  key: StoreKey | null,
): boolean {
  const file = join(folder, storeFileOf(name));
  const its = isPlain(file) ? null : key;
  const owed = owedIn(file, its, source, all, manifest);
  const last = all.at(-1)?.entry ?? 0;
  const mark = { upTo: last, seal: sealAt(source, last).toString('hex') };
  if (owed.length === 0) {
    const records = manifest.thinned?.records ?? 0;
    exchangeThinned(folder, name, null, { ...manifest, thinned: { ...mark, records } });
    return false;
  }
  const work = workFileOf(folder, name);
  try {
    const { sha256 } = copyWhole(file, work.copied, 'gentle');
    if (sha256 !== manifest.sha256)
      throw damaged(name, ['it is not the file that was made: its digest differs.']);
    thinInto(work, its, owed);
    const found = verifyStoreFile(work.thinned, its, true);
    const { faults, head, entries } = found;
    if (faults.length > 0) throw damaged(name, faults);
    if (head !== manifest.head || entries !== manifest.entries)
      throw damaged(name, ['its journal is not the one that was copied.']);
    const thinned = { ...mark, records: found.thinned };
    const described = { ...manifest, ...digestOf(work.thinned), thinned };
    exchangeThinned(folder, name, work.thinned, described);
    return true;
  } finally {
    work.clear();
  }
}

/** Of what was shredded, what this copy knows nothing of and has words of. */
function owedIn(
  file: string,
  key: StoreKey | null,
  source: Database,
  all: readonly ShreddedRecord[],
  { thinned }: CopyManifest,
): readonly ShreddedRecord[] {
  const copy = opened(file, key);
  try {
    const marked = thinned === undefined ? 0 : markedTo(source, thinned);
    const done = Math.max(lastInCommon(source, copy), marked);
    const owed = all.filter(({ entry }) => entry > done);
    if (!opensShredded(copy, owed)) return [];
    if (sealsWords(copy)) return owed;
    throw new CopyTrouble(
      'unusable',
      `${file} is of a version that kept such words in the open`,
      'Delete it when no longer needed, or let it be rotated out.',
    );
  } finally {
    copy.close();
  }
}

/** In a file of its own, and from there into a second one that never held what goes. */
function thinInto(
  { copied, thinned }: ReturnType<typeof workFileOf>,
  key: StoreKey | null,
  owed: readonly ShreddedRecord[],
): void {
  const db = openDatabase(copied, { key });
  try {
    thinWords(db, owed);
    copyStore(db, thinned, key, 'gentle');
  } finally {
    db.close();
  }
}

function opened(file: string, key: StoreKey | null): Database {
  try {
    return openDatabase(file, { readonly: true, key });
  } catch (error) {
    if (!(error instanceof LockedStore)) throw fileTrouble(file, error);
    throw new CopyTrouble(
      'unusable',
      `${file} does not open with the key in force`,
      'It is of before the store was encrypted anew, or damaged: delete it when no longer needed, or let it be rotated out.',
    );
  }
}

function damaged(name: string, faults: readonly string[]): CopyTrouble {
  return new CopyTrouble(
    'damaged',
    `${name} is not whole: ${faults.join(' ')}`,
    'It is left as it is; delete it when it is no longer needed.',
  );
}
