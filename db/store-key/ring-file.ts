import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DamagedRing, readRing, ringText } from './key-ring.ts';
import type { KeyRing } from '#shared/store-key/key-ring.ts';

export const RING_FILE = 'store-key.json';
/** The same once more: without a ring nothing opens the store, and it is one small file. */
export const SECOND_RING_FILE = 'store-key.second.json';

export function hasRing(folder: string): boolean {
  return [RING_FILE, SECOND_RING_FILE].some((name) => existsSync(join(folder, name)));
}

/**
 * The ring of a data folder, or null where there is none. A damaged one is read from its second copy.
 * @throws DamagedRing when neither can be read.
 */
export function ringIn(folder: string): KeyRing | null {
  const files = [RING_FILE, SECOND_RING_FILE].map((name) => join(folder, name)).filter(existsSync);
  let damaged: DamagedRing | null = null;
  for (const file of files) {
    try {
      return readRing(readFileSync(file, 'utf8'));
    } catch (error) {
      if (!(error instanceof DamagedRing)) throw error;
      damaged ??= new DamagedRing(`${file} cannot be read: ${error.message}`);
    }
  }
  if (damaged !== null) throw damaged;
  return null;
}

/** On the disk when it returns, whole or not at all, for nobody else on this PC. */
export function putRing(folder: string, ring: KeyRing): void {
  for (const name of [RING_FILE, SECOND_RING_FILE]) putWhole(join(folder, name), ringText(ring));
}

/** The store it was for stayed plain. */
export function removeRing(folder: string): void {
  for (const name of [RING_FILE, SECOND_RING_FILE]) rmSync(join(folder, name), { force: true });
}

function putWhole(file: string, text: string): void {
  const beside = `${file}.part`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
  syncFolder(dirname(file));
}

/** A rename is on the disk only once its folder is. Windows has no such call, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
