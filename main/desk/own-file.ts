import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The path of a file that nobody else on this PC may read: what callers say is in it. Its folder is made when it is
 * not there, and the file by the process, whose umask keeps others out. One that an older CareDesk left open to
 * everybody is closed, with the files SQLite keeps beside it; what was granted to a group, for a backup, stays. On
 * Windows the folder's own list of rights decides.
 */
export function ownFile(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  if (process.platform !== 'win32')
    for (const each of [file, `${file}-wal`, `${file}-shm`]) closeToOthers(each);
  return file;
}

function closeToOthers(file: string): void {
  try {
    const { mode } = statSync(file);
    if ((mode & OTHERS) !== 0) chmodSync(file, mode & 0o777 & ~OTHERS);
  } catch {
    // Not there, or another person's: who may write it is told by opening it.
  }
}

const OTHERS = 0o007;
