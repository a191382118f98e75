import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountedRows, desk, importFolder, recordedCalls } from './import-folder.ts';
import {
  DECC_HEADER,
  deccFile,
  deccRow,
  fileOf,
  montgomeryRow,
  ucpdFile,
  ucpdRow,
} from './invented-exports.ts';

const numbered = (n: number) => deccRow({ Master_Incident_Number: `31-${n}` });

describe('importing again', () => {
  test('adds nothing', async () => {
    const folder = importFolder();
    const file = deccFile(...Array.from({ length: 1_200 }, (_, i) => numbered(i)));
    expect((await folder.import(file)).report).toMatchObject({ rows: 1_200, imported: 1_200 });
    expect(recordedCalls(folder.data)).toHaveLength(1_200);
    const { report, code } = await folder.import(file);
    expect(report).toMatchObject({ rows: 1_200, imported: 0, alreadyKnown: 1_200, changed: [] });
    expect(code).toBe(0);
    expect(recordedCalls(folder.data)).toHaveLength(1_200);
  });

  test('finishes an import that was cut short, and takes what a longer file adds', async () => {
    const folder = importFolder();
    await folder.import(deccFile(numbered(1), numbered(2)));
    const { report } = await folder.import(deccFile(numbered(1), numbered(2), numbered(3)));
    expect(report).toMatchObject({ imported: 1, alreadyKnown: 2 });
  });

  test('knows a call again although the export has its columns in another order', async () => {
    const folder = importFolder();
    await folder.import(deccFile(deccRow()));
    const turned = [DECC_HEADER, deccRow().split(',')].map((row) => row.toReversed().join(','));
    const { report } = await folder.import(fileOf(turned));
    expect(report).toMatchObject({ alreadyKnown: 1, changed: [] });
  });

  test('a known call that reads differently is reported and left as it was', async () => {
    const folder = importFolder();
    await folder.import(deccFile(deccRow(), numbered(2)));
    const { report, code } = await folder.import(
      deccFile(
        deccRow({ Problem: 'OVERDOSE ALS', Disposition: 'X' }),
        deccRow({ Call_Taker: 'TC-9' }),
      ),
    );
    expect(code).toBe(1);
    expect(report).toMatchObject({ imported: 0, alreadyKnown: 0 });
    expect(report.changed).toEqual([
      {
        line: 2,
        why: 'the call is already known and differs in rawType, disposition; it was left as it is',
      },
      {
        line: 3,
        why: 'the call is already known and differs in a column that is not kept; it was left as it is',
      },
    ]);
    expect(recordedCalls(folder.data)).toHaveLength(2);
  });

  test('one file may repeat a row and contradict itself', async () => {
    const { report } = await importFolder().import(
      ucpdFile(ucpdRow(), ucpdRow(), ucpdRow({ type: 'Theft' }), ucpdRow()),
    );
    expect(report).toMatchObject({ rows: 4, imported: 1, duplicates: 2, rejected: [] });
    expect(report.changed.map(({ line }) => line)).toEqual([4]);
  });
});

describe('the call-type table', () => {
  test('is laid down with the first import, and an edit of it reaches calls already imported', async () => {
    const folder = importFolder();
    const file = deccFile(
      deccRow({ Problem: 'HOME VISIT' }),
      deccRow({ Problem: 'OVERDOSE ALS', Master_Incident_Number: '31-9' }),
    );
    const first = await folder.import(file);
    expect(first.report).toMatchObject({
      byCallType: { OTHER: 1, OVERDS: 1 },
      unmappedTypes: [{ rawType: 'HOME VISIT', count: 1 }],
    });
    expect(first.err).toContain('1 call types match no line of');

    appendFileSync(
      join(folder.data, 'call-types.csv'),
      'home visit*,WELBNG,asked for by the center\n',
    );
    const again = await folder.import(file);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.report).toMatchObject({
      imported: 0,
      alreadyKnown: 2,
      retyped: 1,
      byCallType: { OVERDS: 1, WELBNG: 1 },
      unmappedTypes: [],
    });
    const third = await folder.import(file);
    expect(third.report).toMatchObject({ alreadyKnown: 2, retyped: 0 });
    const route = JSON.parse((await desk('route', '--data', folder.data)).out) as object;
    expect(route).toMatchObject({ calls: 2, behavioral: 2 });
    expect((await desk('audit', '--data', folder.data)).code).toBe(0);
  });

  test('a broken one stops the import, naming line and remedy; nothing is written', async () => {
    const folder = importFolder();
    const table = folder.put('pattern,call_type\nx,OTHER\ny,NOPE\n', 'table.csv');
    const file = folder.put(deccFile(deccRow()));
    const ran = await desk('import', file, '--data', folder.data, '--table', table);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(
      `${table}, line 3: the policy has no call type "NOPE". Use one of MHDIST,`,
    );
  });

  test('another one can be named, as a spreadsheet saves it', async () => {
    const folder = importFolder();
    const table = folder.put(
      '\ufeffpattern,call_type,note\r\n"*health, or*",MHDIST,\r\n',
      'mine.csv',
    );
    const { report } = await folder.import(
      deccFile(deccRow({ Problem: 'HEALTH, OR NOT' })),
      '--table',
      table,
    );
    expect(report).toMatchObject({ byCallType: { MHDIST: 1 }, callTypeTable: table });
  });
});

test('whatever the bytes, every row is imported or reported, and twice adds nothing', async () => {
  const junk = fc.oneof(
    fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
    fc
      .string({ unit: fc.constantFrom('"', ',', 'a', '\n', '\r', ' '), maxLength: 20 })
      .map((text) => Buffer.from(text)),
    fc
      .constantFrom(montgomeryRow({ lat: '41' }), montgomeryRow({ stamp: '?' }))
      .map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(junk, { maxLength: 8 }), async (pieces) => {
      const folder = importFolder();
      const file = fileOf([montgomeryRow(), ...pieces]);
      const { report } = await folder.import(file, '--preset', 'montgomery');
      expect(accountedRows(report)).toBe(report.rows);
      expect(report.imported).toBeGreaterThan(0);
      const lines = [...report.rejected, ...report.changed].map(({ line }) => line);
      expect(new Set(report.rejected.map(({ line }) => line)).size).toBe(report.rejected.length);
      for (const line of lines)
        expect(line).toBeLessThanOrEqual(file.toString('latin1').split(/\n|\r/).length);
      const again = await folder.import(file, '--preset', 'montgomery');
      expect(again.report.imported).toBe(0);
      expect(again.report.rejected).toEqual(report.rejected);
      expect(recordedCalls(folder.data)).toHaveLength(report.imported);
    }),
    { numRuns: 60 },
  );
});

test('good rows survive any broken lines between them', async () => {
  const broken = fc.string({ unit: fc.constantFrom('"', ',', 'a', '\r', ' ', 'é'), maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(broken, { minLength: 1, maxLength: 5 }), async (lines) => {
      const rows = lines.flatMap((line, i) => [numbered(i), line]);
      const { report } = await importFolder().import(deccFile(...rows, numbered(99)));
      expect(report.imported).toBe(lines.length + 1);
    }),
    { numRuns: 60 },
  );
});

test('the table in the data folder is left as its editor saved it', async () => {
  const folder = importFolder();
  await folder.import(deccFile(deccRow()));
  const table = join(folder.data, 'call-types.csv');
  writeFileSync(table, 'pattern,call_type\n*,OTHER\n');
  await folder.import(deccFile(numbered(5)));
  expect(readFileSync(table, 'utf8')).toBe('pattern,call_type\n*,OTHER\n');
});
