import { join } from 'node:path';
import { expect, test } from 'vitest';
import { centerAtWork, openAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { rawConnection } from '../support/tampering.ts';
import { migrate, schemaAt, SCHEMA_VERSION } from '#db/migrations/migrate.ts';
import { openDatabase, openInMemory } from '#db/open-database.ts';

const PRECIOUS = [
  'audit_keys',
  'credentials',
  'directories',
  'drafts',
  'import_left_out',
  'import_marks',
  'imports',
  'journal',
  'kept_clinical',
  'kept_documents',
  'kept_justice',
  'kept_part_2',
  'policy_drafts',
  'word_keys',
  'word_shreddings',
];

const tablesOf = (db: ReturnType<typeof openInMemory>) =>
  (
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as {
      name: string;
    }[]
  ).map(({ name }) => name);

test('a fresh file gets the precious tables and the version', () => {
  const db = openInMemory();
  migrate(db);
  expect(tablesOf(db)).toEqual(PRECIOUS);
  expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
});

test('a database of another program is not made one of ours', () => {
  const db = openInMemory();
  db.exec('CREATE TABLE theirs (a)');
  expect(() => migrate(db)).toThrow('a database of another program');
  expect(tablesOf(db)).toEqual(['theirs']);
});

test('migrating twice changes nothing', () => {
  const db = openInMemory();
  migrate(db);
  const before = db.serialize();
  migrate(db);
  expect(db.serialize().equals(before)).toBe(true);
});

test('a file that stopped at the first migration gets the rest and keeps its journal', () => {
  const db = openInMemory();
  migrate(db);
  db.prepare("INSERT INTO journal VALUES (1, 'at', 'by', 'p', 's', 't', NULL, '{}', x'00')").run();
  db.exec(
    PRECIOUS.filter((name) => name !== 'journal')
      .map((name) => `DROP TABLE ${name};`)
      .join('') + 'DROP INDEX journal_type_by; PRAGMA user_version = 10',
  );
  migrate(db);
  expect(tablesOf(db)).toEqual(PRECIOUS);
  expect(db.prepare('SELECT COUNT(*) FROM journal').pluck().get()).toBe(1);
});

test('a migration that fails half-way leaves no trace', () => {
  const db = openInMemory();
  schemaAt(db, 20);
  // In the way of the last.
  db.exec('PRAGMA user_version = 20; CREATE TABLE word_keys (in_the_way TEXT)');
  const before = tablesOf(db);
  expect(() => migrate(db)).toThrow(/word_keys/);
  expect(tablesOf(db)).toEqual(before);
  expect(db.pragma('user_version', { simple: true })).toBe(20);
});

test('a file of a newer CareDesk is refused by name of both versions and stays as it is', () => {
  const atWork = centerAtWork();
  atWork.desk.close();
  const newer = SCHEMA_VERSION + 10;
  const db = rawConnection(atWork.folder);
  db.pragma(`user_version = ${newer}`);
  const head = db.prepare('SELECT MAX(seq) FROM journal').pluck().get();
  db.close();
  expect(() => openAtWork(atWork.folder)).toThrow(
    new RegExp(`newer CareDesk \\(schema ${newer}; this one knows ${SCHEMA_VERSION}\\)`),
  );
  const after = rawConnection(atWork.folder);
  expect(after.pragma('user_version', { simple: true })).toBe(newer);
  expect(after.prepare('SELECT MAX(seq) FROM journal').pluck().get()).toBe(head);
  after.close();
});

test('the file is opened so that an acknowledged command survives a power cut', () => {
  const db = openDatabase(join(temporaryFolder(), 'one.sqlite'));
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.close();
});

test('a connection for reading cannot write', () => {
  const file = join(temporaryFolder(), 'one.sqlite');
  const db = openDatabase(file);
  migrate(db);
  const reading = openDatabase(file, { readonly: true });
  expect(() => reading.exec('DELETE FROM drafts')).toThrow(/readonly/);
  reading.close();
  db.close();
});
