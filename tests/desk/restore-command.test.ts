import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { desk } from '../import/import-folder.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { openDatabase } from '#db/open-database.ts';
import { SCHEMA_VERSION } from '#db/migrations/migrate.ts';
import { auditStore } from '#db/audit-store.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { finishRestore } from '#main/desk/copies/finish-restore.ts';

interface Copied {
  /** The data folder; nobody works in it. */
  readonly folder: string;
  readonly copy: string;
  /** Entries of the copy, and of the store that went on after it. */
  readonly head: number;
  readonly later: number;
}

/** A copy with one open incident, and a store that went on after it; made once. */
let made: Copied;
beforeAll(async () => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  writeFileSync(join(atWork.folder, 'person-salt'), `${'ab'.repeat(32)}\n`);
  const head = atWork.desk.journal.head();
  const target = join(temporaryFolder(), 'copies');
  const { out } = await desk('backup', '--data', atWork.folder, '--to', target);
  atWork.pass(10);
  openedIncident(atWork, atWork.as('Dana'));
  const later = atWork.desk.journal.head();
  atWork.desk.close();
  made = { folder: atWork.folder, copy: (JSON.parse(out) as { file: string }).file, head, later };
});

/** The same for one test, to do with what it likes. */
function copied(): Copied {
  const place = temporaryFolder();
  cpSync(made.folder, join(place, 'data'), { recursive: true });
  cpSync(dirname(made.copy), join(place, 'copies'), { recursive: true });
  const copy = join(place, 'copies', basename(made.copy));
  return { ...made, folder: join(place, 'data'), copy };
}

const open = (folder: string) => openAtWork(folder, '2026-03-03T19:00:00.000Z');
const answer = (out: string) => JSON.parse(out) as Record<string, unknown>;
const entriesOf = (atWork: DeskAtWork) => [...atWork.desk.journal.entriesAfter(0)];

test('a copy is restored: the store before is kept, and what it lacks is said', async () => {
  const { folder, copy, head, later } = copied();
  const newer = later - head;
  const { code, out, err } = await desk('restore', copy, '--data', folder);
  expect([code, err]).toEqual([0, expect.stringContaining(`${newer} entries of the store, since`)]);
  const said = answer(out);
  expect(Object.keys(said).sort()).toEqual(
    `asMade center copy data entries former head ms newestCall openIncidents present reaches restored
     schema stayShredded verified`.split(/\s+/),
  );
  expect(said).toMatchObject({
    restored: true,
    verified: true,
    entries: head,
    openIncidents: 1,
    present: { entries: head + newer, newer, sameStore: true, branched: false },
  });

  const former = join(folder, said['former'] as string);
  const before = openDatabase(former, { readonly: true });
  expect(auditStore(before)).toMatchObject({ events: head + newer, chain: 'intact', equal: true });
  before.close();

  const again = open(folder);
  const entries = entriesOf(again);
  expect(entries).toHaveLength(head + 1);
  expect(entries.at(-1)).toMatchObject({
    by: 'desk',
    position: 'command line',
    event: { type: 'copy.restored', entries: head, newer, former: said['former'] },
  });
  expect(auditStore(again.desk.db)).toMatchObject({ chain: 'intact', equal: true });
  again.desk.close();
  expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([said['former']]);
});

test('a rehearsal counts and changes nothing, also while the console runs', async () => {
  const { folder, copy, head, later } = copied();
  const atWork = open(folder);
  const { code, out } = await desk('restore', copy, '--data', folder, '--dry-run');
  expect(code).toBe(0);
  expect(answer(out)).toMatchObject({
    restored: false,
    entries: head,
    openIncidents: 1,
    present: { newer: later - head },
    former: null,
  });
  expect(atWork.desk.journal.head()).toBe(later);
  openedIncident(atWork, atWork.as('Dana'));
  atWork.desk.close();
  expect(readdirSync(folder).sort()).toEqual([DATABASE_FILE, 'person-salt']);
});

test('while somebody works in the folder nothing is restored', async () => {
  const { folder, copy } = copied();
  const atWork = open(folder);
  const { code, out, err } = await desk('restore', copy, '--data', folder);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('Close CareDesk there, then restore. Nothing was changed.');
  openedIncident(atWork, atWork.as('Dana'));
  atWork.desk.close();
});

test('on a new computer the folder is made, with all that belongs to the store', async () => {
  const { copy, head } = copied();
  const fresh = join(temporaryFolder(), 'data');
  const { code, out } = await desk('restore', copy, '--data', fresh);
  expect(code).toBe(0);
  expect(answer(out)).toMatchObject({ entries: head, present: null, former: null });
  expect(readFileSync(join(fresh, 'person-salt'), 'utf8')).toContain('abab');
  const again = open(fresh);
  expect(again.desk.journal.head()).toBe(head + 1);
  again.desk.close();
});

