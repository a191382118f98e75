import { join } from 'node:path';
import { copiesBeside, DATABASE_FILE } from '../store-file.ts';
import { readCopies } from './read-copies.ts';
import { standsThere } from '#db/copies/whole-files.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import { foldersOfCopies, restoresOnRecord } from '#db/copies/copy-marks.ts';
import { storeMark } from '#db/copies/store-mark.ts';
import { sealHexAt } from '#db/journal/sealed-rows.ts';
import type { CopyManifest } from '#shared/copies/copy-manifest.ts';
import { ofLeftBranch } from '#shared/copies/left-branch.ts';

/** A copy that ends with an entry the journal does not have like that. */
export interface UnlikeCopy {
  readonly folder: string;
  readonly copy: string;
  /** The entry the copy ends with. */
  readonly entry: number;
  /** Whether the journal has none of this number, or another one. */
  readonly is: 'missing' | 'changed';
  /** What was taken away or changed comes after this entry: the journal's last, or the last one a copy agrees on. */
  readonly after: number;
}

/** The journal beside the copies of it that can be reached. */
export interface HeldAgainstCopies {
  /** Copies that were compared. */
  readonly compared: number;
  /** The entry up to which the journal is as a copy says; 0 where none says so. */
  readonly agreesTo: number;
  readonly unlike: readonly UnlikeCopy[];
  /** Folders that could not be read, and were not compared. */
  readonly away: readonly string[];
}

/**
 * Holds the end of the journal against what copies of it say they end with. The chain alone cannot show that its
 * newest entries were taken away, nor that all of it was written anew. Opens no copy, and needs no key.
 *
 * The manifests are read first and the seals after them, in no transaction: a copy that is just being made beside a
 * running console must not be ahead of what is compared with it.
 */
export function heldAgainstCopies(db: Database, dataFolder: string): HeldAgainstCopies {
  const away: string[] = [];
  const found = foldersOfCopies(db, copiesBeside(dataFolder)).flatMap(({ folder, known }) => {
    const copies = copiesIn(folder);
    if (copies === null && known) away.push(folder);
    return (copies ?? []).map(({ name, manifest }) => ({ folder, copy: name, manifest }));
  });
  return { ...compared(db, found), away };
}

/**
 * The same for the copies of one folder, in sentences: whoever makes a copy there has read it anyway. Where it cannot be
 * done nothing is said against the journal.
 */
export function saidInFolder(
  folder: string,
  store: { readonly folder: string; readonly key: StoreKey | null },
): string[] {
  const copies = copiesIn(folder) ?? [];
  const found = copies.map(({ name, manifest }) => ({ folder, copy: name, manifest }));
  try {
    const file = join(store.folder, DATABASE_FILE);
    const db = openDatabase(file, { readonly: true, key: store.key });
    try {
      return sayUnlike(compared(db, found));
    } finally {
      db.close();
    }
  } catch {
    return [];
  }
}

interface FoundCopy {
  readonly folder: string;
  readonly copy: string;
  readonly manifest: CopyManifest;
}

function compared(db: Database, found: readonly FoundCopy[]): Omit<HeldAgainstCopies, 'away'> {
  const { store, entries: ends } = storeMark(db);
  const restores = restoresOnRecord(db);
  const ours = found.filter(({ manifest }) => manifest.entries > 0 && manifest.store === store);
  const like = ours.filter(({ manifest }) => sealHexAt(db, manifest.entries) === manifest.head);
  const agreed = like.map(({ manifest }) => manifest.entries);
  const differing = ours.filter(
    (each) => !like.includes(each) && !ofLeftBranch(each.manifest, restores),
  );
  // Where a copy only goes further than the journal, nothing speaks against what is there.
  const onlyCut = differing.every(({ manifest }) => manifest.entries > ends);
  const unlike = differing.map(({ folder, copy, manifest: { entries } }): UnlikeCopy => {
    const is = entries > ends ? 'missing' : 'changed';
    // Each seal holds all before it.
    const after = onlyCut ? ends : Math.max(0, ...agreed.filter((each) => each < entries));
    return { folder, copy, entry: entries, is, after };
  });
  return { compared: ours.length, agreesTo: Math.max(0, ...agreed), unlike };
}

function copiesIn(folder: string) {
  try {
    return standsThere(folder) === null ? null : readCopies(folder);
  } catch {
    return null;
  }
}

/** More would push the first ones off a screen; the document has them all. */
const SAID = 3;

/** What copies say against the journal, in sentences: those that know most first. */
export function sayUnlike({ unlike }: Pick<HeldAgainstCopies, 'unlike'>): string[] {
  const first = [...unlike].sort((a, b) => b.entry - a.entry).slice(0, SAID);
  const said = first.map(({ folder, copy, entry, is, after }) =>
    is === 'missing'
      ? `The copy ${copy} in ${folder} ends with entry ${entry}, which the journal does not have: entries after ${after} are gone.`
      : `The copy ${copy} in ${folder} has another entry ${entry} than the journal: entries after ${after} are gone or were changed.`,
  );
  const more = unlike.length - said.length;
  if (more > 0) said.push(`${more} more copies do not agree with the journal.`);
  return said;
}
