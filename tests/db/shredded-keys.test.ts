import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { emptyLog, overwriting, rewriteKeys, shredWords } from '#db/journal/shredded-words.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { atomically, openDatabase } from '#db/open-database.ts';

test('a key SQLite moved from page to page leaves no trace anywhere when it is shredded', () => {
  const folder = temporaryFolder();
  const db = openDatabase(join(folder, 'store.sqlite'));
  migrate(db);
  const keys = new Map<string, Buffer>();
  const write = db.prepare("INSERT INTO word_keys VALUES ('clinical', ?, ?)");
  // In no order, as ids come: pages of the table are split in their middle again and again.
  for (let batch = 0; batch < 60; batch += 1)
    atomically(db, () => {
      for (let at = 0; at < 50; at += 1) {
        const [record, key] = [`incident/${randomBytes(16).toString('hex')}`, randomBytes(32)];
        keys.set(record, key);
        write.run(record, key);
      }
    });
  const gone = [...keys].filter((_, at) => at % 6 === 0);
  overwriting(db, () =>
    atomically(db, () => {
      for (const [record] of gone)
        shredWords(db, { partition: 'clinical', record, words: 1, upTo: 1 }, 2);
      rewriteKeys(db);
    }),
  );
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  expect(gone.filter(([, key]) => files.some((bytes) => bytes.includes(key)))).toEqual([]);
  expect(db.prepare('SELECT COUNT(*) FROM word_keys').pluck().get()).toBe(keys.size - gone.length);
  db.close();
});

test('a reader puts the emptying of the log off, and nobody waits for it', () => {
  const file = join(temporaryFolder(), 'store.sqlite');
  const db = openDatabase(file);
  migrate(db);
  const reader = openDatabase(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT COUNT(*) FROM word_keys').get();
  overwriting(db, () => db.prepare("INSERT INTO word_keys VALUES ('clinical', 'a', x'01')").run());
  expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0);
  reader.close();
  emptyLog(db);
  expect(readFileSync(`${file}-wal`)).toHaveLength(0);
  db.close();
});