test('a store that is damaged is replaced, and kept with its last commits', async () => {
  const { folder, copy, head } = copied();
  const file = join(folder, DATABASE_FILE);
  writeFileSync(file, 'scribbled over '.repeat(1000));
  writeFileSync(`${file}-wal`, 'and its commits');
  const { code, out } = await desk('restore', copy, '--data', folder);
  expect(code).toBe(0);
  const { former } = answer(out) as { former: string };
  expect(answer(out)).toMatchObject({ present: 'unreadable', entries: head });
  expect(readFileSync(join(folder, former), 'utf8')).toContain('scribbled over');
  expect(readFileSync(join(folder, `${former}-wal`), 'utf8')).toBe('and its commits');
  const again = open(folder);
  expect(again.desk.journal.head()).toBe(head + 1);
  again.desk.close();
});

test('the copy of another center takes --anyway', async () => {
  const { copy } = copied();
  const other = openAtWork(temporaryFolder(), '2026-03-04T08:00:00.000Z');
  const admin = { name: 'Bo', passphrase: 'battery staple' };
  const center = { name: 'Lake County', psapId: 'LAKE-1', timeZone: 'America/Chicago' };
  other.do({ operator: null, focus: null }, 'center.set-up', { ...center, admin, accounts: [] });
  const head = other.desk.journal.head();
  other.desk.close();
  const refused = await desk('restore', copy, '--data', other.folder);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('is a copy of another store (Test Center)');
  const kept = other.reopen();
  expect(kept.desk.journal.head()).toBe(head);
  kept.desk.close();
  const meant = await desk('restore', copy, '--data', other.folder, '--anyway');
  expect(meant.code).toBe(0);
  expect(answer(meant.out)).toMatchObject({ present: { sameStore: false, newer: head } });
});

test('of a branch that was left, a copy says so', async () => {
  const { folder, copy, head } = copied();
  const later = answer((await desk('backup', '--data', folder, '--to', dirname(copy))).out);
  await desk('restore', copy, '--data', folder);
  const { out } = await desk('restore', later['file'] as string, '--data', folder, '--dry-run');
  // The store in force has one entry of its own: that it was restored.
  expect(answer(out)).toMatchObject({ present: { entries: head + 1, newer: 1, branched: true } });
});

/** Each says why it cannot be restored, with 1 where it is a copy that is not whole. */
const BAD: readonly [string, (copy: string) => string, 1 | 2, string][] = [
  ['no file', (copy) => `${copy}x`, 2, 'is not there'],
  ['a folder', (copy) => dirname(copy), 2, 'is a folder'],
  [
    'a link',
    (copy) => {
      const link = join(temporaryFolder(), 'caredesk.sqlite');
      symlinkSync(copy, link);
      return link;
    },
    2,
    'is a link to somewhere else',
  ],
  [
    'an empty file',
    (copy) => {
      truncateSync(copy, 0);
      return copy;
    },
    1,
    'is empty',
  ],
  [
    'half a file',
    (copy) => {
      truncateSync(copy, 40_000);
      return copy;
    },
    1,
    'its digest differs',
  ],
  [
    'half a file without a manifest',
    (copy) => {
      rmSync(copy.replace('.sqlite', '.json'));
      truncateSync(copy, 81_920);
      return copy;
    },
    1,
    'damaged',
  ],
  [
    'another kind of file',
    (copy) => {
      const other = join(dirname(copy), 'letter.txt');
      writeFileSync(other, 'Dear center, '.repeat(2000));
      return other;
    },
    2,
    'is no CareDesk store',
  ],
  [
    'an empty database',
    () => {
      const other = join(temporaryFolder(), 'other.sqlite');
      const db = openDatabase(other);
      db.exec('CREATE TABLE recipes (name TEXT)');
      db.close();
      return other;
    },
    2,
    'holds no CareDesk journal',
  ],
  [
    'a copy with a changed entry',
    (copy) => {
      const db = openDatabase(copy);
      db.exec(`DROP TRIGGER journal_never_changes;
        UPDATE journal SET body = replace(body, 'Test Center', 'Best Center')`);
      db.close();
      rmSync(copy.replace('.sqlite', '.json'));
      return copy;
    },
    1,
    'Entry 2 does not match its seal',
  ],
  [
    'a copy without the secret that belongs to it',
    (copy) => {
      rmSync(copy.replace('.sqlite', '.person-salt'));
      return copy;
    },
    1,
    'person-salt is missing beside it',
  ],
  [
    'a copy with another secret',
    (copy) => {
      writeFileSync(copy.replace('.sqlite', '.person-salt'), 'cd'.repeat(32));
      return copy;
    },
    1,
    'person-salt beside it was changed',
  ],
  [
    'a copy with one flipped bit',
    (copy) => {
      const bytes = readFileSync(copy);
      bytes[bytes.length - 100_000]! ^= 1;
      writeFileSync(copy, bytes);
      return copy;
    },
    1,
    'its digest differs',
  ],
  [
    'a copy whose manifest is damaged',
    (copy) => {
      const manifest = copy.replace('.sqlite', '.json');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('{', '['));
      return copy;
    },
    1,
    'cannot be understood. Nothing was changed. Take another copy; if there is none, move that file away',
  ],
  [
    'a copy whose manifest speaks of another one',
    (copy) => {
      const manifest = copy.replace('.sqlite', '.json');
      writeFileSync(
        manifest,
        readFileSync(manifest, 'utf8').replace(/"entries":\d+/, '"entries":7'),
      );
      return copy;
    },
    1,
    'its manifest speaks of another one',
  ],
  [
    'a copy of a newer CareDesk',
    (copy) => {
      const db = openDatabase(copy);
      db.pragma(`user_version = ${SCHEMA_VERSION + 10}`);
      db.close();
      rmSync(copy.replace('.sqlite', '.json'));
      return copy;
    },
    2,
    'was written by a newer CareDesk',
  ],
];

