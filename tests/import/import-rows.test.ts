import { describe, expect, test } from 'vitest';
import { importFolder, accountedRows } from './import-folder.ts';
import {
  deccFile,
  deccRow,
  DECC_HEADER,
  fileOf,
  montgomeryRow,
  ucpdFile,
  ucpdRow,
  type DeccColumn,
} from './invented-exports.ts';

/** Imports one row between two good ones and tells what became of it. */
async function fateOf(file: (row: string | Buffer) => Buffer, row: string | Buffer) {
  const { report, code } = await importFolder().import(file(row));
  expect(accountedRows(report)).toBe(report.rows);
  const [rejected] = report.rejected;
  expect(code).toBe(rejected === undefined ? 0 : 1);
  return rejected === undefined ? `imported of ${report.rows}: ${report.imported}` : rejected.why;
}

const BEFORE: Partial<Record<DeccColumn, string>> = { Master_Incident_Number: '31-000090' };
const AFTER: Partial<Record<DeccColumn, string>> = { Master_Incident_Number: '31-000091' };
const decc = (call: Partial<Record<DeccColumn, string>>) =>
  fateOf((row) => deccFile(deccRow(BEFORE), row, deccRow(AFTER)), deccRow(call));
const ucpd = (call: Parameters<typeof ucpdRow>[0]) =>
  fateOf((row) => ucpdFile(ucpdRow({ number: 'A' }), row, ucpdRow({ number: 'B' })), ucpdRow(call));
const montgomery = (call: Parameters<typeof montgomeryRow>[0]) =>
  fateOf(
    (row) => fileOf([montgomeryRow({ lat: '40.2' }), row, montgomeryRow({ lat: '40.3' })]),
    montgomeryRow(call),
  );

describe('DECC', () => {
  test.each<[string, Partial<Record<DeccColumn, string>>]>([
    ['NULL for what never happened', { Incident_Arrival_Time: 'NULL', Final_Closed_Time: 'NULL' }],
    [
      'a unit that cleared before it arrived',
      {
        Incident_Arrival_Time: '2031-05-06 10:20:00.000',
        TimeFirstCallCleared: '2031-05-06 10:10:00.000',
        Time_To_Queue: '-600',
      },
    ],
    ['a call that was opened again', { First_Reopen_Time: '2031-05-06 11:00:00.000' }],
    ['a call over midnight', { Final_Closed_Time: '2031-05-07 00:15:00.000' }],
    ['no record number', { Master_Incident_Number: '' }],
    ['a formula, a script, a query', { Problem: `=CMD()|' <b>x</b>'; DROP TABLE journal;--` }],
    ['huge numbers in columns that are not read', { Time_To_Queue: '9'.repeat(400) }],
    [
      'closed before received in the hour that comes twice',
      {
        Incident_Start_Time: '2031-11-02 01:50:00.000',
        Final_Closed_Time: '2031-11-02 01:05:00.000',
      },
    ],
  ])('takes %s', async (_, call) => {
    expect(await decc(call)).toBe('imported of 3: 3');
  });

  test.each<[Partial<Record<DeccColumn, string>>, string]>([
    [{ Incident_Start_Time: 'NULL' }, 'Incident_Start_Time is empty'],
    [{ Incident_Start_Time: '2031-05-06 24:15:00.000' }, 'Incident_Start_Time has hour 24'],
    [{ Incident_Start_Time: '-10:05' }, 'Incident_Start_Time is not a time'],
    [{ Problem: 'NULL' }, 'Problem is empty'],
    [{ Problem: ' \n ' }, 'Problem is empty'],
    [{ Problem: 'x'.repeat(1024 * 1024) }, 'Problem is 1048576 characters long, at most 200 fit'],
    [{ Problem: 'bell \u0007' }, 'Problem holds a control character'],
    [
      { Final_Closed_Time: '2031-05-06 09:59:59.000' },
      'Final_Closed_Time is before Incident_Start_Time',
    ],
    [{ Final_Closed_Time: '2031-05-06 25:10:00.000' }, 'Final_Closed_Time has hour 25'],
    [{ Incident_Arrival_Time: '2031-05-06 24:10:00.000' }, 'Incident_Arrival_Time has hour 24'],
    [{ Incident_Dispatch_Time: 'soon' }, 'Incident_Dispatch_Time is not a time'],
    [{ Priority_Number: '9'.repeat(65) }, 'Priority_Number is 65 characters long, at most 64 fit'],
  ])('reports %j', async (call, why) => {
    expect(await decc(call)).toContain(why);
  });

  test('columns are found by name, wherever they stand and however often others repeat', async () => {
    const order = [...DECC_HEADER].toReversed();
    const values = deccRow().split(',').toReversed();
    const text = [
      ['Extra', ...order, 'Extra'].join(','),
      ['00:01:02', ...values, 'NULL'].join(','),
    ].join('\n');
    const { report } = await importFolder().import(text);
    expect(report).toMatchObject({
      imported: 1,
      received: { from: '2031-05-06T10:00:00' },
      byCallType: { MHDIST: 1 },
      columns: { count: DECC_HEADER.length + 2, repeated: ['Extra'] },
    });
  });
});

