import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { copiesSet } from '../support/copies-examples.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  PASSPHRASE,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { storeOfTheFirstVersion } from '../support/first-store.ts';
import { jobsHere, settled } from '../support/jobs-here.ts';
import { openDatabase } from '#db/open-database.ts';
import { manifestOf } from '#main/desk/copies/read-copies.ts';
import { restoreCopy } from '#main/desk/copies/restore-copy.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { USUAL_COPIES } from '#shared/copies/copies-setting.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { manifestFileOf, storeFileOf } from '#shared/copies/copy-name.ts';

let template: string;
beforeAll(() => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  atWork.desk.close();
  template = atWork.folder;
});

let atWork: DeskAtWork;
let target: string;
let stop: () => void;
beforeEach(() => {
  const place = temporaryFolder();
  cpSync(template, join(place, 'data'), { recursive: true });
  target = join(place, 'disk', 'copies');
  mkdirSync(join(place, 'disk'));
  atWork = openAtWork(join(place, 'data'), '2026-03-03T18:00:00.000Z');
  stop = atWork.desk.copies.start(jobsHere);
});
afterEach(() => {
  stop();
  atWork.desk.close();
});

const view = () => atWork.do(atWork.as('Ada'), 'copies.view', {});
const storesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
const eventsAfter = (seq: number) =>
  [...atWork.desk.journal.entriesAfter(seq)].map(({ event }) => event);

async function tick(minutes = 0): Promise<void> {
  atWork.pass(minutes);
  atWork.desk.copies.tick();
  await settled();
}
const troubles = (name: string) => atWork.do(atWork.as(name), 'desk.hello', {}).troubles ?? [];
const kinds = () => troubles('Sam').map(({ kind }) => kind);

test('once a folder is set, copies are made by themselves, and each is on record', async () => {
  copiesSet(atWork, target);
  await settled();
  expect(storesIn(target)).toHaveLength(1);
  expect(view().targets[0]).toMatchObject({
    folder: target,
    making: null,
    failing: null,
    sameDisk: true,
    copies: [{ number: 1, why: 'scheduled', ours: true, encrypted: false }],
  });
  expect(eventsAfter(0).at(-1)).toMatchObject({
    type: 'copy.made',
    folder: target,
    why: 'scheduled',
  });
  await tick(3 * 60);
  expect(storesIn(target)).toHaveLength(1);
  await tick(60);
  expect(storesIn(target)).toHaveLength(2);
});

test('a copy is made now for whoever asks, in the name of that person', async () => {
  const targetId = copiesSet(atWork, target);
  await settled();
  atWork.pass(1);
  atWork.do(atWork.as('Sam'), 'copies.make', { targetId });
  expect(view().targets[0]?.making).toMatchObject({ step: 'writing' });
  await settled();
  const [entry] = [...atWork.desk.journal.entriesAfter(atWork.desk.journal.head() - 1)];
  expect(entry).toMatchObject({
    by: atWork.idOf('Sam'),
    event: { type: 'copy.made', why: 'asked' },
  });
});

test('the rotation takes old ones away, and what is not its own it leaves alone', async () => {
  const { schedule } = USUAL_COPIES;
  const rotation = { last: 2, days: 0, weeks: 0, months: 0, upgrades: 0 };
  mkdirSync(target);
  writeFileSync(join(target, 'letter.sqlite'), 'of somebody else');
  const targets = [{ targetId: null, folder: target, on: true }];
  atWork.do(atWork.as('Ada'), 'copies.set', { targets, schedule, rotation });
  await settled();
  const [first] = storesIn(target).filter((name) => name !== 'letter.sqlite');
  for (let at = 0; at < 3; at += 1) await tick(240);
  const left = storesIn(target);
  expect(left).toHaveLength(3);
  expect(left).toContain('letter.sqlite');
  expect(left).not.toContain(first);
  expect(readdirSync(target).filter((name) => name.endsWith('.json'))).toHaveLength(2);
});

test('a copy that ends with another entry than the record has is told with the next copy', async () => {
  copiesSet(atWork, target);
  await settled();
  await tick(240);
  expect(kinds()).toEqual([]);
  const known = storesIn(target).sort().at(-1)!.slice(0, -'.sqlite'.length);
  // As it is when the record was written anew after that copy: its last entry has another seal there.
  const manifest = { ...manifestOf(target, known), head: 'ab'.repeat(32) };
  writeFileSync(join(target, manifestFileOf(known)), JSON.stringify(manifest));
  await tick(240);
  expect(kinds()).toEqual(['record-changed']);
  expect(troubles('Sam')[0]?.because).toContain(`${known} in ${target} has another entry`);
  expect(troubles('Dana')).toEqual([]);
});