test.each(BAD)('%s is not restored, and the store stays as it is', async (_, spoil, code, why) => {
  const { folder, copy, later } = copied();
  const named = spoil(copy);
  const ran = await desk('restore', named, '--data', folder);
  expect([ran.code, ran.out === '']).toEqual([code, code === 2]);
  expect(ran.err).toContain(why);
  expect(ran.err.trim().split('\n')).toHaveLength(1);
  const again = open(folder);
  expect(again.desk.journal.head()).toBe(later);
  again.desk.close();
  expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([]);
});

test('a data folder whose store is a link is not restored into', async () => {
  const { folder, copy } = copied();
  const linked = temporaryFolder();
  symlinkSync(join(folder, DATABASE_FILE), join(linked, DATABASE_FILE));
  const ran = await desk('restore', copy, '--data', linked);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('is not a file of its own');
});

/** What a killed restore leaves, step by step, once it is decided. */
const LEFT: readonly [string, (folder: string) => void][] = [
  ['decided and nothing else', () => {}],
  [
    'the store before has its second name',
    (folder) =>
      copyFileSync(join(folder, DATABASE_FILE), join(folder, `${DATABASE_FILE}.${FORMER}`)),
  ],
  [
    'the copy is in force and the secret is not',
    (folder) => {
      copyFileSync(join(folder, DATABASE_FILE), join(folder, `${DATABASE_FILE}.${FORMER}`));
      copyFileSync(join(folder, PLACE, DATABASE_FILE), join(folder, DATABASE_FILE));
      rmSync(join(folder, PLACE, DATABASE_FILE));
    },
  ],
];
const FORMER = 'before-restore-2026-03-03-190000';
const PLACE = 'restoring-1-abcdef';

test.each(LEFT)('a restore cut short is finished by the next start: %s', async (_, leave) => {
  const { folder, copy, head, later } = copied();
  mkdirSync(join(folder, PLACE));
  copyFileSync(copy, join(folder, PLACE, DATABASE_FILE));
  writeFileSync(join(folder, PLACE, 'person-salt'), `${'cd'.repeat(32)}\n`);
  leave(folder);
  const decided = { place: PLACE, former: FORMER, files: [DATABASE_FILE, 'person-salt'] };
  writeFileSync(join(folder, 'restore-decided.json'), JSON.stringify(decided));

  const again = open(folder);
  expect(again.desk.journal.head()).toBe(head);
  again.desk.close();
  expect(readFileSync(join(folder, 'person-salt'), 'utf8')).toContain('cdcd');
  const kept = openDatabase(join(folder, `${DATABASE_FILE}.${FORMER}`), { readonly: true });
  expect(kept.prepare('SELECT COUNT(*) FROM journal').pluck().get()).toBe(later);
  kept.close();
  expect(existsSync(join(folder, PLACE))).toBe(false);
  expect(existsSync(join(folder, 'restore-decided.json'))).toBe(false);
});

test('a decision that names other places is refused, and nothing is moved', () => {
  const folder = temporaryFolder();
  const decided = { place: '../elsewhere', former: FORMER, files: ['../../passwd'] };
  writeFileSync(join(folder, 'restore-decided.json'), JSON.stringify(decided));
  expect(() => finishRestore(folder)).toThrow();
  expect(readdirSync(folder).sort()).toEqual(['in-use', 'restore-decided.json']);
});
