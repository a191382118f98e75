import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DATABASE_FILE } from '../store-file.ts';
import type { Desk } from '../desk.ts';
import { openDesk } from '../open-desk.ts';
import { incidentOfRecord } from '../retention/due-records.ts';
import { presentStore, type PresentStore } from './compare-stores.ts';
import { CopyTrouble, diskTrouble } from './copy-trouble.ts';
import { exchange, finishRestore } from './finish-restore.ts';
import { laterShredded } from './later-shredded.ts';
import { stageCopy, type StagedCopy } from './stage-copy.ts';
import { copyStore } from '#db/copies/copy-store.ts';
import { digestOf, standsThere, syncFile } from '#db/copies/whole-files.ts';
import { findCall, latestCallIds } from '#db/board/calls-projection.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { closeStore, holdStore } from '#db/copies/hold-store.ts';
import { copyOfFile } from '#shared/copies/copy-name.ts';
import { thinnedRecords, thinWords } from '#db/copies/thin-words.ts';
import type { Shredding } from '#db/journal/shredded-words.ts';
import { openDatabase } from '#db/open-database.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import type { WordsStayedShredded } from '#shared/retention/retention.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

export interface RestoreOrder {
  /** The copy, a .sqlite file. */
  readonly copy: string;
  /** What it is encrypted with; not asked of a plain one. */
  readonly copyKey: StoreKey | null;
  /** The data folder it is to be in force in. */
  readonly into: string;
  /** What the store that is there is encrypted with. */
  readonly key: StoreKey | null;
  readonly now: Date;
  readonly by: OperatorId;
  readonly approvedBy: OperatorId | null;
  readonly position: string;
  /** Also where the store that is there is of another center. */
  readonly anyway: boolean;
}

/** What a copy holds, beside the store it would replace. */
export interface Rehearsed {
  readonly entries: number;
  readonly head: string;
  readonly reaches: string | null;
  readonly center: string | null;
  readonly schema: number;
  readonly openIncidents: number;
  /** The newest call in it, open or not. */
  readonly newestCall: string | null;
  /** Whether a manifest told what the file has to be; without one only the store itself could. */
  readonly asMade: boolean;
  /** Records whose words were shredded after the copy was made, and stay so. */
  readonly stayShredded: number;
  readonly present: PresentStore | 'unreadable' | null;
}

export interface Restored extends Rehearsed {
  /** Under which name the store before is kept; null where there was none. */
  readonly former: string | null;
}

/**
 * Takes a copy to a place of its own, opens a desk on it there, counts, and puts it away again. Nothing
 * else changes, and a console may run meanwhile.
 * @throws CopyTrouble when the copy could not be restored.
 */
export function rehearse(order: Omit<RestoreOrder, 'anyway' | 'by' | 'approvedBy'>): Rehearsed {
  const { copy, into, copyKey } = order;
  const staged = stageCopy(
    copy,
    standsThere(into) === 'folder' ? into : tmpdir(),
    copyKey,
    'gentle',
  );
  try {
    const present = presentBeside(order, staged);
    return opened(staged, present, order, () => {});
  } finally {
    staged.clear();
  }
}

/**
 * Restores a copy: verifies it, gets it ready beside the store, and exchanges the two in one step that a
 * power cut cannot halve. The store before keeps everything, under a name that says so.
 * @throws CopyTrouble when it cannot be; then the store in force is as it was.
 */
export function restoreCopy(order: RestoreOrder): Restored {
  const { copy, into, now } = order;
  const release = heldFolder(into);
  try {
    finishRestore(into);
    const file = join(into, DATABASE_FILE);
    const standing = standsThere(file);
    if (standing !== null && standing !== 'file')
      throw new CopyTrouble(
        'unusable',
        `${file} is not a file of its own`,
        'Name the folder the store really is in.',
      );
    const closed = standing === null ? 'closed' : closeStore(file, order.key);
    if (closed === 'in-use') throw running(into);
    const staged = stageCopy(copy, into, order.copyKey, 'fast');
    try {
      const ready = join(staged.place, DATABASE_FILE);
      const present = closed === 'closed' ? presentBeside(order, staged) : 'unreadable';
      requireSameCenter(order, staged, present);
      const former = `before-restore-${stamp(now)}`;
      const kept = standing === null ? null : `${DATABASE_FILE}.${former}`;
      const restored = opened(staged, present, order, (desk) => {
        const { entries, head, reaches } = staged.store;
        const newer = present === 'unreadable' ? null : (present?.newer ?? 0);
        const name = copyOfFile(basename(copy)) ?? basename(copy);
        const what = {
          copy: name,
          entries,
          head,
          reaches,
          former: kept,
          newer,
          approvedBy: order.approvedBy,
        };
        const stayed = thinnedRecords(desk.db).map(stayedEvent);
        desk.record([{ type: 'copy.restored', ...what }, ...stayed], order.by);
      });
      if (restored.stayShredded > 0) packAnew(ready, staged.key);
      syncFile(ready);
      // Whoever opened the store meanwhile would go on in a file that has another name then.
      if (standing !== null && closed === 'closed' && closeStore(file, order.key) !== 'closed')
        throw running(into);
      exchange(into, {
        place: basename(staged.place),
        former,
        files: filesToExchange(staged, into),
      });
      return { ...restored, former: kept };
    } finally {
      staged.clear();
    }
  } catch (error) {
    throw diskTrouble(into, error);
  } finally {
    release();
  }
}

