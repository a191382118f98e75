import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { openDatabase } from '#db/open-database.ts';
import { LockedStore, type Locked } from '#db/store-key/locked-store.ts';
import { fingerprintOf, newStoreKey, readStoreKey } from '#db/store-key/store-key.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { openDesk } from '#main/desk/open-desk.ts';

const MARKER = 'PLANTED-MARKER-OF-A-CALLER';

function lockedWhy(open: () => unknown): Locked | null {
  try {
    open();
  } catch (error) {
    if (error instanceof LockedStore) return error.why;
    throw error;
  }
  return null;
}

/** Every byte of the folder, WAL and shared memory included. */
function bytesOf(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

function received(folder: string, key: ReturnType<typeof newStoreKey> | null) {
  const desk = openDesk({ folder, key, mode: 'training', log: () => {} });
  desk.answer(
    'center.set-up',
    {
      name: MARKER,
      psapId: 'TEST-1',
      timeZone: 'America/Chicago',
      admin: { name: 'Ada', passphrase: 'correct horse' },
      accounts: [],
    },
    { operator: null, focus: null },
  );
  return desk;
}

test('nothing of an encrypted store lies in plain text, not even in its WAL', () => {
  const plainFolder = temporaryFolder();
  const plain = received(plainFolder, null);
  // The marker is found where there is no cipher: this test can see.
  expect(bytesOf(plainFolder).includes(MARKER)).toBe(true);
  plain.close();

  const folder = temporaryFolder();
  const desk = received(folder, newStoreKey());
  expect(readdirSync(folder)).toContain(`${DATABASE_FILE}-wal`);
  expect(bytesOf(folder).includes(MARKER)).toBe(false);
  expect(bytesOf(folder).includes('SQLite format 3')).toBe(false);
  desk.close();
  expect(bytesOf(folder).includes(MARKER)).toBe(false);
  expect(bytesOf(folder).includes('CREATE TABLE')).toBe(false);
});

test('what sorting spills stays in memory, and the page size is the plain store’s', () => {
  const db = openDatabase(join(temporaryFolder(), DATABASE_FILE), { key: newStoreKey() });
  expect(db.pragma('temp_store', { simple: true })).toBe(2);
  expect(db.pragma('page_size', { simple: true })).toBe(8192);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.close();
});

test('a store opens again with its key, for reading alone too', () => {
  const folder = temporaryFolder();
  const key = newStoreKey();
  received(folder, key).close();
  const desk = openDesk({ folder, key, mode: 'training', log: () => {} });
  expect(desk.key).toBe(key);
  expect(desk.answer('desk.hello', {}, { operator: null, focus: null })).toMatchObject({
    value: { center: { name: MARKER } },
  });
  const reader = openDatabase(join(folder, DATABASE_FILE), { readonly: true, key });
  expect(reader.prepare('SELECT count(*) FROM journal').pluck().get()).toBeGreaterThan(0);
  reader.close();
  desk.close();
});

test('a missing key, a wrong one and one too many are told apart and change nothing', () => {
  const folder = temporaryFolder();
  received(folder, newStoreKey()).close();
  const file = join(folder, DATABASE_FILE);
  const before = readFileSync(file);
  expect(lockedWhy(() => openDatabase(file))).toBe('key-missing');
  expect(lockedWhy(() => openDatabase(file, { readonly: true }))).toBe('key-missing');
  expect(lockedWhy(() => openDatabase(file, { key: newStoreKey() }))).toBe('key-wrong');
  expect(lockedWhy(() => openDesk({ folder, key: newStoreKey() }))).toBe('key-wrong');
  expect(readFileSync(file).equals(before)).toBe(true);

  const plainFolder = temporaryFolder();
  received(plainFolder, null).close();
  const plain = join(plainFolder, DATABASE_FILE);
  expect(lockedWhy(() => openDatabase(plain, { key: newStoreKey() }))).toBe('not-encrypted');
  openDatabase(plain).close();
});

test('a page that somebody changed does not open', () => {
  const folder = temporaryFolder();
  const key = newStoreKey();
  received(folder, key).close();
  const file = join(folder, DATABASE_FILE);
  const bytes = readFileSync(file);
  const at = 8192 * 5 + 100;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
  const db = openDatabase(file, { key });
  expect(db.pragma('quick_check')).not.toEqual([{ quick_check: 'ok' }]);
  db.close();
});

test('a key is 64 hex digits, and its fingerprint gives none of them away', () => {
  const key = newStoreKey();
  expect(readStoreKey(key)).toBe(key);
  for (const bad of ['', key.slice(1), `${key}0`, key.replace(/^./, 'g'), key.toUpperCase() + ' '])
    expect(readStoreKey(bad)).toBeNull();
  expect(fingerprintOf(key)).toMatch(/^[0-9a-f]{16}$/);
  expect(key).not.toContain(fingerprintOf(key));
  expect(fingerprintOf(newStoreKey())).not.toBe(fingerprintOf(key));
});
