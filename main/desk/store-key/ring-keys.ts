import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { Keystore } from './keystore.ts';
import { LockedStore } from '#db/store-key/locked-store.ts';
import { openDatabase } from '#db/open-database.ts';
import type { KeyRing, RingKey } from '#shared/store-key/key-ring.ts';
import type { RecoveryKey } from '#db/store-key/recovery-key.ts';
import {
  openByPassphrase,
  openByRecovery,
  sealByPassphrase,
  sealByRecovery,
  type Work,
} from '#db/store-key/sealed-key.ts';
import { fingerprintOf, readStoreKey, type StoreKey } from '#db/store-key/store-key.ts';
import type { ChosenWay } from '#shared/contract/store-key-topics.ts';

/** A key that was opened, and the place of the ring it came from. */
export interface OpenedKey {
  readonly key: StoreKey;
  readonly from: RingKey;
}

/** The keystore is there and did not take the key: locked, or refused to this program. */
export class KeystoreFailed extends Error {}

export async function newRingKey(
  key: StoreKey,
  made: {
    readonly way: ChosenWay;
    readonly recoveryKey: RecoveryKey;
    readonly keystore: Keystore;
    readonly madeAt: string;
    readonly work?: Work | undefined;
  },
): Promise<RingKey> {
  return {
    fingerprint: fingerprintOf(key),
    madeAt: made.madeAt,
    daily: await dailyFor(key, made.way, made.keystore, made.work),
    recovery: sealByRecovery(key, made.recoveryKey),
  };
}

export async function dailyFor(
  key: StoreKey,
  way: ChosenWay,
  keystore: Keystore,
  work?: Work,
): Promise<RingKey['daily']> {
  if (way.by === 'passphrase') return sealByPassphrase(key, way.passphrase, work);
  const { name } = keystore.standing();
  try {
    return { by: 'keystore', keystore: name, sealed: await keystore.seal(key) };
  } catch (error) {
    throw new KeystoreFailed(error instanceof Error ? error.message : String(error));
  }
}

/** Those a keystore opens by itself; none on another PC. */
export async function openedByKeystore(ring: KeyRing, keystore: Keystore): Promise<OpenedKey[]> {
  return openedBy(ring, async ({ daily, fingerprint }) => {
    if (daily.by !== 'keystore') return null;
    try {
      const key = readStoreKey(await keystore.open(daily.sealed));
      // A keystore need not notice that somebody changed what it gave away.
      return key !== null && fingerprintOf(key) === fingerprint ? key : null;
    } catch {
      return null;
    }
  });
}

export function openedByPassphrase(ring: KeyRing, passphrase: string): Promise<OpenedKey[]> {
  return openedBy(ring, ({ daily, fingerprint }) =>
    daily.by === 'passphrase'
      ? openByPassphrase(daily, fingerprint, passphrase)
      : Promise.resolve(null),
  );
}

export function openedByRecovery(ring: KeyRing, recoveryKey: RecoveryKey): Promise<OpenedKey[]> {
  return openedBy(ring, ({ recovery, fingerprint }) =>
    Promise.resolve(openByRecovery(recovery, fingerprint, recoveryKey)),
  );
}

/** Newest first: an encryption that was interrupted had most often not got ready. */
async function openedBy(
  ring: KeyRing,
  open: (from: RingKey) => Promise<StoreKey | null>,
): Promise<OpenedKey[]> {
  const opened: OpenedKey[] = [];
  for (const from of ring.keys.toReversed()) {
    const key = await open(from);
    if (key !== null) opened.push({ key, from });
  }
  return opened;
}

/**
 * The key the store opens with, of those at hand, newest first. With a rollback journal beside it the store was not exchanged
 * yet: only its former key may play that back, so it is tried first.
 */
export function fittingKey(file: string, opened: readonly OpenedKey[]): OpenedKey | null {
  const interrupted = existsSync(`${file}-journal`);
  const inOrder = interrupted ? opened.toReversed() : opened;
  return inOrder.find(({ key }) => opens(file, key, !interrupted)) ?? null;
}

function opens(file: string, key: StoreKey, readonly: boolean): boolean {
  try {
    openDatabase(file, { readonly, key }).close();
    return true;
  } catch (error) {
    if (error instanceof LockedStore) return false;
    throw error;
  }
}

const PLAIN = 'SQLite format 3\0';

/** Looks at the file itself, so nobody in this process may have it open: closing it would let go of SQLite’s locks. */
export function isPlain(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(PLAIN.length);
    const read = readSync(handle, head, 0, head.length, 0);
    return read === 0 || head.toString('latin1') === PLAIN;
  } finally {
    closeSync(handle);
  }
}
