import { cpSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { desk } from '../import/import-folder.ts';
import { centerAtWork, openAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { rawConnection } from '../support/tampering.ts';
import { ofLeftBranch } from '#shared/copies/left-branch.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

interface Copied {
  /** The data folder; nobody works in it. */
  readonly folder: string;
  readonly copies: string;
  /** The names of two copies and how far each reaches: the store went on between and after them. */
  readonly early: { readonly name: string; readonly entries: number };
  readonly late: { readonly name: string; readonly entries: number };
}

/** Something that leaves entries. */
function goOn(folder: string, copy = 'a copy'): void {
  const { desk } = openAtWork(folder);
  const drill = { copy, folder: 'a folder', entries: 1, openIncidents: 0, faults: [] };
  for (let more = 0; more < 3; more += 1)
    desk.record([{ type: 'copy.drilled', ...drill }], DESK_OPERATOR);
  desk.close();
}

async function copyOf(folder: string, copies: string) {
  const { code, out } = await desk('backup', '--data', folder, '--to', copies);
  expect(code).toBe(0);
  const { file, entries } = JSON.parse(out) as { file: string; entries: number };
  return { name: basename(file, '.sqlite'), entries };
}

let made: Copied;
beforeAll(async () => {
  const place = temporaryFolder();
  const copies = join(place, 'copies');
  const atWork = centerAtWork();
  atWork.desk.close();
  const { folder } = atWork;
  const early = await copyOf(folder, copies);
  goOn(folder);
  const late = await copyOf(folder, copies);
  goOn(folder);
  made = { folder, copies, early, late };
});

/** The data folder for one test to do with what it likes; its journal goes on naming the folder of the copies. */
function folderOfOne(): string {
  const folder = join(temporaryFolder(), 'data');
  cpSync(made.folder, folder, { recursive: true });
  return folder;
}

/** Cuts the end off as somebody does who knows the store: every guard and every board is as it should be after. */
function cutAfter(folder: string, entry: number): void {
  const db = rawConnection(folder);
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of guards) db.exec(`DROP TRIGGER "${name}"`);
  db.prepare('DELETE FROM journal WHERE seq > ?').run(entry);
  for (const { sql } of guards) db.exec(sql);
  db.exec("UPDATE board_meta SET fingerprint = ''");
  db.close();
  openAtWork(folder).desk.close();
}

async function audited(folder: string) {
  const { code, out, err } = await desk('audit', '--data', folder);
  return { code, err, said: JSON.parse(out) as Record<string, unknown> };
}

test('copies agree with the journal they are of', async () => {
  const { code, err, said } = await audited(folderOfOne());
  expect([code, err]).toEqual([0, '']);
  expect(said['copies']).toEqual({
    compared: 2,
    agreesTo: made.late.entries,
    unlike: [],
    away: [],
  });
});

test('a tail that was cut off with everything rebuilt shows against the copy that knows more', async () => {
  const folder = folderOfOne();
  const { copies, early, late } = made;
  const end = late.entries - 1;
  cutAfter(folder, end);
  const { code, err, said } = await audited(folder);
  expect(said).toMatchObject({ events: end, chain: 'intact', kept: 'intact', equal: true });
  expect(said['copies']).toEqual({
    compared: 2,
    agreesTo: early.entries,
    unlike: [{ folder: copies, copy: late.name, entry: late.entries, is: 'missing', after: end }],
    away: [],
  });
  expect(code).toBe(1);
  expect(err).toContain(`entries after ${end} are gone`);
  expect(err).toContain('restore a copy');
});

test('so it does when the store went on after the cut', async () => {
  const folder = folderOfOne();
  const { early, late } = made;
  cutAfter(folder, early.entries + 1);
  for (let more = 0; more < 4; more += 1) goOn(folder, 'another copy');
  const { code, err, said } = await audited(folder);
  expect(said).toMatchObject({
    chain: 'intact',
    equal: true,
    copies: {
      unlike: [{ copy: late.name, entry: late.entries, is: 'changed', after: early.entries }],
    },
  });
  expect(code).toBe(1);
  expect(err).toContain(`entries after ${early.entries} are gone or were changed`);
});

test('what a restore left is no cut, and a cut after it is one', async () => {
  const folder = folderOfOne();
  const { copies, early } = made;
  const file = join(copies, `${early.name}.sqlite`);
  expect((await desk('restore', file, '--data', folder)).code).toBe(0);
  // The copy that was restored knows of no folder: a backup names it again.
  const elsewhere = join(temporaryFolder(), 'copies');
  cpSync(copies, elsewhere, { recursive: true });
  goOn(folder);
  const next = await copyOf(folder, elsewhere);
  const well = await audited(folder);
  expect([well.code, well.err]).toEqual([0, '']);
  expect(well.said['copies']).toMatchObject({
    compared: 3,
    agreesTo: next.entries,
    unlike: [],
  });

  goOn(folder);
  const newest = await copyOf(folder, elsewhere);
  cutAfter(folder, next.entries + 1);
  const { code, said } = await audited(folder);
  expect(code).toBe(1);
  expect(said['copies']).toMatchObject({ unlike: [{ copy: newest.name, is: 'missing' }] });
});

test('a folder that is away is named as not compared, and is no fault', async () => {
  const folder = folderOfOne();
  const { copies } = made;
  renameSync(copies, `${copies}-unplugged`);
  try {
    const { code, err, said } = await audited(folder);
    expect(code).toBe(0);
    expect(err).toBe(`desk: copies in ${copies} were not compared: it cannot be read now.\n`);
    expect(said['copies']).toEqual({ compared: 0, agreesTo: 0, unlike: [], away: [copies] });
  } finally {
    renameSync(`${copies}-unplugged`, copies);
  }
});

test.each<[string, { madeAt: string; entries: number }, boolean]>([
  ['made before it, and longer: it was left', { madeAt: '10:30', entries: 80 }, true],
  ['made after it: the journal has to know it', { madeAt: '13:00', entries: 80 }, false],
  ['shorter, and as old as what was restored', { madeAt: '09:00', entries: 40 }, false],
  ['shorter, and younger: of an earlier branch', { madeAt: '11:00', entries: 40 }, true],
  ['the restored one itself', { madeAt: '10:01', entries: 50 }, false],
])('a copy is of a branch that was left: %s', (_, { madeAt, entries }, left) => {
  const at = (time: string) => `2026-03-03T${time}:00.000Z`;
  const restores = [{ at: at('12:00'), entries: 50, reaches: at('10:00') }];
  expect(ofLeftBranch({ madeAt: at(madeAt), entries }, restores)).toBe(left);
  expect(ofLeftBranch({ madeAt: at(madeAt), entries }, [])).toBe(false);
});
