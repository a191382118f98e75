import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centerAtWork, openedIncident, temporaryFolder } from '../support/desk-at-work.ts';
import { copyInSteps } from '#db/copies/copy-in-steps.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import { newStoreKey } from '#db/store-key/store-key.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

function copied(source: Database, key: ReturnType<typeof newStoreKey> | null, step = () => {}) {
  const file = join(temporaryFolder(), 'copy.sqlite');
  writeFileSync(file, '');
  copyInSteps(source, file, key, step);
  return openDatabase(file, { readonly: true, key });
}

const schemaOf = (db: Database) =>
  db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();

/** Every row of every table, with the kinds SQLite stored its values as. */
function rowsOf(db: Database): Map<string, unknown[]> {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((table) => [
      table,
      db
        .prepare(`SELECT * FROM "${table.replaceAll(`"`, `""`)}"`)
        .safeIntegers()
        .raw()
        .all(),
    ]),
  );
}

test('a store is copied whole: schema, rows, versions and what words are searched by', () => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  const source = openDatabase(join(atWork.folder, DATABASE_FILE), { readonly: true });
  const copy = copied(source, null);
  expect(schemaOf(copy)).toEqual(schemaOf(source));
  expect(rowsOf(copy)).toEqual(rowsOf(source));
  for (const name of ['user_version', 'page_size', 'application_id'])
    expect(copy.pragma(name)).toEqual(source.pragma(name));
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
  source.close();
  atWork.desk.close();
});

test('whatever a value is, it is the same in the copy, encrypted or not', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.double({ noNaN: true }),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value)), fc.boolean(), (rows, encrypted) => {
      const key = encrypted ? newStoreKey() : null;
      const db = openDatabase(join(temporaryFolder(), 'source.sqlite'), { key });
      db.exec(`CREATE TABLE "a ""table""" (one ANY, other ANY) STRICT;
        CREATE INDEX by_one ON "a ""table""" (one) WHERE one IS NOT NULL;
        CREATE TRIGGER stays BEFORE DELETE ON "a ""table""" BEGIN SELECT RAISE(ABORT, 'stays'); END`);
      const write = db.prepare('INSERT INTO "a ""table""" VALUES (?, ?)');
      for (const row of rows) write.run(row);
      const copy = copied(db, key);
      expect(rowsOf(copy)).toEqual(rowsOf(db));
      expect(schemaOf(copy)).toEqual(schemaOf(db));
      copy.close();
      db.close();
    }),
    { numRuns: 20 },
  );
});

test('it is the store of one moment, and searches find in it what they found there', () => {
  const file = join(temporaryFolder(), 'source.sqlite');
  const db = openDatabase(file);
  db.exec(`CREATE TABLE texts (id INTEGER PRIMARY KEY, body TEXT) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(said, content = '')`);
  for (let at = 0; at < 8; at += 1)
    db.prepare('INSERT INTO texts (body) VALUES (?)').run('x'.repeat(1 << 20));
  db.prepare("INSERT INTO words (rowid, said) VALUES (7, 'the shelter on Wilson')").run();
  const source = openDatabase(file, { readonly: true });
  let steps = 0;
  const copy = copied(source, null, () => {
    steps += 1;
    db.prepare("INSERT INTO texts (body) VALUES ('later')").run();
  });
  expect(steps).toBeGreaterThan(2);
  expect(copy.prepare('SELECT COUNT(*) FROM texts').pluck().get()).toBe(8);
  expect(copy.prepare("SELECT rowid FROM words WHERE words MATCH 'shelter'").pluck().all()).toEqual(
    [7],
  );
  copy.close();
  source.close();
  db.close();
});
