import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { desk } from './import-folder.ts';
import { csv, LEAST, mappedFolder } from './mapped-exports.ts';

const AT = '2031-05-06 10:00';

describe('how a file is written', () => {
  test('semicolons, Windows letters and the day first', async () => {
    const folder = mappedFolder();
    const bytes = Buffer.from(
      'Nr;Eingang;Ort;Beschr.\r\n7;06.05.2031 22:07;"Caf\xe9; 1\xb0 Etage";\x84psychisch\x93 \x80\r\n',
      'latin1',
    );
    const { report } = await folder.map(bytes, {
      id: 'west',
      title: 'An invented center',
      file: { delimiter: ';', encoding: 'windows-1252' },
      times: { formats: ['DD.MM.YYYY HH:mm'] },
      recordNumber: { column: 'Nr' },
      received: { column: 'Eingang' },
      type: { columns: ['Beschr.'] },
      address: { columns: ['Ort'] },
    });
    expect(report).toMatchObject({ rows: 1, imported: 1, preset: 'west', rejected: [] });
    expect(folder.calls()).toMatchObject([
      {
        receivedLocal: '2031-05-06T22:07',
        rawType: '„psychisch“ €',
        address: 'Café; 1° Etage',
      },
    ]);
  });

  test('no header, day and time apart, tabs, lines before', async () => {
    const folder = mappedFolder();
    const { report } = await folder.map(
      'Report of the week\n"made by, hand"\n1\t5/6/26\t10:07:08 PM\tX\n2\t5/6/26\t\tX\n',
      {
        ...LEAST,
        file: {
          delimiter: '\t',
          linesBefore: 2,
          header: false,
          columns: ['No', 'Day', 'Time', 'What'],
        },
        times: { formats: ['M/D/YY h:mm:ss A'] },
        received: { columns: ['Day', 'Time'] },
        type: { columns: ['What'] },
      },
    );
    expect(folder.calls().map(({ receivedLocal }) => receivedLocal)).toEqual([
      '2026-05-06T22:07:08',
    ]);
    expect(report.rejected).toEqual([{ line: 4, why: 'Day and Time is empty' }]);
    expect(report.columns.header).toBe(false);
  });

  test('a header with one name twice can be called otherwise', async () => {
    const mapping = { ...LEAST, type: { columns: ['What'] } };
    const file = csv('No,Call,What,What', `1,${AT},A,B`);
    const twice = await mappedFolder().tryMap(file, JSON.stringify(mapping));
    expect(twice).toMatchObject({ code: 2, out: '' });
    expect(twice.err).toContain('columns that are read stand there twice: What');
    const folder = mappedFolder();
    await folder.map(file, { ...mapping, file: { columns: ['No', 'Call', 'First', 'What'] } });
    expect(folder.calls()).toMatchObject([{ rawType: 'B' }]);
  });

  test('line breaks inside quotes, a spreadsheet’s numbers, a megabyte and zero bytes', async () => {
    const folder = mappedFolder();
    const rows = [
      '1,"52357.5","two\nlines, ""quoted""",60.5',
      `2,52357.5,"${'z'.repeat(1024 * 1024)}",60.5`,
      '3,52357.5,\0,60.5',
      '4,52357.5,x,1176000.5',
    ];
    const { report } = await folder.map(csv('No,Call,What,Lat', ...rows.map((row) => row)), {
      ...LEAST,
      times: { formats: ['excel-serial'] },
      type: { columns: ['What'] },
      latitude: { column: 'Lat' },
      longitude: { column: 'Lat' },
    });
    expect(folder.calls()).toMatchObject([
      { rawType: 'two lines, "quoted"', receivedLocal: '2043-05-06T12:00:00' },
    ]);
    expect(report.rejected.map(({ why }) => why)).toEqual([
      'What is 1048576 characters long, at most 200 fit',
      'What holds a zero byte',
      'Lat is not a coordinate in degrees (projected ones have to be exported as WGS84)',
    ]);
  });
});

describe('a mapping that cannot be used', () => {
  const refused = async (mapping: unknown, file = csv('No,Call', `1,${AT}`)) => {
    const folder = mappedFolder();
    const text = typeof mapping === 'string' ? mapping : JSON.stringify(mapping);
    const ran = await folder.tryMap(file, text);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(existsSync(folder.data), 'nothing is written').toBe(false);
    return ran.err;
  };

  test.each<[string, unknown, string]>([
    ['no JSON', '{"id": "x",\n', 'map.json, line 1: “{” is never closed'],
    ['a member twice', '{"id": "x", "id": "y"}', 'the member “id” stands twice in one object'],
    [
      'a member of no meaning',
      { ...LEAST, arived: {} },
      '$.arived: “arived” is no member of a mapping.',
    ],
    [
      'a prototype',
      `{"__proto__": {}, "id": "x"}`,
      '$.__proto__: “__proto__” is no member of a mapping.',
    ],
    ['no received time', { ...LEAST, received: undefined }, '$.received: “received” is missing.'],
    [
      'a code that is none',
      { ...LEAST, outcome: { column: 'No', values: [{ when: ['x'], is: 'gone' }] } },
      '$.outcome.values[0].is: “is” may be “no-contact”,',
    ],
    [
      'a format that is none',
      { ...LEAST, times: { formats: ['YYYY-MM-DD hh:mm'] } },
      '$.times.formats[0]: The format “YYYY-MM-DD hh:mm” needs h and A together',
    ],
    [
      'a zone that is none',
      { ...LEAST, times: { zone: 'Mars/Base' } },
      '$.times.zone: “Mars/Base” is no time zone',
    ],
    [
      'two sources',
      { ...LEAST, outcome: { column: 'No', always: 'refused' } },
      '$.outcome: It says more than once',
    ],
    [
      'words with two meanings',
      {
        ...LEAST,
        backUp: {
          column: 'No',
          values: [
            { when: ['A'], is: 'yes' },
            { when: ['a'], is: 'no' },
          ],
        },
      },
      '$.backUp.values[1].when[0]: The same words already mean yes.',
    ],
    [
      'a response of another center',
      { ...LEAST, response: { always: 'cahoots' } },
      '$.response.always: This center has no response “cahoots”. Use one of police, ems,',
    ],
    [
      'a column the file lacks',
      { ...LEAST, arrived: { column: 'Calls' } },
      'export.csv, line 1: the file has no column "Calls". Nearest names: "Calls" may be "Call".',
    ],
  ])('%s', async (_, mapping, said) => {
    expect(await refused(mapping)).toContain(said);
  });

  test('the wrong separator is guessed at', async () => {
    expect(await refused(LEAST, 'No;Call\n')).toContain('set "file": "delimiter"');
  });

  test('a mapping and a preset are one too many', async () => {
    const folder = mappedFolder();
    const ran = await folder.tryMap('x', JSON.stringify(LEAST), '--preset', 'decc');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('both --map and --preset');
    const none = await desk(
      'import',
      folder.put('x'),
      '--data',
      folder.data,
      '--map',
      '/nowhere/x',
    );
    expect(none.err).toContain('there is no such file');
  });
});
