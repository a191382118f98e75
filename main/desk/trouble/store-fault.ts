import { StaleJournal } from '#db/journal/journal.ts';
import type { StoreTrouble } from '#shared/trouble/trouble.ts';

/** By the first words of SQLite's code: the extended ones say where it happened, not what to do. */
const OF_SQLITE: readonly (readonly [RegExp, StoreTrouble])[] = [
  [/^SQLITE_(FULL|IOERR_SHMSIZE)/, 'disk-full'],
  [/^SQLITE_(READONLY|PERM|CANTOPEN|AUTH)/, 'read-only'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'locked'],
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT|IOERR_(SHORT_READ|CORRUPTFS|DATA))/, 'damaged'],
  [/^SQLITE_(IOERR|NOLFS)/, 'disk-failing'],
];

const OF_SYSTEM: Readonly<Record<string, StoreTrouble>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'locked',
  EIO: 'disk-failing',
};

/** What of the machine an error speaks of; null for a defect of ours. */
export function storeFaultOf(error: unknown): StoreTrouble | null {
  if (!(error instanceof Error)) return null;
  // Entries the desk has followed are not there any more.
  if (error instanceof StaleJournal && error.head < error.expected) return 'damaged';
  const { code } = error as Error & { code?: unknown };
  if (typeof code !== 'string') return null;
  return OF_SQLITE.find(([pattern]) => pattern.test(code))?.[1] ?? OF_SYSTEM[code] ?? null;
}
