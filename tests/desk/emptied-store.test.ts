import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { deccFile, deccRow } from '../import/invented-exports.ts';
import { desk as commandLine, importFolder } from '../import/import-folder.ts';
import { centerAtWork, openAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { openDatabase } from '#db/open-database.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

function emptied(): { folder: string; file: string } {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  const file = join(folder, DATABASE_FILE);
  writeFileSync(file, '');
  return { folder, file };
}

test.each<[string, (folder: string) => void]>([
  ['store-key.json', (folder) => writeFileSync(join(folder, 'store-key.json'), '{}')],
  ['window', (folder) => mkdirSync(join(folder, 'window'))],
  [`${DATABASE_FILE}-wal`, (folder) => writeFileSync(join(folder, `${DATABASE_FILE}-wal`), 'log')],
  [
    '-copies',
    (folder) => {
      mkdirSync(`${folder}-copies`);
      const name = 'caredesk-before-0.2.0-2026-03-03-120000Z-0a1b2c3d.sqlite';
      writeFileSync(join(`${folder}-copies`, name), 'a copy');
    },
  ],
  [
    `${DATABASE_FILE}.before-restore-2026-03-03-120000`,
    (folder) =>
      writeFileSync(join(folder, `${DATABASE_FILE}.before-restore-2026-03-03-120000`), 'aside'),
  ],
])('an emptied store is not taken for a new one where there is %s', async (name, leave) => {
  const { folder, file } = emptied();
  leave(folder);
  expect(() => openAtWork(folder)).toThrow(`${name} says that there was a store`);
  const calls = importFolder().put(deccFile(deccRow()));
  const ran = await commandLine('import', calls, '--data', folder);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('is empty');
  expect(statSync(file).size).toBe(0);
});

test('a copy is restored over an emptied store', async () => {
  const atWork = centerAtWork();
  const { folder } = atWork;
  atWork.desk.close();
  const { out } = await commandLine('backup', '--data', folder, '--to', `${folder}-copies`);
  const { file, entries } = JSON.parse(out) as { file: string; entries: number };
  truncateSync(join(folder, DATABASE_FILE), 0);
  expect(() => openAtWork(folder)).toThrow('Restore a copy');
  const { code } = await commandLine('restore', file, '--data', folder);
  expect(code).toBe(0);
  const { desk } = openAtWork(folder);
  expect(desk.journal.head()).toBe(entries + 1);
  desk.close();
  rmSync(`${folder}-copies`, { recursive: true });
});

test('an empty file alone, and a new folder, become a store as before', () => {
  const { folder, file } = emptied();
  writeFileSync(join(folder, 'call-types.csv'), '');
  openDatabase(file).close();
  expect(statSync(file).size).toBeGreaterThan(0);
  for (const each of [folder, join(temporaryFolder(), 'new')]) {
    const { desk } = openAtWork(each);
    expect(desk.db.pragma('page_size', { simple: true })).toBe(8192);
    desk.close();
  }
});

test.each<[string, string]>([
  ['tables of its own', 'CREATE TABLE theirs (a)'],
  ['a version of its own', 'CREATE TABLE theirs (a); PRAGMA user_version = 5'],
  ['a journal of its own', 'CREATE TABLE journal (day TEXT, body TEXT); PRAGMA user_version = 150'],
  ['a name of its own', 'PRAGMA application_id = 252006675'],
])('a database of another program stays byte for byte: %s', async (_, sql) => {
  const folder = temporaryFolder();
  const file = join(folder, DATABASE_FILE);
  const db = new BetterSqlite3(file);
  db.exec(sql);
  db.close();
  const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex');
  const before = digest();
  expect(() => openAtWork(folder)).toThrow('a database of another program');
  const calls = importFolder().put(deccFile(deccRow()));
  const ran = await commandLine('import', calls, '--data', folder);
  expect([ran.code, ran.out]).toEqual([2, '']);
  expect(ran.err).toContain('a database of another program');
  expect(digest()).toBe(before);
});
