import type { SafeStorage } from 'electron';
import type { Keystore } from '#main/desk/store-key/keystore.ts';

/** What of Electron’s own the key is sealed with. The name of the keystore is told on Linux only. */
export type SafeStorageHere = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString'
> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

/** The keystore of the operating system. What Chromium calls basic_text hides nothing, and counts as none. */
export function systemKeystore(
  safeStorage: SafeStorageHere,
  platform: NodeJS.Platform = process.platform,
): Keystore {
  return {
    // Looked at when somebody asks: a start of a plain store pays nothing for it.
    standing: () => {
      const name = nameOfKeystore(safeStorage, platform);
      const available = !HIDES_NOTHING.has(name) && safeStorage.isEncryptionAvailable();
      const says = available
        ? `The keystore of this computer (${LABELS[name] ?? name}) keeps the key: nobody is asked for it here.`
        : 'This computer has no keystore that protects a key, so a passphrase of the center has to.';
      return { name, available, says };
    },
    // A throw becomes a rejection: another keystore’s form cannot be opened, and a locked one takes nothing.
    seal: (secret) =>
      new Promise((done) => done(safeStorage.encryptString(secret).toString('base64'))),
    open: (sealed) =>
      new Promise((done) => done(safeStorage.decryptString(Buffer.from(sealed, 'base64')))),
  };
}

const HIDES_NOTHING: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

const LABELS: Readonly<Record<string, string>> = {
  win32: 'Windows',
  darwin: 'macOS keychain',
  gnome_libsecret: 'GNOME keyring',
};

function nameOfKeystore(safeStorage: SafeStorageHere, platform: NodeJS.Platform): string {
  return platform === 'linux' ? (safeStorage.getSelectedStorageBackend?.() ?? 'unknown') : platform;
}
