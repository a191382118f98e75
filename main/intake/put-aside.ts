import { link, mkdir, unlink, writeFile, lstat, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeenFile } from './folder-scan.ts';
import type { Ended } from './take-file.ts';

/** Moves a file that is done with: nothing is deleted, and nothing that lies there already is written over. */
export async function putAside(folder: string, file: SeenFile, fate: Ended): Promise<void> {
  const isRefused = 'refused' in fate;
  const aside = join(folder, isRefused ? 'refused' : 'done');
  await mkdir(aside, { recursive: true });
  if (!(await lstat(aside)).isDirectory()) throw new Error(`${aside} is no folder.`);
  const name = await movedInto(aside, file);
  // What stood in the file is not repeated: whoever reads this may not be one who may read that.
  if (isRefused) await writeFile(join(aside, `${name}.why.txt`), `${fate.why}\n`, { flag: 'wx' });
}

async function movedInto(aside: string, { path, name }: SeenFile): Promise<string> {
  for (let copy = 0; ; copy += 1) {
    const called = copy === 0 ? name : numbered(name, copy);
    const to = join(aside, called);
    try {
      // Unlike a rename it fails where a file of this name lies already.
      await link(path, to);
      await unlink(path);
      return called;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (code === undefined || !NO_LINKS.includes(code)) throw error;
      if (await isThere(to)) continue;
      await rename(path, to);
      return called;
    }
  }
}

/** Where a file system knows no second name for a file. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EXDEV'];

function numbered(name: string, copy: number): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name}-${copy}` : `${name.slice(0, dot)}-${copy}${name.slice(dot)}`;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}
