import { expect, test } from 'vitest';
import { desk } from './import-folder.ts';
import { csv, mappedFolder } from './mapped-exports.ts';
import { ucpdFile, ucpdRow } from './invented-exports.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import { readMapping } from '#shared/intake-file/mapping.ts';

async function suggested(bytes: Uint8Array | string) {
  const folder = mappedFolder();
  const ran = await desk('import', folder.put(bytes, 'County calls 2031.csv'), '--suggest-map');
  const mapping = JSON.parse(ran.out) as Mapping;
  expect(readMapping(mapping)).toHaveProperty('mapping');
  return { ...ran, mapping, folder };
}

test('a first mapping can be imported as it stands, and says what to look at', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => {
    const minute = String(n).padStart(2, '0');
    const outcome = ['Gone on arrival', 'Remained in community', 'Arrest', 'Something else'][n % 4];
    const there = n % 4 === 0 ? '00:00' : `14:${minute}`;
    return `C-${n};${(n % 28) + 1}.05.2031;13:${minute};13:${minute};${there};"Suicidal; ${n % 3}";Caf\xe9;${outcome};Roe`;
  });
  const bytes = Buffer.from(
    csv(
      'Report of May',
      'Case No;Call date;Call time;Dispatched;Arrived;Problem;Location;Outcome;Last name',
      ...rows,
    ),
    'latin1',
  );
  const { mapping, code, err, folder } = await suggested(bytes);
  expect(code).toBe(0);
  expect(mapping).toMatchObject({
    id: 'county-calls-2031',
    file: { delimiter: ';', encoding: 'windows-1252', linesBefore: 1 },
    recordNumber: { column: 'Case No' },
    received: { columns: ['Call date', 'Call time'], formats: ['D.M.YYYY H:mm'] },
    dispatched: { column: 'Dispatched' },
    arrived: { column: 'Arrived', midnight: 'unknown-unless-near' },
    type: { columns: ['Problem'] },
    address: { columns: ['Location'] },
    outcome: { column: 'Outcome' },
  });
  for (const said of ['Arrived is 00:00 in 25 of 100 rows', 'Something else', 'Last name'])
    expect(err).toContain(said);
  const { report } = await folder.map(bytes, mapping);
  expect(report).toMatchObject({
    rows: 40,
    imported: 40,
    rejected: [],
    outcomes: { 'no-contact': 10, services: 10, 'escalated-police-ems': 10 },
    unmapped: { Outcome: [{ value: 'Something else', count: 10 }] },
    times: { dispatched: { known: 40 }, arrived: { known: 30, sentinel: 10 } },
  });
});

test('what cannot be guessed is left to be named', async () => {
  const { mapping, code } = await suggested(ucpdFile(ucpdRow(), ucpdRow({ number: '25-2' })));
  expect(code).toBe(1);
  expect(mapping).toMatchObject({ received: { column: 'Reported' }, type: { always: 'CALL' } });
  const none = await suggested('a,b\nx,y\n');
  expect(none.code).toBe(1);
  expect(none.mapping.received).toEqual({ column: 'NAME THE COLUMN' });
});

test('no header, and day and month either way round', async () => {
  const { mapping, err } = await suggested(csv('17,3/4/2031 10:00,Fire', '18,5/6/2031 11:00,EMS'));
  expect(mapping).toMatchObject({
    file: { header: false, columns: ['column 1', 'column 2', 'column 3'] },
    received: { column: 'column 2', formats: ['M/D/YYYY H:mm'] },
  });
  expect(err).toContain('could be either way round');
});

test('looking at a file is not importing it', async () => {
  const folder = mappedFolder();
  const file = folder.put('a,b\n1,2\n');
  const ran = await desk('import', file, '--suggest-map', '--data', folder.data);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect((await desk('import', '/nowhere/at-all.csv', '--suggest-map')).err).toContain(
    'no such file',
  );
});
