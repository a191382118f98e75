import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { done, encryptedFirst, keptStore, readBack } from '../support/kept-store.ts';
import { pocketStorage } from '../support/pocket-storage.ts';
import { RING_FILE, ringIn } from '#db/store-key/ring-file.ts';
import { systemKeystore } from '#main/electron/system-keystore.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

const ADA = 'ada' as OperatorId;

test.each([
  ['linux', 'gnome_libsecret', 'GNOME keyring'],
  ['linux', 'kwallet6', 'kwallet6'],
  ['win32', null, 'Windows'],
  ['darwin', null, 'macOS keychain'],
] as const)('on %s, %s keeps the key, and is called “%s”', async (platform, backend, label) => {
  const storage = pocketStorage({ backend });
  const keystore = systemKeystore(storage, platform);
  expect(keystore.standing()).toMatchObject({ name: backend ?? platform, available: true });
  expect(keystore.standing().says).toContain(label);
  const kept = await keptStore(keystore);
  await encryptedFirst(kept, 'keystore');
  kept.close();
  expect(ringIn(kept.folder)?.keys[0]?.daily).toMatchObject({ keystore: backend ?? platform });
  const again = await keptStore(systemKeystore(storage, platform), kept.folder);
  expect(again.keeper.locked).toBeNull();
  again.close();
});

test.each([
  ['basic_text', true],
  ['unknown', true],
  ['gnome_libsecret', false],
] as const)(
  '%s (encryption available: %s) is no keystore, and is handed no key',
  async (backend, available) => {
    const storage = pocketStorage({ backend, available });
    const keystore = systemKeystore(storage, 'linux');
    expect(keystore.standing()).toMatchObject({ available: false });
    expect(keystore.standing().says).toContain('a passphrase of the center has to');
    const kept = await keptStore(keystore);
    const offer = done(kept.keeper.firstOffer());
    const way = { by: 'keystore' } as const;
    expect(await kept.keeper.encryptFirst(way, readBack(offer))).toMatchObject({
      refused: 'no-keystore',
    });
    await encryptedFirst(kept, 'passphrase');
    expect(storage.sealed).toBe(0);
    kept.close();
  },
);

test('a Linux whose Electron names no backend has no keystore', () => {
  const { getSelectedStorageBackend: _, ...storage } = pocketStorage({});
  expect(systemKeystore(storage, 'linux').standing().available).toBe(false);
});

test('what another profile sealed does not open, and the recovery key does', async () => {
  const kept = await keptStore(systemKeystore(pocketStorage({}), 'linux'));
  const recoveryKey = await encryptedFirst(kept, 'keystore');
  kept.close();
  const there = systemKeystore(pocketStorage({}), 'linux');
  const moved = await keptStore(there, kept.folder);
  expect(moved.keeper.locked).toEqual({ because: 'keystore-lost', newPassphrase: false });
  done(await moved.keeper.recover(recoveryKey, null));
  moved.close();
  const again = await keptStore(there, kept.folder);
  expect(again.keeper.locked).toBeNull();
  again.close();
});

test('a keystore that gives back something else is not believed', async () => {
  const storage = pocketStorage({});
  const kept = await keptStore(systemKeystore(storage, 'linux'));
  await encryptedFirst(kept, 'keystore');
  kept.close();
  for (const decryptString of [() => '', () => 'f'.repeat(64), () => 'not a key']) {
    const wrong = systemKeystore({ ...storage, decryptString }, 'linux');
    const again = await keptStore(wrong, kept.folder);
    expect(again.keeper.locked).toMatchObject({ because: 'keystore-lost' });
  }
});

test('a keystore that takes no key is said, and nothing is changed', async () => {
  const storage = pocketStorage({});
  const kept = await keptStore(systemKeystore(storage, 'linux'));
  await encryptedFirst(kept, 'keystore');
  const ring = readFileSync(join(kept.folder, RING_FILE), 'utf8');
  storage.locked = true;
  const { keeper } = kept;
  const refused = { refused: 'keystore-failed' };
  const way = { by: 'keystore' } as const;
  const encrypted = await keeper.encrypt(way, readBack(keeper.offer()), ADA);
  expect(encrypted).toMatchObject(refused);
  expect(JSON.stringify(encrypted)).toContain('or choose a passphrase of the center');
  expect(await keeper.changeWay(way, ADA)).toMatchObject(refused);
  expect(readFileSync(join(kept.folder, RING_FILE), 'utf8')).toBe(ring);
  storage.locked = false;
  done(await keeper.changeWay(way, ADA));
  kept.close();
});
