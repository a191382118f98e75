import { renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './ring-file.ts';
import type { StoreKey } from './store-key.ts';
import { lacks, takeTail } from './tail.ts';
import { isBoardOfThisVersion } from '../board/board-is-current.ts';
import { catchUp } from '../board/follow-board.ts';
import { PROJECTIONS } from '../board/projections.ts';
import { copyStore } from '../copies/copy-store.ts';
import { syncFile } from '../copies/whole-files.ts';
import { openJournal } from '../journal/journal.ts';
import { openDatabase, type Database } from '../open-database.ts';

/** Another program has the store open, so it cannot be exchanged. */
export class StoreInUse extends Error {}
/** The second copy the work needs does not fit on the disk. */
export class NoRoom extends Error {}

/** The copy by another key, which is to take the store’s place. */
const besideOf = (file: string) => `${file}.recrypting`;

/** So little is left to be taken over that whoever waits does not notice. */
const LITTLE = 20;
const MOST_PASSES = 100;

/**
 * Copies a store and encrypts the copy by another key, or for the first time, beside a desk that goes on writing.
 * What it wrote meanwhile is taken over again and again, until hardly anything is missing. Takes its time.
 */
export function copyByKey(
  file: string,
  from: StoreKey | null,
  to: StoreKey,
  tell: (step: 'writing' | 'verifying') => void = () => {},
): void {
  const beside = besideOf(file);
  sweepRecrypting(file);
  needRoom(file);
  const store = openDatabase(file, { readonly: true, key: from });
  try {
    tell('writing');
    // No page of it is ever on the disk by another key, or by none.
    copyStore(store, beside, to, 'gentle');
    tell('verifying');
    verify(beside, to);
    bringUp(store, beside, to);
    syncFile(beside);
  } catch (error) {
    sweepRecrypting(file);
    throw error;
  } finally {
    store.close();
  }
}

/**
 * Puts the copy in the place of the store, with the last of what was written: whoever pulls the plug leaves the old
 * store or the new one, never half of each. The desk must be closed, and nobody else may have the store open.
 */
export function takePlace(file: string, from: StoreKey | null, to: StoreKey): void {
  const beside = besideOf(file);
  const store = openDatabase(file, { key: from });
  let whole = false;
  try {
    holdAlone(store);
    const copy = openBeside(beside, to);
    try {
      takeTail(store, copy);
      const missing = lacks(store, copy);
      if (missing !== null) throw new Error(`The encrypted copy lacks ${missing}.`);
    } finally {
      copy.close();
    }
    syncFile(beside);
    whole = true;
    // Where a file in use can be replaced, nobody gets at the old one in between.
    if (process.platform !== 'win32') renameSync(beside, file);
  } finally {
    store.close();
    if (!whole) sweepRecrypting(file);
  }
  if (process.platform === 'win32') renameSync(beside, file);
  syncFolder(dirname(file));
}

/** Bytes of the copy so far; 0 while there is none. */
export function copiedBytes(file: string): number {
  return statSync(besideOf(file), { throwIfNoEntry: false })?.size ?? 0;
}

/** What an interrupted one left beside the store. */
export function sweepRecrypting(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm'])
    rmSync(`${besideOf(file)}${ending}`, { force: true });
}

function needRoom(file: string): void {
  const { size } = statSync(file);
  const { bavail, bsize } = statfsSync(dirname(file));
  // The copy, and what both write while it catches up.
  if (bavail * bsize < 2.5 * size)
    throw new NoRoom('The disk has no room for the second copy this needs');
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

function verify(beside: string, to: StoreKey): void {
  const copy = openDatabase(beside, { readonly: true, key: to });
  try {
    const check = copy.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') throw new Error(`The encrypted copy is damaged: ${String(check)}.`);
  } finally {
    copy.close();
  }
}

function bringUp(store: Database, beside: string, to: StoreKey): void {
  const copy = openBeside(beside, to);
  try {
    let passes = 0;
    while (takeTail(store, copy) > LITTLE && (passes += 1) < MOST_PASSES);
    // Else the desk would have to when it opens, and everybody waits for that.
    if (isBoardOfThisVersion(copy)) catchUp(copy, openJournal(copy), PROJECTIONS);
  } finally {
    copy.close();
  }
}

/** The copy, to be written. Nothing depends on it until it is synced. */
function openBeside(beside: string, key: StoreKey): Database {
  const copy = openDatabase(beside, { key });
  copy.pragma('journal_mode = MEMORY');
  copy.pragma('synchronous = OFF');
  // What was shredded meanwhile is not left on a free page.
  copy.pragma('secure_delete = ON');
  return copy;
}
