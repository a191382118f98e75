import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { desk } from '../import/import-folder.ts';
import { copiesSet } from '../support/copies-examples.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { jobsHere, settled } from '../support/jobs-here.ts';
import { beside, closedWithNote, ONE_YEAR } from '../support/retention-examples.ts';
import { auditStore } from '#db/audit-store.ts';
import { openDatabase } from '#db/open-database.ts';
import { makeCopy } from '#main/desk/copies/make-copy.ts';
import { manifestOf } from '#main/desk/copies/read-copies.ts';
import { rehearse, restoreCopy } from '#main/desk/copies/restore-copy.ts';
import { thinCopies } from '#main/desk/copies/thin-copies.ts';
import { digestOf } from '#db/copies/whole-files.ts';
import { copyManifest } from '#shared/copies/copy-manifest.ts';
import { manifestFileOf, storeFileOf, thinnedManifestOf } from '#shared/copies/copy-name.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** A center with two closed incidents, each with a clinical note, more than a year ago. */
let template: string;
beforeAll(() => {
  const atWork = centerAtWork();
  closedWithNote(atWork, 'A note that goes.');
  atWork.do(atWork.as('Sam'), 'retention.set', { years: ONE_YEAR });
  atWork.desk.close();
  template = atWork.folder;
});

let atWork: DeskAtWork;
let folder: string;
let target: string;
beforeEach(() => {
  const place = temporaryFolder();
  folder = join(place, 'data');
  cpSync(template, folder, { recursive: true });
  target = join(place, 'disk', 'copies');
  mkdirSync(target, { recursive: true });
  atWork = openAtWork(folder, '2027-04-10T18:00:00.000Z');
});
afterEach(() => atWork.desk.close());

const copyNow = (to = target) =>
  makeCopy({ from: folder, key: null, to, why: 'asked', madeAt: atWork.now() });

const keyOfNote = () => atWork.desk.db.prepare('SELECT key FROM word_keys').pluck().get() as Buffer;

function shred(expected = 1): void {
  const secondPerson = beside(atWork, 'Sam');
  atWork.do(atWork.as('Ada'), 'retention.shred', { partition: 'clinical', expected, secondPerson });
}

const thin = () => thinCopies({ from: folder, key: null, folder: target });
const holding = (bytes: Buffer) =>
  readdirSync(target).filter((name) => readFileSync(join(target, name)).includes(bytes));
const owing = () => atWork.do(atWork.as('Ada'), 'copies.view', {}).owing;

const RESTORER = 'desk' as OperatorId;
function restore(file: string, into = folder) {
  return restoreCopy({
    copy: file,
    copyKey: null,
    into,
    key: null,
    now: atWork.now(),
    by: RESTORER,
    approvedBy: null,
    position: 'test',
    anyway: false,
  });
}
const notesIn = ({ desk }: DeskAtWork) =>
  desk.db.prepare('SELECT COUNT(*) FROM kept_clinical').pluck().get();

test('what is shredded goes out of every older copy, byte for byte, and the copies stay whole', () => {
  const older = copyNow();
  atWork.pass(60);
  const newer = copyNow();
  const key = keyOfNote();
  expect(holding(key)).toHaveLength(2);
  shred();
  const last = copyNow();
  const { upTo, thinned, left } = thin();
  expect({ upTo, thinned, left }).toEqual({
    upTo: atWork.desk.journal.head(),
    thinned: [newer.name, older.name],
    left: [],
  });
  expect(holding(key)).toEqual([]);
  for (const { name, manifest } of [older, newer]) {
    const now = manifestOf(target, name)!;
    expect(now).toMatchObject({
      number: manifest.number,
      head: manifest.head,
      thinned: { upTo, records: 1 },
    });
    expect(now.sha256).not.toBe(manifest.sha256);
  }
  expect(manifestOf(target, last.name)).toEqual(last.manifest);
  // Nothing else is left beside them, and a second time there is nothing to do.
  expect(readdirSync(target).filter((name) => !/\.(sqlite|json)$/.test(name))).toEqual([]);
  expect(thin().thinned).toEqual([]);
});

