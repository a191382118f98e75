import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import {
  CENTER_PASSPHRASE,
  done,
  encryptedFirst,
  keptStore,
  readBack,
  setUp,
  type KeptStore,
} from '../support/kept-store.ts';
import { pocketKeystore } from '../support/pocket-keystore.ts';
import { RING_FILE, SECOND_RING_FILE } from '#db/store-key/ring-file.ts';
import { putRing, ringIn } from '#db/store-key/ring-file.ts';
import { newStoreKey } from '#db/store-key/store-key.ts';
import { newRecoveryKey } from '#db/store-key/recovery-key.ts';
import { copyByKey, takePlace } from '#db/store-key/recrypt.ts';
import type { Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { newRingKey } from '#main/desk/store-key/ring-keys.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const MARKER = 'PLANTED-MARKER-OF-A-CENTER';
const NEW_PASSPHRASE = 'another one of the center';
const ADA = 'ada' as OperatorId;

const typesOf = ({ desk }: KeptStore) =>
  [...desk().journal.entriesAfter(0)]
    .map(({ event }) => event.type)
    .filter((type) => type.startsWith('store.'));

const nameOf = ({ desk }: KeptStore) => {
  const hello = desk().answer('desk.hello', {}, { operator: null, focus: null });
  return hello.ok ? hello.value.center?.name : undefined;
};

function marked(folder: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(MARKER));
}

test('with a keystore a center is encrypted from its first entry on, and nobody is asked again', async () => {
  const keystore = pocketKeystore();
  const kept = await keptStore(keystore);
  const recoveryKey = await encryptedFirst(kept, 'keystore');
  setUp(kept, { name: MARKER });
  expect(kept.desk().answer('desk.hello', {}, { operator: null, focus: null })).toMatchObject({
    value: { encrypted: true },
  });
  expect(typesOf(kept)).toEqual(['store.encrypted']);
  expect(marked(kept.folder)).toEqual([]);
  kept.close();
  expect(marked(kept.folder)).toEqual([]);
  // Nothing that opens it lies beside it.
  expect(readFileSync(join(kept.folder, RING_FILE), 'utf8')).not.toContain(recoveryKey.slice(0, 5));

  const again = await keptStore(keystore, kept.folder);
  expect(again.keeper.locked).toBeNull();
  expect(nameOf(again)).toBe(MARKER);
  again.close();
});

test('the recovery key has to be read back before anything is encrypted', async () => {
  const kept = await keptStore(pocketKeystore());
  const way = { by: 'keystore' } as const;
  expect(await kept.keeper.encryptFirst(way, ['AAAAA', 'BBBBB'])).toMatchObject({
    refused: 'no-offer',
  });
  const offer = done(kept.keeper.firstOffer());
  const [first] = readBack(offer);
  expect(await kept.keeper.encryptFirst(way, [first!, 'AAAAA'])).toMatchObject({
    refused: 'read-back-wrong',
  });
  expect(existsSync(join(kept.folder, RING_FILE))).toBe(false);
  expect(kept.desk().key).toBeNull();
  kept.close();
});

test('without a keystore a passphrase opens the store, wrong ones cost time and are on record', async () => {
  const none = pocketKeystore(false);
  const first = await keptStore(none);
  const offer = done(first.keeper.firstOffer());
  expect(await first.keeper.encryptFirst({ by: 'keystore' }, readBack(offer))).toMatchObject({
    refused: 'no-keystore',
  });
  await encryptedFirst(first);
  setUp(first, { name: MARKER });
  first.close();

  const kept = await keptStore(none, first.folder);
  expect(kept.keeper.locked).toEqual({ because: 'passphrase', newPassphrase: true });
  for (const wrong of ['one', 'two', 'three'])
    expect(await kept.keeper.unlock(wrong)).toMatchObject({ refused: 'does-not-open' });
  expect(await kept.keeper.unlock(CENTER_PASSPHRASE)).toMatchObject({ refused: 'too-soon' });
  kept.pass(6);
  done(await kept.keeper.unlock(CENTER_PASSPHRASE));
  expect(nameOf(kept)).toBe(MARKER);
  expect(await kept.keeper.unlock(CENTER_PASSPHRASE)).toMatchObject({ refused: 'not-locked' });
  const failed = [...kept.desk().journal.entriesAfter(0)].at(-1);
  expect(failed).toMatchObject({
    by: DESK_OPERATOR,
    event: { type: 'store.unlock-failed', attempts: 3 },
  });
  kept.close();
});

