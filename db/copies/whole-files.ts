import { createHash } from 'node:crypto';
import { closeSync, constants, fsyncSync, lstatSync, openSync, readSync, writeSync } from 'node:fs';
import { paced, type Pace } from './pace.ts';

const CHUNK = 1 << 20;

/** SHA-256 of a file, and its length. */
export function digestOf(file: string): { bytes: number; sha256: string } {
  return readWhole(file, () => {});
}

/**
 * Copies a file to a new one that only its owner may read, to the disk when it returns. The digest is of
 * the very bytes that were written.
 */
export function copyWhole(from: string, to: string, pace: Pace): { bytes: number; sha256: string } {
  const out = openNew(to);
  const written = paced(to, pace);
  try {
    return readWhole(from, (chunk) => {
      for (let done = 0; done < chunk.length;) done += writeSync(out, chunk, done);
      written.step();
    });
  } finally {
    closeSync(out);
    written.end();
  }
}

/** A file of this text, to the disk when it returns. */
export function writeWhole(file: string, text: string): void {
  const out = openNew(file);
  try {
    writeSync(out, text);
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
}

/** An empty file of our own: nobody can have put a link to somewhere else in its place. */
export function claimNew(file: string): void {
  closeSync(openNew(file));
}

function openNew(file: string): number {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  return openSync(file, O_CREAT | O_EXCL | O_WRONLY, 0o600);
}

function readWhole(file: string, take: (chunk: Buffer) => void): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const from = openSync(file, 'r');
  let bytes = 0;
  try {
    for (;;) {
      const read = readSync(from, buffer, 0, CHUNK, null);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      const chunk = buffer.subarray(0, read);
      hash.update(chunk);
      take(chunk);
      bytes += read;
    }
  } finally {
    closeSync(from);
  }
}

export function syncFile(file: string): void {
  const open = openSync(file, 'r+');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** That a name is there is on the disk only after this. Windows has no such thing, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } catch (error) {
    // Some shares cannot: what they were given is theirs to keep.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  } finally {
    closeSync(open);
  }
}

/** What stands under a path: links are not followed. Null when nothing does. */
export function standsThere(path: string): 'file' | 'folder' | 'link' | 'other' | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'folder';
  return found.isSymbolicLink() ? 'link' : 'other';
}
