import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formersIn } from './copies/finish-restore.ts';
import { copiesBeside, DATABASE_FILE } from './store-file.ts';
import { copyOfFile } from '#shared/copies/copy-name.ts';

/** What CareDesk puts into a data folder once it has a store: key rings, the salt of an import, the window's profile. */
const BESIDE_A_STORE = ['store-key.json', 'store-key.second.json', 'person-salt', 'window'];

/**
 * An empty file is a new store for SQLite. Where something says that there was one, it was lost, and going on with a new
 * one would hide that.
 * @throws when the store of the folder is an empty file and there was one before.
 */
export function requireNotEmptied(folder: string): void {
  const file = join(folder, DATABASE_FILE);
  if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  const trace = traceOfStore(folder);
  if (trace === null) return;
  throw new Error(
    `${file} is empty, and ${trace} says that there was a store. Nothing was changed, and no new store was made. ` +
      'Restore a copy (desk restore). If there never was one, delete the empty file and start again.',
  );
}

function traceOfStore(folder: string): string | null {
  const beside = BESIDE_A_STORE.find((name) => existsSync(join(folder, name)));
  if (beside !== undefined) return beside;
  const log = `${DATABASE_FILE}-wal`;
  if ((statSync(join(folder, log), { throwIfNoEntry: false })?.size ?? 0) > 0) return log;
  const [former] = formersIn(folder);
  if (former !== undefined) return former;
  // Each of them may hold copies: those of before an upgrade are beside it.
  return [copiesBeside(folder), folder].find(holdsCopies) ?? null;
}

function holdsCopies(folder: string): boolean {
  try {
    return readdirSync(folder).some((file) => copyOfFile(file) !== null);
  } catch {
    return false;
  }
}
