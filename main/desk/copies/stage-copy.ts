import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DATABASE_FILE } from '../store-file.ts';
import { CopyTrouble, diskTrouble, fileTrouble } from './copy-trouble.ts';
import { manifestIn, manifestOf } from './read-copies.ts';
import { verifyStoreFile, type VerifiedStore } from './verify-store-file.ts';
import type { Pace } from '#db/copies/pace.ts';
import { copyWhole, standsThere } from '#db/copies/whole-files.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import type { BesideFile, CopyManifest } from '#shared/copies/copy-manifest.ts';
import {
  besideFileOf,
  copyOfFile,
  manifestFileOf,
  thinnedManifestOf,
} from '#shared/copies/copy-name.ts';

/** A copy that was taken to a place of its own and found whole there. */
export interface StagedCopy {
  /** The folder it stands in, like a data folder. */
  readonly place: string;
  /** What of it is there, the store first. */
  readonly files: readonly (typeof DATABASE_FILE | BesideFile)[];
  readonly store: VerifiedStore;
  /** What it is encrypted with; null for a plain one. */
  readonly key: StoreKey | null;
  /** Null for a file CareDesk has no manifest of. */
  readonly manifest: CopyManifest | null;
  clear(): void;
}

const STAGE = 'restoring-';
/** As it is made here; nothing else is ever taken for one. */
const STAGED = /^restoring-(\d+)-[A-Za-z0-9]{6}$/;

export function isStage(name: string): boolean {
  return STAGED.test(name);
}

/**
 * Takes a copy to a folder of its own inside `within`, and verifies what arrived: the bytes against the
 * manifest, then the store against itself. The copy and whatever else is in `within` stay as they are.
 * @throws CopyTrouble when it cannot be read, is no copy, or is not what was made.
 */
export function stageCopy(
  copy: string,
  within: string,
  key: StoreKey | null,
  pace: Pace,
): StagedCopy {
  requireCopy(copy);
  sweepStages(within);
  const { size } = statSync(copy);
  const place = placeFor(within, size);
  const clear = () => rmSync(place, { recursive: true, force: true });
  try {
    const name = copyOfFile(basename(copy));
    const staged = join(place, DATABASE_FILE);
    const { sha256 } = copyIn(copy, staged, within, pace);
    const manifest = name === null ? null : fittingManifest(dirname(copy), name, sha256);
    if (manifest !== null && sha256 !== manifest.sha256)
      throw damaged(copy, ['it is not the file that was made: its digest differs.']);
    const beside = manifest?.beside ?? [];
    for (const { file, sha256: wanted } of beside) {
      const from = join(dirname(copy), besideFileOf(name ?? '', file));
      if (standsThere(from) !== 'file')
        throw damaged(copy, [`${basename(from)} is missing beside it.`]);
      if (copyIn(from, join(place, file), within, pace).sha256 !== wanted)
        throw damaged(copy, [`${basename(from)} beside it was changed.`]);
    }
    // Copies of a store from before it was encrypted are plain, whatever key is at hand.
    const its = isPlain(staged) ? null : key;
    const store = verifyStoreFile(staged, its, true);
    if (store.faults.length > 0) throw damaged(copy, store.faults);
    if (manifest !== null) requireDescribed(copy, store, manifest);
    const files = [DATABASE_FILE, ...beside.map(({ file }) => file)] as const;
    return { place, files, store, key: its, manifest, clear };
  } catch (error) {
    clear();
    throw error;
  }
}

/**
 * The manifest of the copy; where its thinning was cut short, the one that fits the file. Null where none is beside.
 * @throws CopyTrouble when one is and cannot be read.
 */
function fittingManifest(folder: string, name: string, sha256: string): CopyManifest | null {
  const thinned = manifestIn(join(folder, thinnedManifestOf(name)));
  if (thinned?.sha256 === sha256) return thinned;
  const manifest = manifestOf(folder, name);
  const file = join(folder, manifestFileOf(name));
  if (manifest !== null || standsThere(file) === null) return manifest;
  throw new CopyTrouble(
    'damaged',
    `${file}, which says what the copy has to be, cannot be understood`,
    'Nothing was changed. Take another copy; if there is none, move that file away: then only the store itself says that it is whole.',
  );
}

/** A manifest that speaks of something else is not this copy’s. */
function requireDescribed(copy: string, store: VerifiedStore, manifest: CopyManifest): void {
  if (store.thinned !== (manifest.thinned?.records ?? 0))
    throw damaged(copy, ['other words are out of it than its manifest says.']);
  const same = (['store', 'entries', 'head', 'schema'] as const).every(
    (fact) => store[fact] === manifest[fact],
  );
  if (!same) throw damaged(copy, ['its manifest speaks of another one.']);
}

function requireCopy(copy: string): void {
  const stands = standsThere(copy);
  const why = {
    folder: 'is a folder',
    link: 'is a link to somewhere else',
    other: 'is not a file',
  } as const;
  if (stands === null)
    throw new CopyTrouble(
      'unusable',
      `${copy} is not there`,
      'Name the copy itself, a .sqlite file.',
    );
  if (stands !== 'file')
    throw new CopyTrouble(
      'unusable',
      `${copy} ${why[stands]}`,
      'Name the copy itself, a .sqlite file in it.',
    );
  if (statSync(copy).size === 0)
    throw new CopyTrouble('damaged', `${copy} is empty`, 'Take another copy.');
}

/** A plain SQLite file says so in its first bytes. */
function isPlain(file: string): boolean {
  const first = Buffer.alloc(SQLITE.length);
  const open = openSync(file, 'r');
  try {
    readSync(open, first, 0, first.length, 0);
    return first.equals(SQLITE);
  } finally {
    closeSync(open);
  }
}

const SQLITE = Buffer.from('SQLite format 3\0');

function placeFor(within: string, bytes: number): string {
  try {
    const { bavail, bsize } = statfsSync(within);
    // Its boards may be made anew in it.
    if (bavail * bsize < bytes * 1.2)
      throw new CopyTrouble(
        'unusable',
        `${within} has no room for the copy (${Math.ceil(bytes / 1e6)} MB)`,
        'Free space there. Nothing was changed.',
      );
    return mkdtempSync(join(within, `${STAGE}${process.pid}-`));
  } catch (error) {
    throw diskTrouble(within, error);
  }
}

function copyIn(from: string, to: string, within: string, pace: Pace): { sha256: string } {
  try {
    return copyWhole(from, to, pace);
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    // What cannot be read is the copy, what cannot be written is the folder.
    if (syscall === 'read' || (syscall === 'open' && code !== 'ENOSPC' && !existsSync(to)))
      throw fileTrouble(from, error);
    throw diskTrouble(within, error);
  }
}

function damaged(copy: string, faults: readonly string[]): CopyTrouble {
  return new CopyTrouble(
    'damaged',
    `${copy} is not whole: ${faults.join(' ')}`,
    'Nothing was changed. Keep it as it is, and take another copy.',
  );
}

/** What a restore that was cut short has left: its process is gone. */
function sweepStages(within: string): void {
  for (const name of readdirSync(within)) {
    const pid = STAGED.exec(name)?.[1];
    if (pid === undefined || lives(Number(pid))) continue;
    rmSync(join(within, name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