test('a copy that nobody thinned, or somebody did, brings nothing back: the audit holds after the restore', () => {
  const untouched = copyNow();
  const apart = join(temporaryFolder(), 'apart');
  cpSync(target, apart, { recursive: true });
  shred();
  thin();
  openedIncident(atWork, atWork.as('Dana'));
  const key = null;
  const order = {
    copy: untouched.file,
    copyKey: key,
    into: folder,
    key,
    now: atWork.now(),
    position: '',
  };
  expect(rehearse(order)).toMatchObject({ asMade: true, stayShredded: 1 });
  for (const from of [apart, target]) {
    atWork.desk.close();
    expect(restore(join(from, storeFileOf(untouched.name)))).toMatchObject({ stayShredded: 1 });
    atWork = openAtWork(folder, '2027-04-11T18:00:00.000Z');
    expect(notesIn(atWork)).toBe(0);
    expect(auditStore(atWork.desk.db)).toMatchObject({
      chain: 'intact',
      kept: 'intact',
      equal: true,
    });
    const { entries } = untouched.manifest;
    expect([...atWork.desk.journal.entriesAfter(entries)].map(({ event }) => event)).toMatchObject([
      { type: 'copy.restored' },
      { type: 'words.stayed-shredded', partition: 'clinical' },
    ]);
  }
});

test('where the store is lost, a thinned copy knows by itself, and another by the newest one beside it', () => {
  const { file } = copyNow();
  shred();
  atWork.pass(60);
  copyNow();
  const lost = { copy: file, copyKey: null, into: temporaryFolder(), key: null, position: '' };
  expect(rehearse({ ...lost, now: atWork.now() })).toMatchObject({ stayShredded: 1 });
  thin();
  const fresh = join(temporaryFolder(), 'data');
  restore(file, fresh);
  const again = openAtWork(fresh, '2027-04-11T18:00:00.000Z');
  expect(notesIn(again)).toBe(0);
  expect(auditStore(again.desk.db)).toMatchObject({ chain: 'intact', kept: 'intact', equal: true });
  again.desk.close();
});

test('words written after a restore are kept like any others, also under numbers the shredding had', () => {
  const { file } = copyNow();
  shred();
  atWork.desk.close();
  restore(file);
  atWork = openAtWork(folder, '2027-04-11T18:00:00.000Z');
  closedWithNote(atWork, 'Written later.');
  const again = copyNow();
  expect(notesIn(atWork)).toBe(1);
  expect(auditStore(atWork.desk.db)).toMatchObject({ kept: 'intact', equal: true });
  // The copy of the branch that was left is looked at again by the journal in force, and the new one is not touched.
  expect(thin()).toMatchObject({ thinned: [expect.any(String)], left: [] });
  expect(manifestOf(target, again.name)!.sha256).toBe(again.manifest.sha256);
  // The store that was put aside knew of the shredding; of the next one it does not, and that is said.
  expect(owing()).toEqual([]);
  atWork.pass(60 * 24 * 400);
  shred();
  expect(owing()).toMatchObject([
    { folder, left: [{ copy: expect.stringContaining('before-restore') as string }] },
  ]);
});

test('nothing but what was shredded may be missing from a copy', () => {
  const { file, name } = copyNow();
  shred();
  thin();
  const db = openDatabase(file);
  const [record] = db.prepare('SELECT record FROM word_shreddings').pluck().all() as string[];
  db.prepare("INSERT INTO word_shreddings VALUES ('clinical', ?, 1, 0)").run(`${record}x`);
  db.pragma('journal_mode = DELETE');
  db.close();
  const changed = join(target, manifestFileOf(name));
  const manifest = copyManifest.parse(JSON.parse(readFileSync(changed, 'utf8')));
  const digest = digestOf(file);
  writeFileSync(changed, JSON.stringify({ ...manifest, ...digest }));
  atWork.desk.close();
  expect(() => restore(file)).toThrow('other words are out of it than its manifest says');
  atWork = openAtWork(folder, '2027-04-11T18:00:00.000Z');
});

test('of a store in force, such a line is no excuse', () => {
  shred();
  const db = atWork.desk.db;
  db.prepare("INSERT INTO word_shreddings VALUES ('clinical', 'incident/x', 7, 0)").run();
  expect(auditStore(db).kept).toEqual([
    { entry: 7, partition: 'clinical', are: 'shredded-without-entry' },
  ]);
});

