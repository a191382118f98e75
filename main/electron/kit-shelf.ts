import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KIT_FILE = /^caredesk-kit-\d{4}-\d{2}-\d{2}-\d{6}\.pdf$/;

/** Whole or not at all: a file cut off by a power cut must not be the newest one on the shelf. */
export async function putOnShelf(pdf: Uint8Array, folder: string, stamp: string): Promise<string> {
  return putWhole(pdf, folder, `caredesk-kit-${nameStamp(stamp)}.pdf`);
}

/** The same under any name. Resolves to the file. */
export async function putWhole(
  bytes: Uint8Array | string,
  folder: string,
  name: string,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  // What callers say is nobody else's on this PC.
  try {
    await writeFile(`${file}.part`, bytes, { mode: 0o600 });
    await rename(`${file}.part`, file);
  } catch (error) {
    // A full disk takes the beginning of it, and that is nobody's to find.
    await rm(`${file}.part`, { force: true });
    throw error;
  }
  return file;
}

/** A stamp as a file's name can carry it. */
export function nameStamp(stamp: string): string {
  return stamp.replaceAll(':', '').replace(' ', '-');
}

/** The newest kit of a folder; null when there is none, or nobody can look. */
export async function newestKit(folder: string): Promise<string | null> {
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => KIT_FILE.test(name))
    .toSorted()
    .at(-1);
  return newest === undefined ? null : join(folder, newest);
}

/** Keeps the newest kits of a folder and removes the older ones. Nothing else in it is touched. */
export async function keepNewest(folder: string, count: number): Promise<void> {
  const kits = (await readdir(folder)).filter((name) => KIT_FILE.test(name)).sort();
  const old = kits.slice(0, Math.max(0, kits.length - count));
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/** "2026-03-03 12:07:33" on the center's wall clock: in the foot of each page, and the file's name. */
export function kitStamp(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone,
  });
  return format.format(new Date(at));
}