describe('University of Chicago police', () => {
  test('the column "Date" is the type; line breaks in it are blanks', async () => {
    const { report } = await importFolder().import(
      ucpdFile(
        ucpdRow({ type: 'Mental Health\nTransport' }),
        ucpdRow({ type: 'No such\nwords', number: '2' }),
      ),
    );
    expect(report).toMatchObject({
      byCallType: { MHTRNS: 1, OTHER: 1 },
      unmappedTypes: [{ rawType: 'No such words', count: 1 }],
      received: { from: '2025-03-04T14:13' },
    });
  });

  test('a comment over several lines does not shift the line numbers after it', async () => {
    const file = ucpdFile(
      ucpdRow({ comments: 'one\ntwo\r\nthree' }),
      ucpdRow({ reported: 'Void' }),
    );
    const { report } = await importFolder().import(file);
    expect(report.rejected).toEqual([
      { line: 5, why: 'the exporting center marked this row as void' },
    ]);
  });

  test.each<[Parameters<typeof ucpdRow>[0], string]>([
    [{ type: 'VOID', reported: 'VOID' }, 'void'],
    [{ reported: '4/4/2022 9:30' }, 'Reported is not a time'],
    [{ reported: '3/4/1999 1:00 PM' }, 'Reported has the year 1999'],
    [{ reported: '3/4/77 1:00 PM' }, 'Reported has the two-digit year 77'],
    [{ location: 'y'.repeat(301) }, 'Location is 301 characters long'],
  ])('reports %j', async (call, why) => {
    expect(await ucpd(call)).toContain(why);
  });

  test('a comment of a megabyte, which is not kept, is no reason to refuse a call', async () => {
    expect(await ucpd({ comments: 'z'.repeat(1024 * 1024) })).toBe('imported of 3: 3');
  });
});

describe('Montgomery County', () => {
  test.each<[Parameters<typeof montgomeryRow>[0], string]>([
    [{ lat: '91' }, 'lat is outside −90 to 90 degrees'],
    [{ lng: '-180.5' }, 'lng is outside −180 to 180 degrees'],
    [{ lat: '1e400' }, 'lat is not a coordinate'],
    [{ lat: '4000000000000' }, 'lat is not a coordinate'],
    [{ stamp: '2031-01-15 24:01' }, 'timeStamp has hour 24'],
    [{ title: '' }, 'title is empty'],
  ])('reports %j', async (call, why) => {
    expect(await montgomery(call)).toContain(why);
  });

  test('takes a place that is not known', async () => {
    expect(await montgomery({ lat: '', lng: '', twp: '', addr: '' })).toBe('imported of 3: 3');
  });

  test('the same row twice is one call; a file with a header is read like one without', async () => {
    const folder = importFolder();
    const first = await folder.import(fileOf([montgomeryRow(), montgomeryRow()]));
    expect(first.report).toMatchObject({ rows: 2, imported: 1, duplicates: 1 });
    const again = await folder.import(
      fileOf(['lat,lng,title,timeStamp,twp,addr', montgomeryRow()]),
    );
    expect(again.report).toMatchObject({ rows: 1, alreadyKnown: 1, imported: 0 });
  });
});

