import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { changeKey } from './cipher.ts';
import { syncFolder } from './ring-file.ts';
import type { StoreKey } from './store-key.ts';
import { openDatabase, type Database } from '../open-database.ts';

const IN_MEMORY = 512 * 1024 * 1024;

/** Another program has the store open, so it cannot be exchanged. */
export class StoreInUse extends Error {}
/** The second copy the work needs does not fit on the disk. */
export class NoRoom extends Error {}

/**
 * Encrypts a store anew, or a plain one for the first time. The work is done on a copy beside it, which takes
 * the store's place in one step: whoever pulls the plug leaves the old store or the new one, never half of each.
 * The desk must be closed.
 */
export function recrypt(file: string, from: StoreKey | null, to: StoreKey): void {
  const beside = `${file}.recrypting`;
  rmSync(beside, { force: true });
  needRoom(file);
  const store = openDatabase(file, { key: from });
  let copied = false;
  try {
    holdAlone(store);
    store.prepare('VACUUM INTO ?').run(beside);
    encrypt(beside, from, to);
    verify(store, beside, to);
    chmodSync(beside, 0o600);
    onDisk(beside);
    copied = true;
    // Where a file in use can be replaced, nobody gets at the old one in between.
    if (process.platform !== 'win32') renameSync(beside, file);
  } finally {
    store.close();
    if (!copied) rmSync(beside, { force: true });
  }
  if (process.platform === 'win32') renameSync(beside, file);
  syncFolder(dirname(file));
}

/** What an interrupted one left beside the store. */
export function sweepRecrypting(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm'])
    rmSync(`${file}.recrypting${ending}`, { force: true });
}

function needRoom(file: string): void {
  const { size } = statSync(file);
  const { bavail, bsize } = statfsSync(dirname(file));
  // The copy, and what encrypting it may write meanwhile.
  if (bavail * bsize < 2.5 * size) throw new NoRoom('The disk has no room for a second copy.');
}

/** Leaves the WAL, which only the last connection can, and keeps everybody else out until it closes. */
function holdAlone(store: Database): void {
  store.pragma('busy_timeout = 500');
  try {
    // In this order: a rollback journal that outlived this connection would be played back into the new store.
    const mode = store.pragma('journal_mode = DELETE', { simple: true });
    store.pragma('locking_mode = EXCLUSIVE');
    store.exec('BEGIN EXCLUSIVE; COMMIT');
    if (mode === 'delete') return;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY') !== true) throw error;
  }
  throw new StoreInUse('Another program has the store open.');
}

function encrypt(beside: string, from: StoreKey | null, to: StoreKey): void {
  const copy = openDatabase(beside, { key: from });
  try {
    // A store of ordinary size is not written to the disk in plain text once more meanwhile. A very large one would
    // take the memory the desk needs; what it spills is deleted at once.
    const scratch = statSync(beside).size < IN_MEMORY ? 'MEMORY' : 'DELETE';
    // In the WAL a plain store cannot be encrypted.
    copy.pragma(`journal_mode = ${scratch}`);
    copy.pragma(`temp_store = ${scratch === 'MEMORY' ? 'MEMORY' : 'FILE'}`);
    // Nothing depends on this file yet.
    copy.pragma('synchronous = OFF');
    changeKey(copy, to);
  } finally {
    copy.close();
  }
}

/** The old store goes only when the new one opens with its key and holds the same record. */
function verify(store: Database, beside: string, to: StoreKey): void {
  const copy = openDatabase(beside, { readonly: true, key: to });
  try {
    const check = copy.pragma('quick_check(1)', { simple: true });
    const last = 'SELECT seq, hex(hash) AS hash FROM journal ORDER BY seq DESC LIMIT 1';
    const same =
      JSON.stringify(copy.prepare(last).get()) === JSON.stringify(store.prepare(last).get());
    if (check !== 'ok' || !same) throw new Error('The encrypted copy is not what the store is.');
  } finally {
    copy.close();
  }
}

function onDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
