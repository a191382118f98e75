import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { beside, pastNote } from '../support/retention-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { hashOfDocument, keepDocument } from '#db/delivery/kept-documents.ts';
import { slotOf } from '#db/directory/directory-index.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import { copyByKey, StoreInUse, takePlace } from '#db/store-key/recrypt.ts';
import { newStoreKey } from '#db/store-key/store-key.ts';
import { takeTail, unknownTables } from '#db/store-key/tail.ts';
import { takeNewKey } from '#main/desk/audit/signing.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

let template: string;
let start: string;
beforeAll(() => {
  const atWork = centerAtWork();
  pastNote(atWork);
  start = atWork.now().toISOString();
  atWork.desk.close();
  template = atWork.folder;
});

function atWorkAgain(): DeskAtWork {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  return openAtWork(folder, start);
}

let documents = 0;

/** What is done while the copy is made: of every kind that writes a table of its own. */
const DONE: Readonly<Record<string, (atWork: DeskAtWork) => void>> = {
  call: (atWork) => void openedIncident(atWork, atWork.as('Dana')),
  words: (atWork) => {
    const incidentId = openedIncident(atWork, atWork.as('Dana'));
    for (const kind of ['clinical', 'part-2'] as const)
      atWork.do(atWork.as('Cleo'), 'incident.add-note', { incidentId, kind, text: 'He is calm.' });
  },
  draft: (atWork) => {
    const text = `Half a line ${atWork.desk.journal.head()}`;
    atWork.do(atWork.as('Dana'), 'draft.save', { subject: 'call/new', field: 'words', text });
  },
  passphrase: (atWork) => {
    const input = { operatorId: atWork.idOf('Dana'), passphrase: 'seven red lamps' };
    atWork.do(atWork.as('Ada'), 'operator.reset-passphrase', input);
  },
  shredding: (atWork) => {
    const input = { partition: 'clinical', secondPerson: beside(atWork, 'Sam') } as const;
    for (const expected of [1, 0])
      atWork.desk.answer('retention.shred', { ...input, expected }, atWork.as('Ada'));
  },
  document: ({ desk }) => {
    const text = `{"document":${(documents += 1)}}`;
    keepDocument(desk.db, hashOfDocument(text), text, desk.now().toISOString());
  },
  'signing key': ({ desk }) => void takeNewKey(desk, DESK_OPERATOR, null),
};

/** Every row of what is not derived, by table. */
function everything(db: Database): Record<string, string[]> {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '[bs]*_*'")
    .pluck()
    .all() as string[];
  const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).raw().all();
  return Object.fromEntries(
    tables
      .filter((table) => !table.startsWith('directory_'))
      .map((table) => [
        table,
        rows(table)
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
  );
}

test('whatever is written while the copy is made, the encrypted store has it, and its boards follow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...Object.keys(DONE)), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (doings, once) => {
        const atWork = atWorkAgain();
        const { folder } = atWork;
        const file = join(folder, DATABASE_FILE);
        const key = newStoreKey();
        copyByKey(file, null, key);
        for (const doing of doings) DONE[doing]!(atWork);
        if (once) {
          // The thread takes over again and again; only the last time is behind closed doors.
          const store = openDatabase(file, { readonly: true });
          const copy = openDatabase(`${file}.recrypting`, { key });
          takeTail(store, copy);
          copy.pragma('journal_mode = DELETE');
          copy.close();
          store.close();
          for (const doing of doings.toReversed()) DONE[doing]!(atWork);
        }
        const before = everything(atWork.desk.db);
        expect(before['journal']!.length).toBeGreaterThan(0);
        atWork.desk.close();
        takePlace(file, null, key);

        const desk = openDesk({ folder, key, now: atWork.now, mode: 'training', log: () => {} });
        expect(everything(desk.db)).toEqual(before);
        expect(verifyChain(desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
        expect(auditBoard(desk.db).equal).toBe(true);
        desk.close();
      },
    ),
    { numRuns: 8 },
  );
});

test('a key that was shredded meanwhile is nowhere in the encrypted store, and not in its former copy', () => {
  const atWork = atWorkAgain();
  const file = join(atWork.folder, DATABASE_FILE);
  const wordKey = atWork.desk.db.prepare('SELECT key FROM word_keys').pluck().get() as Buffer;
  const [former, key] = [newStoreKey(), newStoreKey()];
  copyByKey(file, null, former);
  DONE['shredding']!(atWork);
  atWork.desk.close();
  takePlace(file, null, former);
  const db = openDatabase(file, { key: former });
  expect(db.prepare('SELECT count(*) FROM word_keys').pluck().get()).toBe(0);
  // In plain, so that a page that came free could be read.
  db.prepare('VACUUM INTO ?').run(join(atWork.folder, 'plain'));
  db.close();
  expect(readdirSync(atWork.folder)).not.toContain(`${DATABASE_FILE}.recrypting`);
  copyByKey(file, former, key);
  takePlace(file, former, key);
  for (const name of readdirSync(atWork.folder))
    expect(readFileSync(join(atWork.folder, name)).includes(wordKey), name).toBe(false);
});

test('every table of a store is taken along or follows; one nobody named keeps it as it is', () => {
  const { desk, folder } = atWorkAgain();
  slotOf(desk.db, 'none');
  expect(unknownTables(desk.db)).toEqual([]);
  const key = newStoreKey();
  const file = join(folder, DATABASE_FILE);
  copyByKey(file, null, key);
  desk.db.exec('CREATE TABLE of_tomorrow (x TEXT) STRICT');
  desk.close();
  expect(() => takePlace(file, null, key)).toThrow(/of_tomorrow would not be taken along/);
  openDatabase(file).close();
  expect(readdirSync(folder)).not.toContain(`${DATABASE_FILE}.recrypting`);
});

test('a directory made ready meanwhile is made ready again in the encrypted store', () => {
  const { desk, folder } = atWorkAgain();
  slotOf(desk.db, 'none');
  const key = newStoreKey();
  const file = join(folder, DATABASE_FILE);
  copyByKey(file, null, key);
  desk.db.exec("INSERT INTO directory_slots VALUES ('a', 'of-a-directory', 1, 7)");
  desk.close();
  takePlace(file, null, key);
  const db = openDatabase(file, { key });
  expect(slotOf(db, 'of-a-directory')).toBeNull();
  db.close();
});

test('who reads or writes the store from elsewhere keeps it from being exchanged', () => {
  const { desk, folder } = atWorkAgain();
  const file = join(folder, DATABASE_FILE);
  copyByKey(file, null, newStoreKey());
  expect(() => takePlace(file, null, newStoreKey())).toThrow(StoreInUse);
  desk.close();
  openDatabase(file).close();
});
