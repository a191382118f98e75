import { join } from 'node:path';
import { newRecoveryKey } from '#db/store-key/recovery-key.ts';
import { copyByKey, takePlace } from '#db/store-key/recrypt.ts';
import { putRing } from '#db/store-key/ring-file.ts';
import { newStoreKey, type StoreKey } from '#db/store-key/store-key.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import type { Keystore } from '#main/desk/store-key/keystore.ts';
import { newRingKey } from '#main/desk/store-key/ring-keys.ts';
import type { ChosenWay } from '#shared/contract/store-key-topics.ts';
import type { RingKey } from '#shared/store-key/key-ring.ts';

/** What the probe puts in the place of the computer's: it hides nothing, and says that it does. */
const keystore: Keystore = {
  standing: () => ({ name: 'gnome_libsecret', available: true, says: '' }),
  seal: (secret) => Promise.resolve(Buffer.from(secret).toString('base64')),
  open: (sealed) => Promise.resolve(Buffer.from(sealed, 'base64').toString()),
};

/** Encrypts the store of a folder nobody has open. A ring has to follow. */
export function encryptStore(folder: string): StoreKey {
  const key = newStoreKey();
  const file = join(folder, DATABASE_FILE);
  copyByKey(file, null, key);
  takePlace(file, null, key);
  return key;
}

/** How the store is opened from now on. */
export async function openedBy(folder: string, key: StoreKey, way: ChosenWay): Promise<RingKey> {
  const made = { way, recoveryKey: newRecoveryKey(), keystore, madeAt: new Date().toISOString() };
  const ringKey = await newRingKey(key, made);
  putRing(folder, { version: 1, keys: [ringKey] });
  return ringKey;
}