function presentBeside(
  { into, key }: Pick<RestoreOrder, 'into' | 'key'>,
  staged: StagedCopy,
): Rehearsed['present'] {
  const file = join(staged.place, DATABASE_FILE);
  return presentStore({ folder: into, key }, { file, key: staged.key });
}

/** What is there already, and the same, stays. */
function filesToExchange(
  { place, files }: StagedCopy,
  into: string,
): StagedCopy['files'][number][] {
  return files.filter((file) => {
    const present = join(into, file);
    if (file === DATABASE_FILE || standsThere(present) !== 'file') return true;
    return digestOf(present).sha256 !== digestOf(join(place, file)).sha256;
  });
}

/** Opens a desk on a staged copy: its boards are made there, and what it holds is counted. */
function opened(
  { place, store, key, manifest }: StagedCopy,
  present: Rehearsed['present'],
  order: Omit<RestoreOrder, 'anyway' | 'by' | 'approvedBy'>,
  record: (desk: Desk) => void,
): Rehearsed {
  const { now, position } = order;
  const shredded = laterShredded({ file: join(place, DATABASE_FILE), key }, order);
  const desk = openDesk({
    folder: place,
    key,
    now: () => now,
    position,
    // It is a copy itself.
    upgradeWithoutCopy: true,
  });
  try {
    const { entries, head, reaches, center, schema } = store;
    thinWords(desk.db, shredded);
    const [newest] = latestCallIds(desk.db, 1);
    const rehearsed = {
      entries,
      head,
      reaches,
      center,
      schema,
      openIncidents: openIncidents(desk.db).length,
      newestCall: newest === undefined ? null : (findCall(desk.db, newest)?.receivedAt ?? null),
      asMade: manifest !== null,
      stayShredded: thinnedRecords(desk.db).length,
      present,
    };
    record(desk);
    return rehearsed;
  } finally {
    desk.close();
  }
}

function stayedEvent({ partition, record, up_to: upTo }: Shredding): WordsStayedShredded {
  const incidentId = incidentOfRecord(record);
  return { type: 'words.stayed-shredded', partition, record, incidentId, upTo };
}

/** Into a file that never held what was taken out of it. */
function packAnew(file: string, key: StoreKey | null): void {
  const before = `${file}.whole`;
  renameSync(file, before);
  const db = openDatabase(before, { key });
  try {
    copyStore(db, file, key, 'fast');
  } finally {
    db.close();
  }
  rmSync(before);
}

function requireSameCenter(
  { copy, into, anyway }: RestoreOrder,
  { store }: StagedCopy,
  present: Rehearsed['present'],
): void {
  if (anyway || present === null || present === 'unreadable') return;
  if (present.sameStore || present.entries === 0) return;
  const [ours, theirs] = [present.center ?? 'another store', store.center ?? 'another store'];
  throw new CopyTrouble(
    'unusable',
    `${copy} is a copy of another store (${theirs}) than the one in ${into} (${ours})`,
    'Nothing was changed. If it is to be in force there all the same, say --anyway.',
  );
}

/** A folder that is there, or a new one in a folder that is; nobody else works in it until it is released. */
function heldFolder(folder: string): () => void {
  try {
    if (standsThere(folder) === null) mkdirSync(folder, { mode: 0o700 });
    else if (!statSync(folder).isDirectory())
      throw new CopyTrouble('unusable', `${folder} is not a folder`, 'Name a data folder.');
    const release = holdStore(folder);
    if (release === null) throw running(folder);
    return release;
  } catch (error) {
    throw diskTrouble(folder, error);
  }
}

function running(folder: string): CopyTrouble {
  return new CopyTrouble(
    'unusable',
    `somebody works in ${folder}: CareDesk is open on it, or another command`,
    'Close CareDesk there, then restore. Nothing was changed.',
  );
}

/** “2026-03-03-120733”, as a file’s name can carry it. */
function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
}
