import { LockedStore, type Locked } from '#db/store-key/locked-store.ts';

/**
 * Why a copy could not be made, read or restored. `damaged`: what was read is not as it was written.
 * `unusable`: it could not be read or written at all. The remedy says what to do.
 */
export class CopyTrouble extends Error {
  readonly kind: 'damaged' | 'unusable';
  readonly remedy: string;

  constructor(kind: 'damaged' | 'unusable', why: string, remedy: string) {
    super(why);
    this.name = 'CopyTrouble';
    this.kind = kind;
    this.remedy = remedy;
  }
}

const DISK: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: [
    'is not there',
    'Plug the disk in or connect the share, and check how the folder is written',
  ],
  ENOTDIR: ['is not a folder', 'Name a folder'],
  EACCES: ['may not be written', 'Give the account CareDesk runs under the right to write there'],
  EPERM: ['may not be written', 'Give the account CareDesk runs under the right to write there'],
  EROFS: ['is read-only', 'Make it writable, or name another folder'],
  ENOSPC: ['is full', 'Free space there, or name a larger disk'],
  EDQUOT: ['is full', 'Free space there, or name a larger disk'],
  EFBIG: ['takes no file of this size', 'Name a disk with another file system'],
  EIO: ['does not answer as a disk should', 'Check the disk and its cable, or name another folder'],
  SQLITE_FULL: ['is full', 'Free space there, or name a larger disk'],
  SQLITE_READONLY: ['is read-only', 'Make it writable, or name another folder'],
  SQLITE_CANTOPEN: [
    'may not be written',
    'Give the account CareDesk runs under the right to write there',
  ],
};

const LOCKED: Readonly<Record<Locked, string>> = {
  'key-missing': 'is no CareDesk store, or it is encrypted and no key was given',
  'key-wrong': 'is encrypted with another key, or its first page is damaged',
  'not-encrypted': 'is not encrypted, and a key was given',
};
const KEY =
  'A copy opens by the passphrase and the recovery key of its time, on the command line: desk restore COPY --data DIR --recovery-key-file FILE; with --dry-run it is only rehearsed.';

/** What the disk said of a folder, as a sentence. */
export function diskTrouble(folder: string, error: unknown): CopyTrouble {
  if (error instanceof CopyTrouble) return error;
  const { code = '', message } = error as { code?: string; message: string };
  const known = DISK[code] ?? (code.startsWith('SQLITE_IOERR') ? DISK['EIO'] : undefined);
  const [why, remedy] = known ?? [`cannot be used: ${message}`, 'Check the folder and its disk'];
  return new CopyTrouble('unusable', `${folder} ${why}`, `${remedy}.`);
}

/** What was said of a file that should be a store. */
export function fileTrouble(file: string, error: unknown): CopyTrouble {
  if (error instanceof CopyTrouble) return error;
  if (error instanceof LockedStore)
    return new CopyTrouble('unusable', `${file} ${LOCKED[error.why]}`, KEY);
  const { code = '', message } = error as { code?: string; message: string };
  if (code.startsWith('SQLITE_CORRUPT'))
    return new CopyTrouble(
      'damaged',
      `${file} is damaged: ${message}`,
      'Keep it as it is, and take another copy.',
    );
  return new CopyTrouble(
    'unusable',
    `${file} cannot be read: ${message}`,
    'Check that the file is there and that you may read it.',
  );
}

/** What was wrong and what to do, as sentences. */
export function said(error: unknown): string {
  const { message = String(error), remedy = '' } = error as Partial<CopyTrouble>;
  return `${message.endsWith('.') ? message : `${message}.`} ${remedy}`.trim();
}
