import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { desk } from '../import/import-folder.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  temporaryFolder,
} from '../support/desk-at-work.ts';
import { rawConnection } from '../support/tampering.ts';
import { auditStore } from '#db/audit-store.ts';
import { openDatabase } from '#db/open-database.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { copyManifest } from '#shared/copies/copy-manifest.ts';

/** A center with an open incident; made once. */
let made: string;
beforeAll(() => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  atWork.desk.close();
  made = atWork.folder;
});

/** The same for one test, and a folder for its copies. */
function folders() {
  const place = temporaryFolder();
  cpSync(made, join(place, 'data'), { recursive: true });
  return { folder: join(place, 'data'), target: join(place, 'copies') };
}

test('a copy is made beside a running console: whole, described, and on the record', async () => {
  const { folder, target } = folders();
  const atWork = openAtWork(folder);
  const head = atWork.desk.journal.head();
  writeFileSync(join(folder, 'person-salt'), `${'ab'.repeat(32)}\n`);
  const { code, out, err } = await desk('backup', '--data', folder, '--to', target);
  expect(code).toBe(0);
  const made = JSON.parse(out) as Record<string, unknown>;
  expect(Object.keys(made).sort()).toEqual(
    'bytes center encrypted entries file head ms owing reaches recorded sameDisk schema sha256 verified'.split(
      ' ',
    ),
  );
  expect(made).toMatchObject({ entries: head, verified: true, encrypted: false, recorded: true });
  expect(made).toMatchObject({
    center: 'Test Center',
    bytes: statSync(made['file'] as string).size,
  });
  // The tests have one disk.
  expect(err).toContain('is on the same disk');

  const [store, described, salt, ...more] = readdirSync(target)
    .sort((a, b) => a.length - b.length)
    .reverse()
    .sort();
  expect(more).toEqual([]);
  expect(
    [store, described, salt].every((file) => (statSync(join(target, file!)).mode & 0o077) === 0),
  ).toBe(true);
  const manifest = copyManifest.parse(
    JSON.parse(readFileSync((made['file'] as string).replace('.sqlite', '.json'), 'utf8')),
  );
  expect(manifest).toMatchObject({ number: 1, why: 'command-line', sha256: made['sha256'] });
  expect(manifest.beside.map(({ file }) => file)).toEqual(['person-salt']);

  const copy = openDatabase(made['file'] as string, { readonly: true });
  expect(auditStore(copy)).toMatchObject({ events: head, chain: 'intact', equal: true });
  copy.close();
  // The console goes on, and finds in its journal what was done beside it.
  openedIncident(atWork, atWork.as('Dana'));
  const entries = [...atWork.desk.journal.entriesAfter(head)];
  expect(entries[0]).toMatchObject({
    by: 'desk',
    event: { type: 'copy.made', entries: head, why: 'command-line', folder: target },
  });
  atWork.desk.close();
});

test('the next copy of the same store has the next number, and another name', async () => {
  const { folder, target } = folders();
  for (const number of [1, 2, 3]) {
    const { out } = await desk('backup', '--data', folder, '--to', target);
    const { file } = JSON.parse(out) as { file: string };
    expect(JSON.parse(readFileSync(file.replace('.sqlite', '.json'), 'utf8'))).toMatchObject({
      number,
    });
  }
  expect(readdirSync(target).filter((file) => file.endsWith('.sqlite'))).toHaveLength(3);
});

test.each<[string, (target: string) => void, string]>([
  ['a file', (target) => writeFileSync(target, ''), 'is not a folder. Name a folder.'],
  [
    'a folder in a place that is not there',
    () => {},
    'is not there. Plug the disk in or connect the share',
  ],
])('%s as a target is unusable, and nothing is left there', async (what, prepare, why) => {
  const { folder, target } = folders();
  const to = what === 'a file' ? target : join(target, 'deeper');
  prepare(target);
  const { code, out, err } = await desk('backup', '--data', folder, '--to', to);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(why);
});

test('names with spaces and letters of other languages are names, and a folder nobody can make is said', async () => {
  const { folder, target } = folders();
  const place = join(temporaryFolder(), 'Große Straße 7');
  mkdirSync(place);
  const { out } = await desk('backup', '--data', folder, '--to', join(place, 'Kopien für später'));
  const { file, entries } = JSON.parse(out) as { file: string; entries: number };
  const restored = await desk('restore', file, '--data', join(place, 'Daten'));
  expect(JSON.parse(restored.out)).toMatchObject({ restored: true, entries });
  const nowhere = await desk('restore', file, '--data', join(target, 'not', 'there'));
  expect(nowhere).toMatchObject({ code: 2, out: '' });
  expect(nowhere.err).toContain('is not there. Plug the disk in or connect the share');
});

test('the data folder itself takes no copies, by whatever name', async () => {
  const { folder, target } = folders();
  symlinkSync(folder, target);
  for (const to of [folder, target]) {
    const { code, out, err } = await desk('backup', '--data', folder, '--to', to);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('is the data folder itself. Name a folder on another disk.');
  }
  expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is said', async () => {
  const { folder, target } = folders();
  mkdirSync(target);
  chmodSync(target, 0o500);
  const { code, err } = await desk('backup', '--data', folder, '--to', target);
  chmodSync(target, 0o700);
  expect(code).toBe(2);
  expect(err).toContain('may not be written');
});

test('a store that is not whole is copied nowhere, and what is wrong is named', async () => {
  const { folder, target } = folders();
  const db = rawConnection(folder);
  db.exec(`DROP TRIGGER journal_never_changes;
    UPDATE journal SET body = replace(body, 'Test Center', 'Best Center') WHERE seq = 2`);
  db.close();
  const { code, out, err } = await desk('backup', '--data', folder, '--to', target);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ file: null, verified: false });
  expect(err).toContain('Entry 2 does not match its seal');
  expect(readdirSync(target)).toEqual([]);
});

test('nothing, an empty file and a link are no stores to copy', async () => {
  const folder = temporaryFolder();
  const target = join(temporaryFolder(), 'copies');
  const none = await desk('backup', '--data', folder, '--to', target);
  expect(none).toMatchObject({ code: 2, out: '' });
  expect(none.err).toContain('holds no CareDesk journal');
  writeFileSync(join(folder, DATABASE_FILE), '');
  const empty = await desk('backup', '--data', folder, '--to', target);
  expect(empty).toMatchObject({ code: 2, out: '' });
  expect(empty.err).toContain('holds no CareDesk journal');
  writeFileSync(join(folder, DATABASE_FILE), 'not a store at all'.repeat(500));
  const other = await desk('backup', '--data', folder, '--to', target);
  expect(other).toMatchObject({ code: 2, out: '' });
  expect(other.err).toContain('is encrypted, or not a CareDesk journal');
});

test('a link that somebody put where the copy is to be is not followed', async () => {
  const { folder, target } = folders();
  mkdirSync(target);
  const bystander = join(temporaryFolder(), 'somebody-elses');
  writeFileSync(bystander, 'theirs');
  const { out } = await desk('backup', '--data', folder, '--to', target);
  const { file } = JSON.parse(out) as { file: string };
  // The same second again would take this name.
  for (const link of [`${file.replace('.sqlite', '-2.sqlite')}.part`]) symlinkSync(bystander, link);
  truncateSync(file, 0);
  await desk('backup', '--data', folder, '--to', target);
  expect(readFileSync(bystander, 'utf8')).toBe('theirs');
});