describe('bytes that are no text', () => {
  const latin1 = Buffer.from(ucpdRow({ location: 'Café', number: 'L' }), 'latin1');

  test('a row that is not UTF-8 is reported by its column, the others are taken', async () => {
    const { report } = await importFolder().import(
      ucpdFile(ucpdRow(), latin1, ucpdRow({ number: 'C' })),
    );
    expect(report).toMatchObject({
      imported: 2,
      rejected: [{ line: 3, why: 'Location is not UTF-8 text' }],
      encoding: { rowsNotUtf8: 1 },
    });
  });

  test('a zero byte is reported by its column', async () => {
    expect(await decc({ Disposition: 'RE\0Report' })).toBe('Disposition holds a zero byte');
  });

  test('a byte order mark, CR LF and bare CR are only remarked on', async () => {
    const bom = Buffer.from([0xef, 0xbb, 0xbf]);
    const rows = [DECC_HEADER.join(','), deccRow(), deccRow({ Master_Incident_Number: '31-2' })];
    const windows = await importFolder().import(Buffer.concat([bom, fileOf(rows, '\r\n')]));
    expect(windows.report).toMatchObject({
      imported: 2,
      rejected: [],
      encoding: { byteOrderMark: true, lineEnd: 'LF' },
    });
    const quoted = fileOf([`"${DECC_HEADER[0]}",${DECC_HEADER.slice(1).join(',')}`, deccRow()]);
    const marked = await importFolder().import(Buffer.concat([bom, quoted]));
    expect(marked.report).toMatchObject({ imported: 1, rejected: [] });
    const old = await importFolder().import(fileOf(rows, '\r'));
    expect(old.report).toMatchObject({ imported: 2, encoding: { lineEnd: 'CR' } });
  });
});

describe('shapes that are no rows', () => {
  test('ragged rows are reported with their width', async () => {
    const short = deccRow().split(',').slice(0, -3).join(',');
    const { report } = await importFolder().import(
      deccFile(short, `${deccRow()},x`, deccRow(AFTER)),
    );
    expect(report.imported).toBe(1);
    expect(report.rejected).toEqual([
      {
        line: 2,
        why: `has ${DECC_HEADER.length - 3} columns where the header names ${DECC_HEADER.length}`,
      },
      {
        line: 3,
        why: `has ${DECC_HEADER.length + 1} columns where the header names ${DECC_HEADER.length}`,
      },
    ]);
  });

  test('an unclosed quote costs its line and nothing after it', async () => {
    const { report } = await importFolder().import(
      deccFile(deccRow(BEFORE), '31-1,"oops', deccRow(), deccRow(AFTER)),
    );
    expect(report).toMatchObject({
      rows: 4,
      imported: 3,
      rejected: [{ line: 3, why: 'a quote is opened and never closed' }],
    });
  });

  test('a header and no rows is an import of nothing; blank lines are no rows', async () => {
    const { report, code } = await importFolder().import(deccFile('', ''));
    expect([code, report.rows, report.remarks]).toEqual([
      0,
      0,
      ['Blank lines, which are no rows: 2.'],
    ]);
  });

  test('no reason repeats what a person may have said', async () => {
    const secret = 'Jane Doe 12 Elm St';
    const { report, err } = await importFolder().import(
      deccFile(
        deccRow({ Incident_Start_Time: secret }),
        deccRow({ Problem: `${secret}\u0007` }),
        deccRow({ Final_Closed_Time: `2031-05-06 ${secret}` }),
        `${secret},${secret}`,
        Buffer.from(`${secret}\xe9`, 'latin1'),
      ),
    );
    expect(report.rejected).toHaveLength(5);
    expect(JSON.stringify(report.rejected) + err).not.toMatch(/Jane|Elm/);
  });
});
