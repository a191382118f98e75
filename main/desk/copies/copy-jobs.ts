import { rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CopyTrouble, diskTrouble } from './copy-trouble.ts';
import { isSameDisk, makeCopy, madeEvent, type CopyStep } from './make-copy.ts';
import { finishThinning } from './exchange-thinned.ts';
import { saidInFolder } from './held-against-copies.ts';
import { readCopies } from './read-copies.ts';
import {
  rehearse,
  restoreCopy,
  type Rehearsed,
  type RestoreOrder,
  type Restored,
} from './restore-copy.ts';
import { thinCopies, type ThinOrder, type Thinned } from './thin-copies.ts';
import { standsThere, writeWhole } from '#db/copies/whole-files.ts';
import { copyByKey, NoRoom } from '#db/store-key/recrypt.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import type { CopyMade } from '#shared/copies/copy-events.ts';
import { BESIDE_FILES, type KeptCopy } from '#shared/copies/copy-manifest.ts';
import {
  besideFileOf,
  isCopyName,
  manifestFileOf,
  storeFileOf,
  type CopyReason,
} from '#shared/copies/copy-name.ts';
import { rotate, type Rotation } from '#shared/copies/rotation.ts';
import { wallInZone } from '#shared/roster/zone-moment.ts';

/** Whatever reads or writes a target: it may be slow or hang, so none of it is done where calls are answered. */
export type CopyJob =
  | {
      readonly kind: 'make';
      readonly from: string;
      readonly key: StoreKey | null;
      readonly to: string;
      readonly why: CopyReason;
      readonly madeAt: Date;
      readonly rotation: Rotation;
      readonly timeZone: string;
    }
  | ({ readonly kind: 'thin' } & ThinOrder)
  | { readonly kind: 'look'; readonly from: string; readonly folder: string }
  | { readonly kind: 'try'; readonly from: string; readonly folder: string }
  | ({ readonly kind: 'drill' } & Omit<RestoreOrder, 'anyway' | 'by' | 'approvedBy'>)
  | ({ readonly kind: 'restore' } & RestoreOrder)
  /** The store once more beside itself, by another key; it takes its place in no thread. */
  | {
      readonly kind: 'encrypt';
      readonly file: string;
      readonly from: StoreKey | null;
      readonly to: StoreKey;
    };

export interface Looked {
  readonly copies: readonly KeptCopy[];
  readonly sameDisk: boolean;
  readonly freeBytes: number;
}

/** What comes of each. */
export interface JobResults {
  readonly make: {
    readonly event: CopyMade;
    readonly looked: Looked;
    /** Null when the older copies could not be looked at: the copy is made all the same. */
    readonly thinned: Thinned | null;
    /** What the copies in the folder say against the journal. */
    readonly against: readonly string[];
  };
  readonly thin: Thinned;
  readonly look: Looked;
  readonly try: Omit<Looked, 'copies'>;
  readonly drill: Rehearsed;
  readonly restore: Restored;
  readonly encrypt: null;
}

export type Tell = (step: CopyStep) => void;

/** Runs a job somewhere else; rejects with a CopyTrouble. */
export interface CopyRunner {
  run<Kind extends CopyJob['kind']>(
    job: Extract<CopyJob, { kind: Kind }>,
    tell: Tell,
  ): Promise<JobResults[Kind]>;
  stop(): void;
}

/** Does a job here and now. @throws CopyTrouble */
export function runCopyJob(job: CopyJob, tell: Tell): JobResults[CopyJob['kind']] {
  switch (job.kind) {
    case 'make': {
      const event = madeEvent(makeCopy(job, tell));
      finishThinning(job.to);
      // Before the rotation takes away what knows more.
      const against = saidInFolder(job.to, { folder: job.from, key: job.key });
      rotateTarget(job);
      return { event, against, thinned: thinOlder(job), looked: look(job.from, job.to) };
    }
    case 'thin':
      return thinCopies(job);
    case 'look':
      return look(job.from, job.folder);
    case 'try':
      return tryFolder(job.from, job.folder);
    case 'drill':
      return rehearse(job);
    case 'restore':
      return restoreCopy(job);
    case 'encrypt':
      return encryptBeside(job, tell);
  }
}

function encryptBeside(
  { file, from, to }: Extract<CopyJob, { kind: 'encrypt' }>,
  tell: Tell,
): null {
  try {
    copyByKey(file, from, to, tell);
    return null;
  } catch (error) {
    if (error instanceof NoRoom)
      throw new CopyTrouble('unusable', error.message, 'Make room and try again.');
    throw diskTrouble(dirname(file), error);
  }
}

function thinOlder({ from, key, to }: Extract<CopyJob, { kind: 'make' }>): Thinned | null {
  try {
    return thinCopies({ from, key, folder: to });
  } catch {
    // They owe it, and are gone to by themselves.
    return null;
  }
}

function look(from: string, folder: string): Looked {
  try {
    return { copies: readCopies(folder), ...roomOf(from, folder) };
  } catch (error) {
    throw diskTrouble(folder, error);
  }
}

function roomOf(from: string, folder: string): Omit<Looked, 'copies'> {
  const { bavail, bsize } = statfsSync(folder);
  return { sameDisk: isSameDisk(from, folder), freeBytes: bavail * bsize };
}

/** Writes a file there and takes it away again. */
function tryFolder(from: string, folder: string): Omit<Looked, 'copies'> {
  const probe = join(folder, `caredesk-try-${process.pid}`);
  try {
    if (standsThere(folder) !== null && !statSync(folder).isDirectory())
      throw new CopyTrouble('unusable', `${folder} is not a folder`, 'Name a folder.');
    rmSync(probe, { force: true });
    writeWhole(probe, 'CareDesk tries whether copies can be written here.\n');
    return roomOf(from, folder);
  } catch (error) {
    throw diskTrouble(folder, error);
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Takes away what the rotation does not keep, of this store only. What cannot be removed stays for the next time. */
function rotateTarget({ from, to, rotation, timeZone }: Extract<CopyJob, { kind: 'make' }>): void {
  const all = readCopies(to);
  const [newest] = all;
  const ours = all.filter(({ manifest }) => manifest.store === newest?.manifest.store);
  const rotated = ours.map(({ name, manifest }) => ({
    name,
    number: manifest.number,
    beforeUpgrade: manifest.why === 'before-upgrade',
    day: wallInZone(timeZone, Date.parse(manifest.madeAt)).slice(0, 10),
    verified: statSync(join(to, storeFileOf(name))).size === manifest.bytes,
  }));
  for (const name of rotate(rotated, rotation).remove) removeCopy(to, name, from);
}

function removeCopy(folder: string, name: string, from: string): void {
  // Never from the data folder itself, whatever stands there under such a name.
  if (!isCopyName(name) || folder === from) return;
  const beside = BESIDE_FILES.map((file) => besideFileOf(name, file));
  for (const file of [storeFileOf(name), manifestFileOf(name), ...beside])
    rmSync(join(folder, file), { force: true });
}