test('a disk that is gone is said after the second failure, tried again, and over by itself', async () => {
  copiesSet(atWork, target);
  await settled();
  const disk = join(target, '..');
  renameSync(disk, `${disk}-unplugged`);
  const before = atWork.desk.journal.head();
  await tick(240);
  expect(view().targets[0]?.failing).toMatchObject({
    failures: 1,
    because: expect.stringContaining('is not there. Plug the disk in') as string,
  });
  expect(kinds()).toEqual([]);
  await tick(4);
  expect(view().targets[0]?.failing).toMatchObject({ failures: 1 });
  await tick(1);
  await tick();
  expect(view().targets[0]?.failing).toMatchObject({ failures: 2 });
  expect(kinds()).toEqual(['copies-failing']);
  // Who can do nothing about it does not hear of it.
  expect(troubles('Dana')).toEqual([]);
  await tick(15);
  await tick(60);
  expect(eventsAfter(before).map(({ type }) => type)).toEqual(['copy.failed', 'copy.failed']);
  renameSync(`${disk}-unplugged`, disk);
  await tick(240);
  await tick();
  expect(kinds()).toEqual([]);
  expect(view().targets[0]).toMatchObject({ failing: null });
});

test('that the newest copy is too old stands above the screen', async () => {
  writeFileSync(target, 'no folder');
  copiesSet(atWork, target);
  await settled();
  await tick(25 * 60);
  expect(kinds()).toEqual(['copies-failing']);
  await tick(2 * 60);
  expect(kinds()).toEqual(['copies-failing', 'copies-old']);
  expect(view().tooOld).toBe(true);
});

test('a clock that is set back costs one copy, and takes none away', async () => {
  copiesSet(atWork, target);
  await settled();
  const before = storesIn(target);
  await tick(-180);
  await tick(1);
  await tick(1);
  expect(storesIn(target)).toHaveLength(2);
  expect(storesIn(target)).toEqual(expect.arrayContaining(before));
});

test('a folder is tried before it is set', async () => {
  const ada = atWork.as('Ada');
  atWork.do(ada, 'copies.try', { folder: join(target, '..') });
  await settled();
  expect(view().tried?.result).toMatchObject({ state: 'done', sameDisk: true });
  atWork.do(ada, 'copies.try', { folder: join(target, 'not', 'there') });
  await settled();
  expect(view().tried?.result).toMatchObject({ state: 'failed' });
  expect(readdirSync(join(target, '..'))).toEqual([]);
});

test('a drill counts beside the store in force, and is on record with what was wrong', async () => {
  const targetId = copiesSet(atWork, target);
  await settled();
  openedIncident(atWork, atWork.as('Dana'));
  const [copy] = view().targets[0]!.copies!;
  atWork.do(atWork.as('Sam'), 'copies.drill', { targetId, copy: copy!.name });
  expect(view().drill?.result).toEqual({ state: 'running' });
  await settled();
  expect(view().drill?.result).toMatchObject({
    state: 'done',
    asMade: true,
    held: { openIncidents: 1 },
    here: { openIncidents: 2 },
  });
  expect(view().lastDrill).toMatchObject({ copy: copy!.name, good: true, byName: 'Sam' });

  truncateSync(join(target, storeFileOf(copy!.name)), 50_000);
  atWork.do(atWork.as('Sam'), 'copies.drill', { targetId, copy: copy!.name });
  await settled();
  expect(view().drill?.result).toMatchObject({
    state: 'failed',
    because: expect.stringContaining('its digest differs') as string,
  });
  expect(view().lastDrill).toMatchObject({ good: false });
  expect(eventsAfter(0).at(-1)).toMatchObject({
    type: 'copy.drilled',
    faults: [expect.any(String)],
  });
});

