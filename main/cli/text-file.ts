import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';

/** How large a file of its kind may be, and what is said of a larger one. */
export interface LargestFile {
  readonly bytes: number;
  readonly why: string;
  readonly remedy: string;
  /** What has to be named: “the GeoJSON file”. */
  readonly what: string;
}

/** The text of a file, or why it cannot be used: it is missing, no file, too large or not UTF-8. */
export function readText(file: string, { bytes, why, remedy, what }: LargestFile): string {
  try {
    const about = statSync(file);
    if (!about.isFile())
      throw new UnusableFile(file, null, 'it is not a file', `Name ${what} itself.`);
    if (about.size > bytes) throw new UnusableFile(file, null, why, remedy);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    if (error instanceof TypeError)
      throw new UnusableFile(file, null, 'it is not UTF-8 text', 'Save it as UTF-8 and try again.');
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UnusableFile(file, null, reason, 'Check the name and who may read it.');
  }
}

/** How a file begins, to tell what it is; empty when it cannot be read, which whoever reads it whole says. */
export function beginningOf(file: string, bytes: number): string {
  const start = Buffer.alloc(bytes);
  try {
    const opened = openSync(file, 'r');
    try {
      return start.toString('utf8', 0, readSync(opened, start, 0, bytes, 0));
    } finally {
      closeSync(opened);
    }
  } catch {
    return '';
  }
}
