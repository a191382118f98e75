import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { diskTrouble } from './copy-trouble.ts';
import { manifestIn } from './read-copies.ts';
import { digestOf, standsThere, syncFolder, writeWhole } from '#db/copies/whole-files.ts';
import type { CopyManifest } from '#shared/copies/copy-manifest.ts';
import {
  isCopyName,
  manifestFileOf,
  storeFileOf,
  thinnedManifestOf,
} from '#shared/copies/copy-name.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

const COPIED = '.thinning';
const THINNED = '.thinned.part';
const SIDES = ['', '-wal', '-shm', '-journal'] as const;

/** The files a copy is thinned in, beside it. They hold what the copy holds. */
export function workFileOf(folder: string, name: string) {
  const [copied, thinned] = [COPIED, THINNED].map((end) =>
    join(folder, storeFileOf(name) + end),
  ) as [string, string];
  const clear = () => {
    for (const side of SIDES)
      for (const file of [copied, thinned]) rmSync(file + side, { force: true });
  };
  clear();
  return { copied, thinned, clear };
}

/**
 * Puts a thinned store and its manifest in the place of a copy's. Two files cannot be exchanged in one step: the new
 * manifest stands beside first, and whoever reads takes the one that fits the store. Null: only the manifest is new.
 */
export function exchangeThinned(
  folder: string,
  name: string,
  thinned: string | null,
  manifest: CopyManifest,
): void {
  const beside = join(folder, thinnedManifestOf(name));
  rmSync(beside, { force: true });
  writeWhole(beside, `${canonicalJson(manifest)}\n`);
  syncFolder(folder);
  if (thinned !== null) renameSync(thinned, join(folder, storeFileOf(name)));
  syncFolder(folder);
  renameSync(beside, join(folder, manifestFileOf(name)));
  syncFolder(folder);
}

/** Finishes or forgets what a thinning that was cut short has left in a folder. */
export function finishThinning(folder: string): void {
  try {
    for (const file of readdirSync(folder)) {
      const name = nameOf(file);
      if (name === null) continue;
      if (file === thinnedManifestOf(name)) settle(folder, name);
      else rmSync(join(folder, file), { force: true });
    }
  } catch (error) {
    throw diskTrouble(folder, error);
  }
}

function settle(folder: string, name: string): void {
  const [store, beside] = [join(folder, storeFileOf(name)), join(folder, thinnedManifestOf(name))];
  const manifest = manifestIn(beside);
  const fits =
    manifest !== null &&
    standsThere(store) === 'file' &&
    digestOf(store).sha256 === manifest.sha256;
  if (fits) renameSync(beside, join(folder, manifestFileOf(name)));
  else rmSync(beside);
}

/** Of which copy a file is left over from thinning; null for any other. */
function nameOf(file: string): string | null {
  const ends = [
    '.thinned.json',
    ...SIDES.flatMap((side) => [`.sqlite${COPIED}${side}`, `.sqlite${THINNED}${side}`]),
  ];
  const end = ends.find((each) => file.endsWith(each));
  if (end === undefined) return null;
  const name = file.slice(0, -end.length);
  return isCopyName(name) ? name : null;
}
