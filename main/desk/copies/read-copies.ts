import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { standsThere } from '#db/copies/whole-files.ts';
import { copyManifest, type CopyManifest, type KeptCopy } from '#shared/copies/copy-manifest.ts';
import { copyOfFile, manifestFileOf } from '#shared/copies/copy-name.ts';

/** A manifest is some hundred bytes; whatever is far larger is none of ours. */
const MOST_BYTES = 64 * 1024;

/** The copies in a folder that say what they are, the latest first. Others are left alone. */
export function readCopies(folder: string): KeptCopy[] {
  return readdirSync(folder)
    .flatMap((file): KeptCopy[] => {
      const name = copyOfFile(file);
      if (name === null || standsThere(join(folder, file)) !== 'file') return [];
      const manifest = manifestOf(folder, name);
      return manifest === null ? [] : [{ name, manifest }];
    })
    .sort((a, b) => b.manifest.number - a.manifest.number || (a.name < b.name ? 1 : -1));
}

/** What stands beside a copy; null where nothing does, or nothing that can be read. */
export function manifestOf(folder: string, name: string): CopyManifest | null {
  return manifestIn(join(folder, manifestFileOf(name)));
}

export function manifestIn(file: string): CopyManifest | null {
  try {
    if (standsThere(file) !== 'file' || statSync(file).size > MOST_BYTES) return null;
    const parsed = copyManifest.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
