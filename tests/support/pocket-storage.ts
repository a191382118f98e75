import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SafeStorageHere } from '#main/electron/system-keystore.ts';

/** As Electron’s safeStorage answers: synchronously, bytes with a mark of their version, and with its own words. */
export interface PocketStorage extends SafeStorageHere {
  /** How often it was handed something. */
  sealed: number;
  locked: boolean;
}

export function pocketStorage({
  backend = 'gnome_libsecret',
  available = true,
}: {
  readonly backend?: ReturnType<NonNullable<SafeStorageHere['getSelectedStorageBackend']>> | null;
  readonly available?: boolean;
}): PocketStorage {
  const secret = randomBytes(16);
  const storage: PocketStorage = {
    sealed: 0,
    locked: false,
    isEncryptionAvailable: () => available,
    encryptString: (text) => {
      storage.sealed += 1;
      if (!available || storage.locked)
        throw new Error('Error while encrypting the text provided to safeStorage.encryptString.');
      const nonce = randomBytes(16);
      const cipher = createCipheriv('aes-128-cbc', secret, nonce);
      return Buffer.concat([Buffer.from(MARK), nonce, cipher.update(text), cipher.final()]);
    },
    decryptString: (bytes) => {
      const failed = () =>
        new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      if (bytes.subarray(0, MARK.length).toString() !== MARK) throw failed();
      const [nonce, text] = [bytes.subarray(3, 19), bytes.subarray(19)];
      try {
        const cipher = createDecipheriv('aes-128-cbc', secret, nonce);
        return Buffer.concat([cipher.update(text), cipher.final()]).toString('utf8');
      } catch {
        throw failed();
      }
    },
  };
  if (backend !== null) storage.getSelectedStorageBackend = () => backend;
  return storage;
}

const MARK = 'v11';