/** Where a thinning is killed, and what stands in the folder then. */
const KILLED: readonly [string, (made: { name: string; file: string }) => void][] = [
  ['while the copy was copied', ({ file }) => writeFileSync(`${file}.thinning`, 'half of it')],
  [
    'when the thinned one stood beside',
    ({ file, name }) => {
      cpSync(file, `${file}.thinned.part`);
      cpSync(join(target, manifestFileOf(name)), join(target, thinnedManifestOf(name)));
      const manifest = manifestOf(target, name)!;
      writeFileSync(
        join(target, thinnedManifestOf(name)),
        JSON.stringify({ ...manifest, sha256: 'ab'.repeat(32) }),
      );
    },
  ],
  [
    'between the store and its manifest',
    ({ file, name }) => {
      const before = manifestOf(target, name)!;
      const whole = readFileSync(file);
      thin();
      renameSync(join(target, manifestFileOf(name)), join(target, thinnedManifestOf(name)));
      writeFileSync(join(target, manifestFileOf(name)), JSON.stringify(before));
      expect(readFileSync(file).equals(whole)).toBe(false);
    },
  ],
];

test.each(KILLED)(
  'killed %s: the copy can be restored, and the next time finishes it',
  (_, kill) => {
    const made = copyNow();
    const key = keyOfNote();
    shred();
    kill(made);
    const none = null;
    const order = {
      copy: made.file,
      copyKey: none,
      into: folder,
      key: none,
      now: atWork.now(),
      position: '',
    };
    expect(rehearse(order)).toMatchObject({ asMade: true, stayShredded: 1 });
    thin();
    expect(holding(key)).toEqual([]);
    expect(readdirSync(target).sort()).toEqual(
      [manifestFileOf(made.name), storeFileOf(made.name)].sort(),
    );
    expect(rehearse(order)).toMatchObject({ asMade: true, stayShredded: 1 });
  },
);

test('a copy that was changed, or does not open any more, is left alone and named', () => {
  const { file, name } = copyNow();
  const bytes = readFileSync(file);
  bytes[bytes.length - 5_000]! ^= 1;
  writeFileSync(file, bytes);
  shred();
  expect(thin()).toMatchObject({
    thinned: [],
    left: [{ copy: name, because: expect.stringContaining('digest differs') as string }],
  });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('the desk does it by itself, also on a disk that was away, and says until then which folder owes', async () => {
  const stop = atWork.desk.copies.start(jobsHere);
  copiesSet(atWork, target);
  await settled();
  const key = keyOfNote();
  expect(holding(key)).toHaveLength(1);
  renameSync(dirname(target), `${dirname(target)}-away`);
  shred();
  await settled();
  expect(owing()).toMatchObject([
    {
      folder: target,
      records: 1,
      left: [],
      because: expect.stringContaining('is not there') as string,
    },
  ]);
  expect(atWork.do(atWork.as('Ada'), 'retention.overview', {}).owing).toHaveLength(1);
  renameSync(`${dirname(target)}-away`, dirname(target));
  atWork.pass(5);
  atWork.desk.copies.tick();
  await settled();
  expect(owing()).toEqual([]);
  expect(holding(key)).toEqual([]);
  const events = [...atWork.desk.journal.entriesAfter(0)].map(({ event }) => event);
  expect(events.at(-1)).toMatchObject({
    type: 'copies.thinned',
    folder: target,
    copies: 1,
    left: [],
  });
  stop();
});

test('the command line takes it out too, unless the console is open, which does', async () => {
  const first = await desk('backup', '--data', folder, '--to', target);
  expect(JSON.parse(first.out)).toMatchObject({ owing: [] });
  const key = keyOfNote();
  shred();
  const stop = atWork.desk.copies.start({ ...jobsHere, run: () => new Promise(() => {}) });
  atWork.pass(1);
  const beside = await desk('backup', '--data', folder, '--to', target);
  expect(JSON.parse(beside.out)).toMatchObject({ owing: [{ folder: target, records: 1 }] });
  expect(beside.err).toContain('may still open the words of 1 record');
  stop();
  atWork.desk.close();
  const alone = await desk('backup', '--data', folder, '--to', target);
  expect(JSON.parse(alone.out)).toMatchObject({ owing: [] });
  expect(holding(key)).toEqual([]);
  atWork = openAtWork(folder, '2027-04-11T18:00:00.000Z');
});
