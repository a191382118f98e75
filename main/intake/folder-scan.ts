import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file as a scan found it. */
export interface SeenFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** Which file it is, under whatever name. */
  readonly inode: number;
}

export interface Scan {
  /** Everything that is there, by its path: the next scan compares with it. */
  readonly seen: ReadonlyMap<string, SeenFile>;
  /** Those that are as they were one scan before: nobody writes to them any more. The oldest first. */
  readonly settled: readonly SeenFile[];
  readonly refused: readonly {
    readonly file: SeenFile;
    readonly reason: string;
    readonly why: string;
  }[];
}

/** More in one scan are taken by the next ones. */
const MOST_AT_ONCE = 500;

/** What somebody is still writing, and what this line puts there itself. */
const PASSED_OVER = /^\.|\.(?:tmp|part|partial|crdownload|filepart)$|\.why\.txt$/i;

/** Looks at the files of a folder, not at those in folders of it. Links are refused: they lead out of it. */
export async function settledFiles(
  folder: string,
  before: ReadonlyMap<string, SeenFile>,
): Promise<Scan> {
  const seen = new Map<string, SeenFile>();
  const settled: SeenFile[] = [];
  const refused: { file: SeenFile; reason: string; why: string }[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isDirectory() || PASSED_OVER.test(name)) continue;
    const path = join(folder, name);
    const file = await seenFile(path, name);
    if (file === null) continue;
    seen.set(path, file);
    if (!entry.isFile()) {
      refused.push({
        file,
        reason: 'no-plain-file',
        why: 'It is a link or a device, not a file. Put the file itself into the folder.',
      });
      continue;
    }
    const known = before.get(path);
    if (
      known !== undefined &&
      known.size === file.size &&
      known.modifiedMs === file.modifiedMs &&
      known.inode === file.inode
    )
      settled.push(file);
  }
  settled.sort((a, b) => a.modifiedMs - b.modifiedMs || (a.name < b.name ? -1 : 1));
  return { seen, settled: settled.slice(0, MOST_AT_ONCE), refused };
}

/** Null when it is gone again. */
async function seenFile(path: string, name: string): Promise<SeenFile | null> {
  try {
    const { size, mtimeMs, ino } = await lstat(path);
    return { path, name, size, modifiedMs: mtimeMs, inode: ino };
  } catch {
    return null;
  }
}
