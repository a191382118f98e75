import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UnusableArguments } from './outcome.ts';
import { keyOfFolder, upgradesWithoutCopy } from './unlocking.ts';
import type { Desk } from '#main/desk/desk.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { openDesk } from '#main/desk/open-desk.ts';

/** The journal's file in a folder that has one. An empty file is none, and is not made one by somebody who only asks. */
export function journalFileOf(folder: string): string | null {
  const file = join(folder, DATABASE_FILE);
  return existsSync(file) && statSync(file).size > 0 ? file : null;
}

/**
 * For commands that only read: they must not leave a journal behind where there was none.
 * @throws UnusableArguments when the folder holds none.
 */
export function requireJournal(folder: string): string {
  const file = journalFileOf(folder);
  if (file !== null) return file;
  throw new UnusableArguments(
    `${folder} holds no CareDesk journal (${DATABASE_FILE})`,
    'Name a data folder with --data; the first import into a folder creates it.',
  );
}

/**
 * Opens the desk of a data folder, which is created when it is missing. Closes it when `work` is done.
 * @throws UnusableArguments when the folder cannot be opened or written.
 */
export async function withDesk<T>(
  folder: string,
  work: (desk: Desk) => Promise<T> | T,
): Promise<T> {
  const desk = openIn(folder);
  try {
    return await work(desk);
  } finally {
    desk.close();
  }
}

function openIn(folder: string): Desk {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UnusableArguments(`${folder} is not a folder`, 'Name a folder with --data.');
  try {
    makeFolder(folder);
    const key = keyOfFolder(folder);
    return openDesk({
      folder,
      key,
      mode: 'live',
      position: 'command line',
      upgradeWithoutCopy: upgradesWithoutCopy(),
    });
  } catch (error) {
    throw new UnusableArguments(
      `${folder} cannot be opened: ${(error as Error).message}`,
      'Check that it is a CareDesk data folder and that you may write to it.',
    );
  }
}

/** Node's own recursive `mkdir` never returns where a file system takes no folders, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
