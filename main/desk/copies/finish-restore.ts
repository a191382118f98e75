import { existsSync, linkSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATABASE_FILE } from '../store-file.ts';
import { isStage } from './stage-copy.ts';
import { copyWhole, syncFolder, writeWhole } from '#db/copies/whole-files.ts';
import { BESIDE_FILES } from '#shared/copies/copy-manifest.ts';
import { holdStore } from '#db/copies/hold-store.ts';

/** Once it stands, a restore is decided: whoever opens the folder next finishes it. */
const DECIDED = 'restore-decided.json';

const FORMER = /^before-restore-\d{4}-\d{2}-\d{2}-\d{6}$/;

/** The stores restores have put aside in a data folder. */
export function formersIn(folder: string): string[] {
  const before = `${DATABASE_FILE}.`;
  return readdirSync(folder).filter(
    (name) => name.startsWith(before) && FORMER.test(name.slice(before.length)),
  );
}

const decided = z.strictObject({
  place: z.string().refine(isStage),
  former: z.string().regex(FORMER),
  files: z.array(z.enum([DATABASE_FILE, ...BESIDE_FILES])),
});
type Decided = z.infer<typeof decided>;

/**
 * Puts the staged files in the place of those that are there, which keep their content under a name that
 * says so. Several files cannot be exchanged in one step, so that they shall be is written down first.
 */
export function exchange(folder: string, restore: Decided): void {
  const file = join(folder, DECIDED);
  writeWhole(`${file}.part`, JSON.stringify(restore));
  renameSync(`${file}.part`, file);
  syncFolder(folder);
  carryOut(folder, restore);
}

/**
 * Finishes a restore that was decided and cut short. Without one, this is one look at the folder.
 * @throws when another process is about it just now, or what was decided cannot be read.
 */
export function finishRestore(folder: string): void {
  if (!existsSync(join(folder, DECIDED))) return;
  const release = holdStore(folder);
  if (release === null)
    throw new Error('A copy is just being restored into this folder. Start again when it is done.');
  try {
    const text = readFileSync(join(folder, DECIDED), 'utf8');
    carryOut(folder, decided.parse(JSON.parse(text)));
  } finally {
    release();
  }
}

/** Each step may have been done already, by somebody who was killed after it. */
function carryOut(folder: string, { place, former, files }: Decided): void {
  for (const name of files) {
    const staged = join(folder, place, name);
    if (!existsSync(staged)) continue;
    const present = join(folder, name);
    const kept = `${present}.${former}`;
    if (existsSync(present) && !existsSync(kept)) keepUnder(present, kept);
    if (name === DATABASE_FILE) {
      // Commits that belong to the former store, and must not be read into the new one.
      if (existsSync(`${present}-wal`)) renameSync(`${present}-wal`, `${kept}-wal`);
      rmSync(`${present}-shm`, { force: true });
    }
    syncFolder(folder);
    renameSync(staged, present);
  }
  syncFolder(folder);
  rmSync(join(folder, DECIDED), { force: true });
  rmSync(join(folder, place), { recursive: true, force: true });
}

/** A second name, so that the first is never without a file. */
function keepUnder(present: string, kept: string): void {
  try {
    linkSync(present, kept);
  } catch {
    // A file system without second names: the whole file then, under its name only when it is complete.
    rmSync(`${kept}.part`, { force: true });
    copyWhole(present, `${kept}.part`, 'fast');
    renameSync(`${kept}.part`, kept);
  }
}
