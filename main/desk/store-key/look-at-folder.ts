import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { finishRestore } from '../copies/finish-restore.ts';
import { DATABASE_FILE } from '../store-file.ts';
import type { Keystore } from './keystore.ts';
import { fittingKey, isPlain, openedByKeystore, type OpenedKey } from './ring-keys.ts';
import type { KeyRing } from '#shared/store-key/key-ring.ts';
import { hasRing, ringIn } from '#db/store-key/ring-file.ts';
import type { StoreLocked } from '#shared/store-key/store-key-view.ts';

export type FolderLooksLike =
  | { readonly is: 'plain' }
  | { readonly is: 'opened'; readonly ring: KeyRing; readonly by: OpenedKey }
  /** A person has to open it. */
  | { readonly is: 'locked'; readonly ring: KeyRing; readonly says: StoreLocked };

/**
 * How the store of a folder opens. A folder that is not there yet will hold a plain one.
 * @throws when there is no opening it: a ring without its store, or a damaged one.
 */
export async function lookAtFolder(folder: string, keystore: Keystore): Promise<FolderLooksLike> {
  // A restore that was cut short has a ring that is not in its place yet.
  finishRestore(folder);
  const file = join(folder, DATABASE_FILE);
  const hasStore = existsSync(file);
  if (!hasRing(folder) || (hasStore && isPlain(file))) return { is: 'plain' };
  const ring = ringIn(folder);
  if (ring === null || !hasStore)
    throw new Error(
      `Beside the key ring there is no store (${DATABASE_FILE}). It was not made anew: bring it back from a copy.`,
    );
  const by = fittingKey(file, await openedByKeystore(ring, keystore));
  if (by !== null) return { is: 'opened', ring, by };
  const byPassphrase = ring.keys.some(({ daily }) => daily.by === 'passphrase');
  const says: StoreLocked = {
    because: byPassphrase ? 'passphrase' : 'keystore-lost',
    newPassphrase: byPassphrase || !keystore.standing().available,
  };
  return { is: 'locked', ring, says };
}
