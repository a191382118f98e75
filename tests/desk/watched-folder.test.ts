import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { centerAtWork, temporaryFolder, type DeskAtWork } from '../support/desk-at-work.ts';
import { INVENTED_MAPPING, mappingSaved } from '../support/import-examples.ts';
import { settledFiles, type SeenFile } from '#main/intake/folder-scan.ts';
import { keepLines } from '#main/intake/keep-lines.ts';
import { putAside } from '#main/intake/put-aside.ts';
import { takeFile } from '#main/intake/take-file.ts';
import { watchedFolder } from '#main/intake/watched-folder.ts';
import type { WatchedFolderSetting } from '#shared/intake-line/line-setting.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };

let atWork: DeskAtWork;
let folder: string;
let stop: (() => Promise<void>) | null = null;
beforeEach(() => {
  atWork = centerAtWork();
  folder = join(temporaryFolder(), 'inbox');
  mkdirSync(folder);
});
afterEach(async () => {
  await stop?.();
  stop = null;
  atWork.desk.close();
});

function lineOn(changes: Partial<WatchedFolderSetting> = {}): IntakeLineId {
  const { made } = atWork.do(atWork.as('Sam'), 'intake-line.set', {
    lineId: null,
    name: 'Exports',
    on: true,
    setting: { kind: 'watched-folder', folder, takes: 'csv', mapping: null, ...changes },
  });
  return made as IntakeLineId;
}

function keep(): void {
  const lines = keepLines(atWork.desk, { 'watched-folder': watchedFolder });
  stop = () => lines.stop();
}

const put = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
const lies = (...parts: string[]) => existsSync(join(folder, ...parts));
const waiting = () => atWork.do(atWork.as('Sam'), 'import.view', {}).waiting;
const standing = (lineId: IntakeLineId) => atWork.desk.intake.standings.of(lineId);
const pastCalls = () => atWork.do(atWork.as('Sam'), 'past.summary', {}).calls;
const until = (so: () => boolean) =>
  vi.waitFor(() => {
    if (!so()) throw new Error('not yet');
  }, PATIENCE);

const CALLS = 'No,Call,Kind\n1,2031-05-06 10:00,A\n2,2031-05-06 10:01,B\n';

describe('a CSV file', () => {
  test('is taken by an approved mapping and lies in done afterwards', async () => {
    const lineId = lineOn({ mapping: mappingSaved(atWork) });
    keep();
    put('may.csv', CALLS);
    await until(() => lies('done', 'may.csv'));
    expect(lies('may.csv')).toBe(false);
    expect(pastCalls()).toBe(2);
    expect(standing(lineId)).toMatchObject({ now: { state: 'taking', at: folder }, updates: 1 });
    put('may.csv', CALLS);
    await until(() => lies('done', 'may-1.csv'));
    expect(pastCalls()).toBe(2);
    expect(standing(lineId)).toMatchObject({ known: 1, refused: 0 });
  });

  test('waits for a person without one, and is put aside once they took it', async () => {
    mappingSaved(atWork);
    lineOn();
    keep();
    put('may.csv', CALLS);
    await until(() => waiting().length === 1);
    expect(waiting()).toMatchObject([{ name: 'may.csv', lineName: 'Exports' }]);
    expect(pastCalls()).toBe(0);
    const sam = atWork.as('Sam');
    atWork.do(sam, 'import.choose-waiting', { waitingId: waiting()[0]!.waitingId });
    await until(() => {
      const looked = atWork.do(sam, 'import.view', {}).chosen?.looked;
      const hash = typeof looked === 'object' && 'hash' in looked ? looked.hash : 'a'.repeat(64);
      return atWork.desk.answer('import.begin', { hash }, sam).ok;
    });
    await until(() => lies('done', 'may.csv'));
    expect(pastCalls()).toBe(2);
    expect(waiting()).toEqual([]);
  });

  test('that does not fit its mapping is refused, with the reason beside it', async () => {
    const lineId = lineOn({ mapping: mappingSaved(atWork) });
    keep();
    put('other.csv', 'a,b\nSomebody,1 Example St\n');
    const reason = join(folder, 'refused', 'other.csv.why.txt');
    await until(() => existsSync(reason) && readFileSync(reason, 'utf8') !== '');
    const why = readFileSync(reason, 'utf8');
    expect(why).toContain('the file has no column');
    expect(why).not.toMatch(/Somebody|Example St/);
    expect(standing(lineId)).toMatchObject({ refused: 1 });
  });
});

