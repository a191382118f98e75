import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { damagePage, rootOf } from '../support/damaged-pages.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  PASSPHRASE,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { rawConnection } from '../support/tampering.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { whyNotOpened } from '#main/desk/trouble/why-not-opened.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

let folder: string;
let incidentId: IncidentId;
let atWork: DeskAtWork | null;
beforeEach(() => {
  const before = centerAtWork();
  incidentId = openedIncident(before, before.as('Dana'));
  before.desk.close();
  folder = before.folder;
  atWork = null;
});
afterEach(() => atWork?.desk.close());

const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'Come.', callType: null };
const kinds = (name: string) =>
  (atWork!.do(atWork!.as(name), 'desk.hello', {}).troubles ?? []).map(({ kind }) => kind);
const bytes = () =>
  createHash('sha256')
    .update(readFileSync(join(folder, DATABASE_FILE)))
    .digest('hex');

test('a damaged page is found where it is read: the rest can be read, and nothing more is written', () => {
  damagePage(folder, rootOf(folder, 'drafts'));
  atWork = openAtWork(folder);
  const dana = atWork.as('Dana');
  expect(kinds('Dana')).toEqual([]);
  // Whoever only asked is not told of a command.
  expect(atWork.desk.answer('draft.all', {}, dana)).toMatchObject({
    refused: 'damaged',
    because: expect.stringMatching(
      /^What was half typed could not be read: .*Nothing was changed by asking\..*g k .*administrator/,
    ),
  });
  expect(kinds('Dana')).toEqual(['damaged']);
  const board = atWork.do(dana, 'board.snapshot', {});
  expect(board.incidents.map((each) => each.incidentId)).toEqual([incidentId]);
  const refused = atWork.desk.answer('call.receive', call, dana);
  expect(refused).toMatchObject({ ok: false, refused: 'damaged' });
  // The watch neither falls nor writes, and does not take it for over.
  atWork.pass(60);
  atWork.desk.watch();
  expect(kinds('Dana')).toEqual(['damaged']);
});

test('a store that is damaged at the start is opened for reading, and stays as it is', () => {
  damagePage(folder, rootOf(folder, 'journal'));
  const before = bytes();
  atWork = openAtWork(folder);
  expect(kinds('Dana')).toEqual(['damaged']);
  const nobody = { operator: null, focus: null };
  const dana = { operatorId: atWork.idOf('Dana'), passphrase: PASSPHRASE };
  expect(atWork.desk.answer('operator.sign-on', dana, nobody)).toMatchObject({ ok: true });
  const [open] = atWork.do(nobody, 'board.snapshot', {}).incidents;
  expect(open?.incidentId).toBe(incidentId);
  expect(atWork.desk.answer('call.receive', call, nobody)).toMatchObject({ refused: 'damaged' });
  atWork.desk.close();
  atWork = null;
  expect(bytes()).toBe(before);
});

test('a store that cannot be read at all is no new one: it says what to do', () => {
  damagePage(folder, 1);
  const [before, files] = [bytes(), readdirSync(folder)];
  let met: unknown = null;
  try {
    atWork = openAtWork(folder);
  } catch (error) {
    met = error;
  }
  expect(whyNotOpened(met, folder)).toMatch(/nothing new was begun.*desk restore COPY.*paper/s);
  expect(bytes()).toBe(before);
  expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(
    files.filter((name) => !/-(wal|shm)$/.test(name)),
  );
});

test('an entry changed from outside is found beside the work, and told to who can do something', () => {
  atWork = openAtWork(folder);
  const { db } = atWork.desk;
  db.exec('DROP TRIGGER journal_never_changes; DROP TRIGGER journal_never_shrinks;');
  db.prepare("UPDATE journal SET at = '2026-03-03T17:59:59.000Z' WHERE seq = 3").run();
  const watch = atWork.desk.recordWatch();
  while (watch.step());
  expect(kinds('Sam')).toEqual(['record-changed']);
  expect(kinds('Ada')).toEqual(['record-changed']);
  expect(kinds('Dana')).toEqual([]);
  const told = atWork.do(atWork.as('Sam'), 'desk.hello', {}).troubles;
  expect(told?.[0]?.because).toMatch(/^Entry 3 does not match its seal\./);
  // Work goes on: nobody waits for police because of it.
  expect(atWork.desk.answer('call.receive', call, atWork.as('Dana')).ok).toBe(true);
});

test('a whole record says nothing', () => {
  atWork = openAtWork(folder);
  const watch = atWork.desk.recordWatch();
  let steps = 1;
  while (watch.step()) steps += 1;
  expect(steps).toBeGreaterThanOrEqual(1);
  expect(kinds('Sam')).toEqual([]);
});

test('a store whose newest entries were taken away is opened for reading, and says that it is damaged', () => {
  const db = rawConnection(folder);
  db.exec('DROP TRIGGER journal_never_shrinks');
  db.exec('DELETE FROM journal WHERE seq > (SELECT MAX(seq) FROM journal) - 2');
  db.close();
  const before = bytes();
  atWork = openAtWork(folder);
  expect(kinds('Dana')).toEqual(['damaged']);
  const dana = atWork.as('Dana');
  const board = atWork.do(dana, 'board.snapshot', {});
  expect(board.incidents.map((each) => each.incidentId)).toEqual([incidentId]);
  expect(atWork.desk.answer('call.receive', call, dana)).toMatchObject({ refused: 'damaged' });
  expect(bytes()).toBe(before);
});

test('entries that are taken away under an open desk are damage, and no defect', () => {
  atWork = openAtWork(folder);
  const db = rawConnection(folder);
  db.exec('DROP TRIGGER journal_never_shrinks');
  db.exec('DELETE FROM journal WHERE seq > (SELECT MAX(seq) FROM journal) - 2');
  db.close();
  const reply = atWork.desk.answer('call.receive', call, atWork.as('Dana'));
  expect(reply).toMatchObject({ refused: 'damaged' });
});

test('a write-ahead log with a damaged end loses what came after its last whole commit, and nothing before', () => {
  atWork = openAtWork(folder);
  const dana = atWork.as('Dana');
  atWork.do(dana, 'call.receive', call);
  const whole = atWork.desk.journal.head();
  const file = join(folder, `${DATABASE_FILE}-wal`);
  const before = readFileSync(file);
  atWork.do(dana, 'call.receive', { ...call, words: 'Second.' });
  const [store, wal] = [readFileSync(join(folder, DATABASE_FILE)), readFileSync(file)];
  atWork.desk.close();
  // As the disk would have it after a power cut that tore the last sectors.
  const torn = Buffer.from(wal);
  torn.fill(0, before.length);
  writeFileSync(join(folder, DATABASE_FILE), store);
  writeFileSync(file, torn);
  atWork = openAtWork(folder);
  expect(atWork.desk.journal.head()).toBe(whole);
  expect(kinds('Sam')).toEqual([]);
  expect(atWork.do(atWork.as('Dana'), 'board.snapshot', {}).revision).toBe(whole);
});
