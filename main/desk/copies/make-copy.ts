import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DATABASE_FILE } from '../store-file.ts';
import { CopyTrouble, diskTrouble, fileTrouble } from './copy-trouble.ts';
import { readCopies } from './read-copies.ts';
import { verifyStoreFile } from './verify-store-file.ts';
import { copyStore } from '#db/copies/copy-store.ts';
import {
  copyWhole,
  digestOf,
  standsThere,
  syncFolder,
  writeWhole,
} from '#db/copies/whole-files.ts';
import { holdsJournal, storeMark } from '#db/copies/store-mark.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import type { CopyMade } from '#shared/copies/copy-events.ts';
import { BESIDE_FILES, type CopyManifest } from '#shared/copies/copy-manifest.ts';
import {
  besideFileOf,
  copyName,
  isCopyName,
  manifestFileOf,
  storeFileOf,
  type CopyReason,
} from '#shared/copies/copy-name.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { VERSION } from '#shared/version.ts';

export interface CopyOrder {
  /** The data folder. */
  readonly from: string;
  /** What its store is encrypted with; the copy is, too. */
  readonly key: StoreKey | null;
  readonly to: string;
  readonly why: CopyReason;
  readonly madeAt: Date;
}

export type CopyStep = 'writing' | 'verifying';

export interface MadeCopy {
  readonly name: string;
  /** The copy itself. */
  readonly file: string;
  readonly manifest: CopyManifest;
  /** On the disk of the data folder: a broken disk takes both. */
  readonly sameDisk: boolean;
}

/** What a copy is called until it is whole. */
const PART = '.part';
const FORGOTTEN_MS = 24 * 3_600_000;

/**
 * Makes one copy of the store of a data folder, beside a console that goes on writing: as the store is at
 * one moment, on the disk, read again and found whole. Nothing is kept under its name before that.
 * @throws CopyTrouble saying what is in the way; then the folder is as it was.
 */
export function makeCopy(order: CopyOrder, tell: (step: CopyStep) => void = () => {}): MadeCopy {
  const { to } = order;
  readyTarget(to, order.from);
  const source = openSource(join(order.from, DATABASE_FILE), order.key);
  try {
    const earlier = readCopies(to);
    const mark = storeMark(source);
    const before = order.why === 'before-upgrade' ? VERSION : null;
    const madeAt = order.madeAt.toISOString();
    const name = copyName({ madeAt, store: mark.store, before }, (tried) => isTaken(to, tried));
    const part = join(to, `${storeFileOf(name)}${PART}`);
    const written: string[] = [part];
    try {
      tell('writing');
      copyStore(source, part, order.key, order.why === 'before-upgrade' ? 'fast' : 'gentle');
      tell('verifying');
      const { faults, thinned: _none, ...verified } = verifyStoreFile(part, order.key);
      if (faults.length > 0) throw notWhole(order, faults);
      const number = nextNumber(earlier, verified.store);
      const beside = copyBeside(order.from, join(to, name), written);
      const manifest: CopyManifest = {
        caredesk: 'copy',
        format: 1,
        number,
        why: order.why,
        madeAt,
        version: VERSION,
        ...verified,
        ...digestOf(part),
        encrypted: order.key !== null,
        beside,
      };
      const described = join(to, manifestFileOf(name));
      written.push(described);
      writeWhole(described, `${canonicalJson(manifest)}\n`);
      const file = join(to, storeFileOf(name));
      // The store comes last: a copy is there when it has its name, with all that belongs to it.
      renameSync(part, file);
      syncFolder(to);
      return { name, file, manifest, sameDisk: isSameDisk(order.from, to) };
    } catch (error) {
      for (const file of written) rmSync(file, { force: true });
      throw error;
    }
  } catch (error) {
    throw diskTrouble(to, error);
  } finally {
    source.close();
  }
}

/** What the record says of it. */
export function madeEvent({ name, file, manifest }: MadeCopy): CopyMade {
  const { why, entries, head, bytes, sha256, encrypted } = manifest;
  const folder = dirname(file);
  return { type: 'copy.made', copy: name, folder, why, entries, head, bytes, sha256, encrypted };
}

/** The numbers of a target go up for each store by itself. */
function nextNumber(
  earlier: readonly { readonly manifest: CopyManifest }[],
  store: string,
): number {
  const numbers = earlier
    .filter(({ manifest }) => manifest.store === store)
    .map(({ manifest }) => manifest.number);
  return Math.max(0, ...numbers) + 1;
}

/**
 * A folder that is there already, or a new one in a folder that is: a share that is not connected must not
 * become a folder of this disk.
 */
function readyTarget(to: string, from: string): void {
  try {
    if (standsThere(to) === null) mkdirSync(to, { mode: 0o700 });
    else if (!statSync(to).isDirectory())
      throw new CopyTrouble('unusable', `${to} is not a folder`, 'Name a folder.');
    if (isSamePlace(from, to))
      throw new CopyTrouble(
        'unusable',
        `${to} is the data folder itself`,
        'Name a folder on another disk.',
      );
    for (const file of readdirSync(to)) if (isForgotten(to, file)) rmSync(join(to, file));
  } catch (error) {
    throw diskTrouble(to, error);
  }
}

/** Left behind by a copy that was cut short, long ago. */
function isForgotten(to: string, file: string): boolean {
  if (!file.endsWith(`.sqlite${PART}`)) return false;
  if (!isCopyName(file.slice(0, -`.sqlite${PART}`.length))) return false;
  return Date.now() - statSync(join(to, file)).mtimeMs > FORGOTTEN_MS;
}

function isTaken(to: string, name: string): boolean {
  const files = [storeFileOf(name), `${storeFileOf(name)}${PART}`, manifestFileOf(name)];
  return files.some((file) => standsThere(join(to, file)) !== null);
}

function openSource(file: string, key: StoreKey | null): Database {
  if (standsThere(file) === null)
    throw new CopyTrouble(
      'unusable',
      `${dirname(file)} holds no CareDesk store`,
      'Name a data folder.',
    );
  let db: Database | null = null;
  try {
    db = openDatabase(file, { readonly: true, key });
    if (holdsJournal(db)) return db;
  } catch (error) {
    db?.close();
    throw fileTrouble(file, error);
  }
  db.close();
  throw new CopyTrouble('unusable', `${file} holds no CareDesk journal`, 'Name a data folder.');
}

function notWhole({ from, to }: CopyOrder, faults: readonly string[]): CopyTrouble {
  return new CopyTrouble(
    'damaged',
    `the copy of ${from} in ${to} is not whole and is not kept: ${faults.join(' ')}`,
    'See what desk audit says of the store. If it is whole, the disk of the copy is not.',
  );
}

function copyBeside(from: string, stem: string, written: string[]): CopyManifest['beside'] {
  return BESIDE_FILES.flatMap((file) => {
    if (standsThere(join(from, file)) !== 'file') return [];
    const to = besideFileOf(stem, file);
    written.push(to);
    return [{ file, sha256: copyWhole(join(from, file), to, 'gentle').sha256 }];
  });
}

/** Whatever links lead there. */
function isSamePlace(one: string, other: string): boolean {
  const [here, there] = [one, other].map((folder) => statSync(folder, { throwIfNoEntry: false }));
  return here !== undefined && here.dev === there?.dev && here.ino === there.ino;
}

export function isSameDisk(one: string, other: string): boolean {
  return statSync(one).dev === statSync(other).dev;
}