test('a folder that is none, is named twice or is the data folder itself is refused, and so is never', () => {
  const refusalOf = (folders: readonly string[], changes: object = {}) => {
    const targets = folders.map((folder) => ({ targetId: null, folder, on: true }));
    const input = { ...USUAL_COPIES, targets, ...changes };
    const reply = atWork.desk.answer('copies.set', input, atWork.as('Ada'));
    return reply.ok ? null : reply.refused;
  };
  expect(refusalOf(['copies'])).toBe('no-path');
  expect(refusalOf([target, target])).toBe('twice');
  expect(refusalOf([atWork.folder])).toBe('data-folder');
  expect(refusalOf([target], { schedule: { everyHours: null, at: [] } })).toBe('never');
  expect(view().setting).toEqual(USUAL_COPIES);
  expect(eventsAfter(0).some(({ type }) => type === 'copies.set')).toBe(false);
  const [targetId, copy] = ['of-nobody', 'caredesk-2026-03-03-180000Z-0123abcd'];
  const drilled = atWork.desk.answer('copies.drill', { targetId, copy }, atWork.as('Sam'));
  expect(drilled).toMatchObject({ ok: false, refused: 'no-such-target' });
});

test('a restore takes a second person, and the rim to do it', () => {
  const targetId = copiesSet(atWork, target);
  const copy = 'caredesk-2026-03-03-180000Z-0123abcd';
  const signed = (name: string) => {
    const secondPerson = { operatorId: atWork.idOf(name), passphrase: PASSPHRASE };
    const reply = atWork.desk.answer(
      'copies.restore',
      { targetId, copy, secondPerson },
      atWork.as('Sam'),
    );
    return reply.ok ? null : reply.refused;
  };
  expect([signed('Sam'), signed('Dana'), signed('Ada')]).toEqual([
    'same-person',
    'may-not-sign',
    'no-window',
  ]);
});

test('after a restore the open incidents are there, and until when the record reaches is said', async () => {
  const targetId = copiesSet(atWork, target);
  await settled();
  atWork.pass(30);
  openedIncident(atWork, atWork.as('Dana'));
  const [copy] = view().targets[0]!.copies!;
  const secondPerson = { operatorId: atWork.idOf('Ada'), passphrase: PASSPHRASE };
  const order = atWork.desk.copies.restoreOrderOf(
    { targetId, copy: copy!.name, secondPerson },
    atWork.as('Sam').operator!,
  );
  if (isRefusal(order)) throw new Error(order.because);
  // While the console holds its folder nobody restores into it.
  expect(() => restoreCopy(order)).toThrow('somebody works in');
  stop();
  atWork.desk.close();
  restoreCopy(order);
  atWork = openAtWork(atWork.folder, '2026-03-03T18:45:00.000Z');
  stop = atWork.desk.copies.start(jobsHere);
  expect(troubles('Dana')).toMatchObject([
    {
      kind: 'restored',
      because: expect.stringContaining('It reaches until 2026-03-03 12:00.') as string,
    },
  ]);
  expect(view().restored).toMatchObject({ copy: copy!.name });
  expect(eventsAfter(copy!.entries)[0]).toMatchObject({
    type: 'copy.restored',
    approvedBy: atWork.idOf('Ada'),
  });
  await tick(25 * 60);
  expect(troubles('Dana')).toEqual([]);
});

test('before the stored tables are changed a copy is made, or nothing is', () => {
  const folder = storeOfTheFirstVersion();
  const schema = (file: string) => {
    const db = openDatabase(file, { readonly: true });
    const version: unknown = db.pragma('user_version', { simple: true });
    db.close();
    return version;
  };
  writeFileSync(`${folder}-copies`, 'in the way');
  expect(() => openDesk({ folder })).toThrow(
    /is not a folder.*Nothing was changed.*--upgrade-without-copy/s,
  );
  expect(schema(join(folder, DATABASE_FILE))).toBe(10);
  renameSync(`${folder}-copies`, `${folder}-moved`);
  openDesk({ folder }).close();
  const [copy, ...more] = storesIn(`${folder}-copies`);
  expect([copy, more]).toEqual([expect.stringMatching(/^caredesk-before-0\.1\.0-/), []]);
  expect(schema(join(`${folder}-copies`, copy!))).toBe(10);
  // An ordinary start makes none.
  openDesk({ folder }).close();
  expect(storesIn(`${folder}-copies`)).toHaveLength(1);
});

test('whoever insists goes on without a copy', () => {
  const folder = storeOfTheFirstVersion();
  writeFileSync(`${folder}-copies`, 'in the way');
  openDesk({ folder, upgradeWithoutCopy: true }).close();
  expect(existsSync(join(folder, DATABASE_FILE))).toBe(true);
});

test('a new folder is no upgrade', () => {
  const folder = join(temporaryFolder(), 'new');
  openDesk({ folder }).close();
  expect(existsSync(`${folder}-copies`)).toBe(false);
});