test('on another PC the recovery key opens the store, and from then on what stands there', async () => {
  const first = await keptStore(pocketKeystore());
  const recoveryKey = await encryptedFirst(first, 'keystore');
  setUp(first, { name: MARKER });
  first.close();

  const there = pocketKeystore();
  const moved = await keptStore(there, first.folder);
  expect(moved.keeper.locked).toEqual({ because: 'keystore-lost', newPassphrase: false });
  expect(await moved.keeper.recover('K7QF2', null)).toMatchObject({ refused: 'mistyped' });
  expect(await moved.keeper.recover(newRecoveryKey(), null)).toMatchObject({
    refused: 'does-not-open',
  });
  done(await moved.keeper.recover(recoveryKey.toLowerCase(), null));
  expect(typesOf(moved)).toEqual(['store.encrypted', 'store.unlock-failed', 'store.recovered']);
  moved.close();
  const again = await keptStore(there, first.folder);
  expect(again.keeper.locked).toBeNull();
  again.close();

  const bare = await keptStore(pocketKeystore(false), first.folder);
  expect(bare.keeper.locked).toEqual({ because: 'keystore-lost', newPassphrase: true });
  expect(await bare.keeper.recover(recoveryKey, null)).toMatchObject({
    refused: 'passphrase-needed',
  });
  done(await bare.keeper.recover(recoveryKey, NEW_PASSPHRASE));
  bare.close();
  const last = await keptStore(pocketKeystore(false), first.folder);
  done(await last.keeper.unlock(NEW_PASSPHRASE));
  last.close();
});

test('a new key, another passphrase and a new recovery key each end what was before', async () => {
  const none = pocketKeystore(false);
  const kept = await keptStore(none);
  const firstRecovery = await encryptedFirst(kept);
  setUp(kept, { name: MARKER });
  const before = kept.keeper.standing();
  expect(before).toMatchObject({ encrypted: true, way: 'passphrase' });

  const changed = { by: 'passphrase', passphrase: NEW_PASSPHRASE } as const;
  done(await kept.keeper.changeWay(changed, ADA));
  expect(kept.keeper.standing().fingerprint).toBe(before.fingerprint);
  const offer = kept.keeper.offer();
  done(kept.keeper.renewRecovery(readBack(offer), ADA));
  const next = kept.keeper.offer();
  done(await kept.keeper.encrypt(changed, readBack(next), ADA));
  expect(kept.keeper.standing().fingerprint).not.toBe(before.fingerprint);
  expect(nameOf(kept)).toBe(MARKER);
  expect(typesOf(kept)).toEqual([
    'store.encrypted',
    'store.way-changed',
    'store.recovery-key-renewed',
    'store.rekeyed',
  ]);
  kept.close();

  const again = await keptStore(none, kept.folder);
  expect(await again.keeper.unlock(CENTER_PASSPHRASE)).toMatchObject({ refused: 'does-not-open' });
  for (const former of [firstRecovery, offer.recoveryKey])
    expect(await again.keeper.recover(former, NEW_PASSPHRASE)).toMatchObject({
      refused: 'does-not-open',
    });
  again.pass(60);
  done(await again.keeper.recover(next.recoveryKey, CENTER_PASSPHRASE));
  again.close();
});

test('an older plain center is opened without a question, and encrypted when its administrator wants it', async () => {
  const keystore = pocketKeystore();
  const kept = await keptStore(keystore);
  done(kept.keeper.leavePlain());
  setUp(kept, { name: MARKER });
  kept.desk().answer('desk.hello', {}, { operator: null, focus: null });
  kept.close();

  const again = await keptStore(keystore, kept.folder);
  expect(again.keeper.locked).toBeNull();
  expect(again.keeper.firstOffer()).toMatchObject({ refused: 'already-set-up' });
  expect(again.keeper.leavePlain()).toMatchObject({ refused: 'already-set-up' });
  expect(await again.keeper.changeWay({ by: 'keystore' }, ADA)).toMatchObject({ refused: 'plain' });
  const offer = again.keeper.offer();
  done(await again.keeper.encrypt({ by: 'keystore' }, readBack(offer), ADA));
  expect(typesOf(again)).toEqual(['store.left-plain', 'store.encrypted']);
  expect(marked(kept.folder)).toEqual([]);
  again.close();
});