test('a folder that is not there is said to be missing, and is taken from as soon as it is', async () => {
  rmSync(folder, { recursive: true });
  const lineId = lineOn({ mapping: mappingSaved(atWork) });
  keep();
  await until(() => standing(lineId).now.state === 'failed');
  expect(standing(lineId).now).toMatchObject({
    because: expect.stringContaining('There is no folder') as string,
  });
  mkdirSync(folder);
  put('may.csv', CALLS);
  await until(() => lies('done', 'may.csv'));
  expect(standing(lineId).now.state).toBe('taking');
});

describe('a scan', () => {
  const scan = async (before: ReadonlyMap<string, SeenFile> = new Map()) =>
    settledFiles(folder, before);
  const names = (files: readonly SeenFile[]) => files.map(({ name }) => name);

  test('finds a file settled when nothing of it changed since the one before', async () => {
    put('a.json', '{');
    put('b.json.tmp', '{}');
    put('.hidden', '{}');
    const first = await scan();
    expect(names(first.settled)).toEqual([]);
    appendFileSync(join(folder, 'a.json'), '}');
    const second = await scan(first.seen);
    expect(names(second.settled)).toEqual([]);
    renameSync(join(folder, 'b.json.tmp'), join(folder, 'b.json'));
    const third = await scan(second.seen);
    expect(names(third.settled)).toEqual(['a.json']);
    expect(names((await scan(third.seen)).settled).sort()).toEqual(['a.json', 'b.json']);
  });

  test('refuses links, also to a file that is harmless, and leaves folders alone', async () => {
    const outside = join(temporaryFolder(), 'secret.csv');
    writeFileSync(outside, CALLS);
    symlinkSync(outside, join(folder, 'link.csv'));
    mkdirSync(join(folder, 'sub'));
    const { refused, settled } = await scan((await scan()).seen);
    expect(settled).toEqual([]);
    expect(refused).toMatchObject([{ file: { name: 'link.csv' }, reason: 'no-plain-file' }]);
    await putAside(folder, refused[0]!.file, { refused: 'no-plain-file', why: refused[0]!.why });
    expect(existsSync(outside)).toBe(true);
    expect(readdirSync(join(folder, 'refused')).sort()).toEqual(['link.csv', 'link.csv.why.txt']);
  });
});

describe('EIDO and ALI files', () => {
  const seenFile = async (name: string) =>
    (await settledFiles(folder, new Map())).seen.get(join(folder, name))!;
  const taken = async (name: string, takes: 'eido' | 'ali', mapping: string | null = null) => {
    const lineId = lineOn({ takes, mapping });
    const line = atWork.desk.intake.lines().find((each) => each.lineId === lineId)!;
    const setting = line.setting as WatchedFolderSetting;
    return takeFile({ file: await seenFile(name), line, setting, desk: atWork.desk });
  };

  test.each([
    ['nothing', '', 'eido'],
    ['no JSON', 'Somebody at 1 Example St', 'eido'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'eido'],
    ['an unknown document', '{"a":1}', 'eido'],
    ['no record', 'Somebody at 1 Example St', 'ali'],
    ['nothing', '', 'ali'],
  ] as const)('%s is refused with a reason that repeats nothing', async (_what, text, takes) => {
    put('x.dat', text);
    const head = atWork.desk.journal.head() + 1;
    const fate = await taken('x.dat', takes);
    expect(fate).toMatchObject({ refused: expect.any(String) as string });
    expect(JSON.stringify(fate)).not.toMatch(/Somebody|Example St/);
    // The line itself is the one entry.
    expect(atWork.desk.journal.head()).toBe(head);
  });

  test('a file that was exchanged since the scan is left for the next one', async () => {
    put('x.json', '{}');
    const lineId = lineOn({ takes: 'eido' });
    const line = atWork.desk.intake.lines().find((each) => each.lineId === lineId)!;
    const file = await seenFile('x.json');
    put('x.json', '{"more": 1}');
    const setting = line.setting as WatchedFolderSetting;
    expect(await takeFile({ file, line, setting, desk: atWork.desk })).toBe('later');
  });

  test('one that is too large is refused unread', async () => {
    put('x.json', '{}');
    const lineId = lineOn({ takes: 'eido' });
    const line = atWork.desk.intake.lines().find((each) => each.lineId === lineId)!;
    const setting = line.setting as WatchedFolderSetting;
    const file = { ...(await seenFile('x.json')), size: 9 * 1024 * 1024 };
    expect(await takeFile({ file, line, setting, desk: atWork.desk })).toMatchObject({
      refused: 'too-large',
    });
  });
});

test('the mapping of these tests is the one the examples keep', () => {
  expect(mappingSaved(atWork)).toBe(INVENTED_MAPPING.id);
});
