import { mkdirSync, existsSync, statSync, writeFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { desk, importFolder, temporaryFolder } from '../import/import-folder.ts';
import { deccFile, deccRow, fileOf, ucpdFile, ucpdRow } from '../import/invented-exports.ts';
import { Progress } from '#main/cli/progress.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { openDesk } from '#main/desk/open-desk.ts';

describe('arguments that cannot be used end with 2, say why, and print nothing', () => {
  test.each<[string[], string]>([
    [
      [],
      'no command is given. Use one of import, route, call-types, areas, directory, street-table, place, install-screener, audit, audit-key, backup, restore',
    ],
    [['imprt'], 'there is no command "imprt"'],
    [['toString'], 'there is no command "toString"'],
    [['import', '--data', 'd'], 'FILE is missing. Usage: desk import FILE --data DIR'],
    [['import', 'f.csv'], '--data is missing'],
    [['import', 'f.csv', '--data', ''], 'an argument is empty'],
    [['import', 'f.csv', 'g.csv', '--data', 'd'], '"g.csv" is one argument too many'],
    [['import', 'f.csv', '--data', 'd', '--force'], "Unknown option '--force'"],
    [['import', 'f.csv', '--data'], "Option '--data <value>' argument missing"],
    [['import', '/no/such/file.csv', '--data', 'd'], '/no/such/file.csv: there is no such file'],
    [['route', '--data', '/no/such/folder'], '/no/such/folder holds no CareDesk journal'],
    [['audit', '--data', '/no/such/folder'], 'the first import into a folder creates it'],
  ])('%j', async (args, why) => {
    const ran = await desk(...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(why);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
  });

  test('a store of a newer CareDesk, a database of another program and an empty file stay as they are', async () => {
    const stores = {
      newer: (db: BetterSqlite3.Database) => db.exec('PRAGMA user_version = 99990'),
      theirs: (db: BetterSqlite3.Database) => db.exec('CREATE TABLE theirs (a)'),
    };
    for (const [name, make] of Object.entries(stores)) {
      const folder = temporaryFolder();
      const db = new BetterSqlite3(join(folder, DATABASE_FILE));
      make(db);
      db.close();
      for (const command of ['audit', 'route', 'replay', 'call-types']) {
        const ran = await desk(command, '--data', folder);
        expect(ran, `${name}: ${command}`).toMatchObject({ code: 2, out: '' });
        expect(ran.err, `${name}: ${command}`).not.toContain('..');
        if (name === 'newer') expect(ran.err).toContain('schema 99990');
      }
      const after = new BetterSqlite3(join(folder, DATABASE_FILE));
      const tables = after.prepare('SELECT name FROM sqlite_schema').pluck().all();
      after.close();
      expect(tables, name).toEqual(name === 'newer' ? [] : ['theirs']);
    }
    const empty = temporaryFolder();
    writeFileSync(join(empty, DATABASE_FILE), '');
    for (const command of ['audit', 'route', 'call-types']) {
      const ran = await desk(command, '--data', empty);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain('holds no CareDesk journal');
    }
    expect(statSync(join(empty, DATABASE_FILE)).size).toBe(0);
  });

  test('help is an answer', async () => {
    for (const args of [['help'], ['--help'], ['help', 'import'], ['import', '--help']]) {
      const ran = await desk(...args);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toContain('desk import FILE --data DIR');
    }
  });
});

describe('files that cannot be imported leave no data folder behind', () => {
  const utf16 = Buffer.from('\ufeffa,b\n', 'utf16le');
  test.each<[string, Buffer | string, string[], string]>([
    ['empty', '', [], 'the file is empty'],
    ['only blank lines', '\n\n', [], 'holds no row of text'],
    ['UTF-16', utf16, [], 'the file is UTF-16. Save it as CSV UTF-8'],
    ['no header', fileOf([deccRow()]), [], 'line 1: is none of the known exports'],
    [
      'the wrong preset',
      ucpdFile(ucpdRow()),
      ['--preset', 'decc'],
      'missing columns: Master_Incident',
    ],
    ['an unknown preset', ucpdFile(ucpdRow()), ['--preset', 'lapd'], 'there is no preset "lapd"'],
    ['binary', Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 37) % 256)), [], 'line 1'],
    ['a missing table', deccFile(deccRow()), ['--table', '/no/table.csv'], '/no/table.csv'],
  ])('%s', async (_, bytes, options, why) => {
    const folder = importFolder();
    const file = folder.put(bytes);
    const ran = await desk('import', file, '--data', folder.data, ...options);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(why);
    expect(existsSync(folder.data)).toBe(false);
  });

  test('a folder instead of a file, a file instead of a folder', async () => {
    const folder = importFolder();
    const swapped = await desk('import', folder.folder, '--data', folder.data);
    expect(swapped).toMatchObject({ code: 2 });
    expect(swapped.err).toContain('it is not a file. Name the CSV file itself.');
    const file = folder.put(deccFile(deccRow()));
    const ran = await desk('import', file, '--data', file);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(`${file} is not a folder`);
    const inside = await desk('import', file, '--data', join(file, 'deeper', 'still'));
    expect(inside).toMatchObject({ code: 2, out: '' });
    expect(inside.err).toContain('cannot be opened');
  });
});