test('while another program has the store open nothing is encrypted, and the desk goes on', async () => {
  const kept = await keptStore(pocketKeystore());
  await encryptedFirst(kept, 'keystore');
  setUp(kept, { name: MARKER });
  const { key } = kept.desk();
  const other = openDesk({ folder: kept.folder, key, log: () => {} });
  const offer = kept.keeper.offer();
  const refused = await kept.keeper.encrypt({ by: 'keystore' }, readBack(offer), ADA);
  expect(refused).toMatchObject({ refused: 'not-encrypted' });
  expect(JSON.stringify(refused)).toContain('Another program');
  expect(kept.desk().key).toBe(key);
  expect(nameOf(kept)).toBe(MARKER);
  expect(ringIn(kept.folder)?.keys).toHaveLength(1);
  other.close();
  kept.close();
});

test.each(['before', 'after'] as const)(
  'killed %s the exchange, the store opens with whichever key it has',
  async (when) => {
    const keystore = pocketKeystore();
    const kept = await keptStore(keystore);
    await encryptedFirst(kept, 'keystore');
    setUp(kept, { name: MARKER });
    const former = kept.desk().key!;
    kept.close();
    // As an exchange leaves it that did not get to its end: both keys in the ring.
    const key = newStoreKey();
    const added = await newRingKey(key, {
      way: { by: 'keystore' },
      recoveryKey: newRecoveryKey(),
      keystore,
      madeAt: '2026-03-03T19:00:00.000Z',
    });
    const [before] = ringIn(kept.folder)!.keys;
    putRing(kept.folder, { version: 1, keys: [before!, added] });
    const file = join(kept.folder, DATABASE_FILE);
    writeFileSync(`${file}.recrypting`, 'half of it');
    if (when === 'after') {
      copyByKey(file, former, key);
      takePlace(file, former, key);
    }

    const again = await keptStore(keystore, kept.folder);
    expect(again.desk().key).toBe(when === 'after' ? key : former);
    expect(nameOf(again)).toBe(MARKER);
    expect(ringIn(kept.folder)!.keys).toEqual([when === 'after' ? added : before]);
    expect(existsSync(`${file}.recrypting`)).toBe(false);
    again.close();
  },
);

test('a store without its ring, a ring without its store and a damaged ring are each said, and nothing is made anew', async () => {
  const keystore = pocketKeystore();
  const kept = await keptStore(keystore);
  await encryptedFirst(kept, 'keystore');
  kept.close();
  const { folder } = kept;
  const file = join(folder, DATABASE_FILE);
  const [ring, store] = [readFileSync(join(folder, RING_FILE)), readFileSync(file)];

  for (const name of [RING_FILE, SECOND_RING_FILE]) rmSync(join(folder, name));
  await expect(keptStore(keystore, folder)).rejects.toThrow(/encrypted/);
  for (const name of [RING_FILE, SECOND_RING_FILE]) writeFileSync(join(folder, name), 'damaged');
  await expect(keptStore(keystore, folder)).rejects.toThrow(/cannot be read/);
  writeFileSync(join(folder, RING_FILE), ring);
  rmSync(file);
  await expect(keptStore(keystore, folder)).rejects.toThrow(/bring it back from a copy/);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, store);
  (await keptStore(keystore, folder)).close();
});

test('an encryption that was interrupted before it began leaves a plain store that opens', async () => {
  const kept = await keptStore(pocketKeystore());
  setUp(kept, { name: MARKER });
  kept.close();
  const other = await keptStore(pocketKeystore(), temporaryFolder());
  await encryptedFirst(other, 'keystore');
  other.close();
  putRing(kept.folder, ringIn(other.folder)!);
  const again = await keptStore(pocketKeystore(), kept.folder);
  expect(again.keeper.locked).toBeNull();
  expect(again.keeper.standing()).toMatchObject({ encrypted: false, way: null, fingerprint: null });
  again.close();
});

test('at the desk’s door who changes the key proves to be there', async () => {
  const kept = await keptStore(pocketKeystore());
  setUp(kept, { name: MARKER });
  const session: Session = { operator: null, focus: null };
  const hello = kept.desk().answer('desk.hello', {}, session);
  const ada = hello.ok ? hello.value.operators[0]! : null;
  session.operator = ada;
  const ask = (own: string) =>
    kept.desk().answer('store-key.change-way', { own, way: { by: 'keystore' } }, session);
  expect(ask('wrong passphrase')).toMatchObject({ refused: 'wrong-passphrase' });
  expect(ask('correct horse')).toMatchObject({ refused: 'no-window' });
  kept.close();
});
