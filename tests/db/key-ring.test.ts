import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { DamagedRing, readRing, ringText } from '#db/store-key/key-ring.ts';
import { byPassphrase, type KeyRing } from '#shared/store-key/key-ring.ts';
import {
  isGroup,
  newRecoveryKey,
  readRecoveryKey,
  RECOVERY_GROUPS,
} from '#db/store-key/recovery-key.ts';
import { putRing, RING_FILE, ringIn, SECOND_RING_FILE } from '#db/store-key/ring-file.ts';
import {
  openByPassphrase,
  openByRecovery,
  sealByPassphrase,
  sealByRecovery,
} from '#db/store-key/sealed-key.ts';
import { fingerprintOf, newStoreKey, type StoreKey } from '#db/store-key/store-key.ts';

/** Enough for the form, and quick. */
const LITTLE = { n: 16_384, r: 8, p: 1 };

const storeKey = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex') as StoreKey);

async function aRing(key = newStoreKey(), recoveryKey = newRecoveryKey()): Promise<KeyRing> {
  return {
    version: 1,
    keys: [
      {
        fingerprint: fingerprintOf(key),
        madeAt: '2026-03-03T18:00:00.000Z',
        daily: await sealByPassphrase(key, 'a passphrase of the center', LITTLE),
        recovery: sealByRecovery(key, recoveryKey),
      },
    ],
  };
}

test('what a passphrase seals opens by it, however its signs are composed, and by no other', async () => {
  await fc.assert(
    fc.asyncProperty(storeKey, fc.string({ minLength: 12, maxLength: 30 }), async (key, phrase) => {
      const sealed = await sealByPassphrase(key, phrase, LITTLE);
      const fingerprint = fingerprintOf(key);
      expect(JSON.stringify(sealed)).not.toContain(key);
      expect(await openByPassphrase(sealed, fingerprint, phrase.normalize('NFD'))).toBe(key);
      expect(await openByPassphrase(sealed, fingerprint, `${phrase}!`)).toBeNull();
    }),
    { numRuns: 4 },
  );
});

test('what a recovery key seals opens by it, also typed carelessly, and by no other', () => {
  fc.assert(
    fc.property(storeKey, (key) => {
      const recoveryKey = newRecoveryKey();
      const sealed = sealByRecovery(key, recoveryKey);
      const typed = readRecoveryKey(` ${recoveryKey.toLowerCase().replaceAll('-', ' ')} `);
      expect(typed).toBe(recoveryKey);
      expect(openByRecovery(sealed, fingerprintOf(key), typed!)).toBe(key);
      expect(openByRecovery(sealed, fingerprintOf(key), newRecoveryKey())).toBeNull();
      expect(openByRecovery(sealed, fingerprintOf(newStoreKey()), recoveryKey)).toBeNull();
    }),
  );
});

test('a flipped bit of a sealed key is refused', async () => {
  const key = newStoreKey();
  const recoveryKey = newRecoveryKey();
  const sealed = sealByRecovery(key, recoveryKey);
  fc.assert(
    fc.property(
      fc.constantFrom('salt', 'nonce', 'sealed'),
      fc.nat(),
      fc.nat(7),
      (part, at, bit) => {
        const bytes = Buffer.from(sealed[part as keyof typeof sealed], 'base64');
        const place = at % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << bit), place);
        const flipped = { ...sealed, [part]: bytes.toString('base64') };
        expect(openByRecovery(flipped, fingerprintOf(key), recoveryKey)).toBeNull();
      },
    ),
  );
});

test('a recovery key has 160 random bits in groups a person can read aloud, and tells a slip', () => {
  fc.assert(
    fc.property(
      fc.nat(34),
      fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      (at, letter) => {
        const key = newRecoveryKey();
        expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/);
        const letters = [...key.replaceAll('-', '')];
        if (letters[at] === letter) return;
        letters[at] = letter;
        // Fifteen bits of check: one slip in 32,768 passes it, and then opens nothing.
        expect(readRecoveryKey(letters.join('')) === key).toBe(false);
      },
    ),
  );
  const key = newRecoveryKey();
  for (const bad of ['', key.slice(1), `${key}A`]) expect(readRecoveryKey(bad)).toBeNull();
  const slips = Array.from({ length: 200 }, () =>
    readRecoveryKey(`${newRecoveryKey().slice(0, -1)}0`),
  );
  expect(slips.filter((read) => read === null).length).toBeGreaterThan(150);
});

test('letters that look like others are taken for them, and a group is told from its neighbor', () => {
  const key = readRecoveryKey(newRecoveryKey())!;
  const slurred = key.replaceAll('0', 'o').replaceAll('1', 'l');
  expect(readRecoveryKey(slurred)).toBe(key);
  const groups = key.split('-');
  for (let group = 1; group <= RECOVERY_GROUPS; group += 1) {
    expect(isGroup(key, group, ` ${(groups[group - 1] ?? '').toLowerCase()} `)).toBe(true);
    expect(isGroup(key, group, groups[group % RECOVERY_GROUPS] ?? '')).toBe(
      groups[group % RECOVERY_GROUPS] === groups[group - 1],
    );
  }
  expect(isGroup(key, RECOVERY_GROUPS + 1, '')).toBe(false);
});

test('a ring reads as it was written; any flipped byte is damage, never a wrong passphrase', async () => {
  const ring = await aRing();
  const text = ringText(ring);
  expect(readRing(text)).toEqual(ring);
  fc.assert(
    fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = Buffer.from(text);
      bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
      const changed = bytes.toString('utf8');
      try {
        // White space says nothing, so it may change.
        expect(readRing(changed)).toEqual(ring);
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedRing);
      }
    }),
    { numRuns: 300 },
  );
});

test('a ring of a newer CareDesk is refused by name, and one that would keep the console busy too', async () => {
  const ring = await aRing();
  expect(() => readRing(JSON.stringify({ ...ring, version: 2 }))).toThrow(/newer CareDesk/);
  expect(() => readRing('')).toThrow(DamagedRing);
  const { daily } = ring.keys[0]!;
  expect(byPassphrase.safeParse(daily).success).toBe(true);
  for (const work of [{ n: 2 ** 30 }, { n: 2 }, { r: 1024 }, { p: 100 }, { hint: 'its name' }])
    expect(byPassphrase.safeParse({ ...daily, ...work }).success, JSON.stringify(work)).toBe(false);
});

test('the ring lies whole and twice in the folder, for its owner only', async () => {
  const folder = temporaryFolder();
  expect(ringIn(folder)).toBeNull();
  const ring = await aRing();
  putRing(folder, ring);
  for (const name of [RING_FILE, SECOND_RING_FILE]) {
    if (process.platform !== 'win32')
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    expect(readRing(readFileSync(join(folder, name), 'utf8'))).toEqual(ring);
  }
  writeFileSync(join(folder, RING_FILE), '{"version": 1, "keys"');
  expect(ringIn(folder)).toEqual(ring);
  rmSync(join(folder, RING_FILE));
  expect(ringIn(folder)).toEqual(ring);
  writeFileSync(join(folder, SECOND_RING_FILE), 'gone');
  expect(() => ringIn(folder)).toThrow(DamagedRing);
});

test('a ring that cannot be written leaves the former one', async () => {
  const folder = temporaryFolder();
  const ring = await aRing();
  putRing(folder, ring);
  mkdirSync(join(folder, `${RING_FILE}.part`));
  const other = await aRing();
  expect(() => putRing(folder, other)).toThrow();
  expect(ringIn(folder)).toEqual(ring);
});