describe('audit', () => {
  async function imported() {
    const folder = importFolder();
    await folder.import(deccFile(deccRow()));
    await folder.import(deccFile(deccRow({ Master_Incident_Number: '31-2' })));
    return { ...folder, database: join(folder.data, DATABASE_FILE) };
  }

  test('an import leaves an unbroken chain and boards that follow from it', async () => {
    const { data } = await imported();
    const { code, out, err } = await desk('audit', '--data', data);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ events: 2, chain: 'intact', equal: true });
  });

  test('a changed entry breaks the chain there', async () => {
    const { data, database } = await imported();
    tamper(
      database,
      `DROP TRIGGER journal_never_changes;
       UPDATE journal SET body = replace(body, 'POLICE', 'EMS') WHERE seq = 2`,
    );
    const { code, out, err } = await desk('audit', '--data', data);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ chain: { brokenAt: 2 } });
    expect(err).toContain('the chain is broken');
  });

  test('an entry that is no longer JSON breaks the chain, and the audit still answers', async () => {
    const { data, database } = await imported();
    tamper(
      database,
      `DROP TRIGGER journal_never_changes; UPDATE journal SET body = '{' WHERE seq = 1`,
    );
    const { code, out } = await desk('audit', '--data', data);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      chain: { brokenAt: 1 },
      projections: [],
      equal: false,
      rebuild: expect.stringContaining('cannot be rebuilt'),
    });
  });

  test('a changed board is noticed', async () => {
    const { data, database } = await imported();
    tamper(database, `UPDATE board_past_calls SET call_type = 'OTHER'`);
    const { code, out, err } = await desk('audit', '--data', data);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ chain: 'intact', equal: false });
    expect(err).toContain('board_past_calls does not follow');
  });

  test('creates nothing where there is no journal, and is not thrown by one that is damaged', async () => {
    const folder = temporaryFolder();
    expect((await desk('audit', '--data', folder)).code).toBe(2);
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(false);

    const { data, database } = await imported();
    truncateSync(database, 9_000);
    const damaged = await desk('audit', '--data', data);
    expect(damaged.code).toBe(1);
    expect(JSON.parse(damaged.out)).toMatchObject({ events: null, equal: false });
    writeFileSync(database, 'not a database at all, not even nearly');
    const ran = await desk('audit', '--data', data);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('not a CareDesk journal');
  });
});

test('with --into queue a new call also waits to be answered, once', async () => {
  const folder = importFolder();
  const file = folder.put(deccFile(deccRow(), deccRow({ Master_Incident_Number: '31-2' })));
  for (const calls of [2, 2]) {
    const { code } = await desk('import', file, '--data', folder.data, '--into', 'queue');
    expect(code).toBe(0);
    const opened = openDesk({ folder: folder.data });
    const waiting = waitingCalls(opened.db);
    opened.close();
    expect(waiting).toHaveLength(calls);
    expect(waiting.map(({ source, number }) => [source, number]).sort()).toEqual([
      ['imported', 1],
      ['imported', 2],
    ]);
  }
  const other = await desk('import', file, '--data', folder.data, '--into', 'bin');
  expect(other).toMatchObject({ code: 2, out: '' });
});

test('route says so when nothing is imported yet, which is no failure', async () => {
  const folder = importFolder();
  await folder.import(deccFile());
  const { code, out, err } = await desk('route', '--data', folder.data);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ calls: 0, byLevel: { L4: 0 } });
  expect(err).toContain('No calls are imported yet');
});

test('relative paths start where the command was typed', async () => {
  const ran = await desk('import', 'no-such-export.csv', '--data', 'd');
  expect(ran.err).toMatch(/^\/.*no-such-export\.csv: there is no such file/);
});

test('an import tells the person the first reasons, and its answer all of them', async () => {
  const rows = Array.from({ length: 5 }, () => deccRow({ Incident_Start_Time: 'NULL' }));
  const { code, report, err } = await importFolder().import(deccFile(...rows));
  expect([code, report.rejected.length]).toEqual([1, 5]);
  expect(err.match(/Incident_Start_Time is empty/g)).toHaveLength(3);
  expect(err).toContain('5 of 5 rows were rejected');
});

describe('progress', () => {
  function shown(isTTY: boolean) {
    let now = 0;
    let text = '';
    const sink = { isTTY, columns: 60, write: (piece: string) => (text += piece) };
    const progress = new Progress(sink, 'import week.csv', () => now);
    for (let i = 1; i <= 50; i += 1) {
      now += 90;
      progress.show(i, 50, `${i * 10} rows`);
    }
    progress.clear();
    return text;
  }

  test('redraws one line where a person looks, and takes it away', () => {
    const text = shown(true);
    expect(text).toContain('\rimport week.csv [############............]  52 %');
    expect(text).not.toContain('\n');
    expect(text.endsWith('\r\u001B[K')).toBe(true);
    for (const line of text.split('\r')) expect(line.length).toBeLessThan(60 + 4);
  });

  test('writes a plain line every two seconds into a log', () => {
    expect(shown(false)).toBe('import week.csv: 46 %, 230 rows\nimport week.csv: 92 %, 460 rows\n');
  });
});

function tamper(database: string, sql: string): void {
  mkdirSync(join(database, '..'), { recursive: true });
  const db = new BetterSqlite3(database);
  db.exec(sql);
  db.close();
}
