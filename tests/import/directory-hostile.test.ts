import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INVENTED_DIRECTORY } from '../support/directory-examples.ts';
import { textOfBytes } from '#main/desk/directory/directory-file.ts';
import { exportCsv, exportJson } from '#main/desk/directory/export-directory.ts';
import { directoryHash, readDirectory } from '#main/desk/directory/read-directory.ts';
import type { DirectoryContent } from '#shared/directory/rows.ts';

function readJson(text: string) {
  return readDirectory([{ name: 'a.json', text }], null, 2026);
}

function readCsv(files: Readonly<Record<string, string>>) {
  const all = Object.entries(files).map(([name, text]) => ({ name, text }));
  return readDirectory(all, null, 2026);
}

function first(reading: ReturnType<typeof readJson>) {
  expect(reading.content).toBeNull();
  return reading.read.faults.list[0];
}

const ORGANIZATIONS = 'id,name,description\no1,Corner Church,Invented\n';
const SERVICES = 'id,organization_id,name,status\ns1,o1,Pantry,active\n';

describe('JSON that is none', () => {
  test.each([
    ['', 1, 'empty'],
    ['{"id": "x"\n"name": 1}', 2, 'no JSON'],
    ['[{"id":"a"', 1, 'no JSON'],
    ['null', 1, 'nothing the standard knows'],
    ['[]', 1, 'holds no service'],
    ['"service"', 1, 'nothing the standard knows'],
    ['[[[]]]', 1, 'nothing the standard knows'],
  ])('%s', (text, row, why) => {
    expect(first(readJson(text))).toMatchObject({
      file: 'a.json',
      row,
      why: expect.stringContaining(why),
    });
  });

  test('a hundred thousand brackets are refused, not followed', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(first(readJson(deep))?.why).toContain('deeper than 16 levels');
    const inside = JSON.stringify([{ ...INVENTED_DIRECTORY[0], more: 0 }]).replace(
      '"more":0',
      `"more":${deep}`,
    );
    expect(first(readJson(inside))?.why).toContain('deeper than 16 levels');
  });

  test('a member that is called like the root of every object is only a member', () => {
    const text = JSON.stringify(INVENTED_DIRECTORY[2]).replace(
      '"id"',
      '"__proto__":{"polluted":"yes"},"id"',
    );
    const { content } = readJson(text);
    expect(content?.service?.[0]?.['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    [{ minimum_age: 1e6 }, 'nobody’s'],
    [{ minimum_age: 30, maximum_age: 20 }, 'nobody could come'],
    [{ minimum_age: 'adult' }, 'no number'],
    [{ status: 'open' }, 'the standard knows only active'],
    [{ description: ['a'] }, 'wants one value'],
    [{ name: ' ' }, 'has no name'],
    [{ id: '' }, 'no id'],
    [{ assured_date: '31.12.2025' }, 'no date'],
    [{ schedules: [{ id: 's', opens_at: '25:00' }] }, 'no time of a day'],
    [{ phones: [{ id: 'p', number: '' }] }, 'has no number'],
    [{ phones: ['312'] }, 'is no object'],
    [{ organization_id: 'nobody' }, 'there is none'],
  ])('a service with %j', (change, why) => {
    const service = { ...INVENTED_DIRECTORY[2], organization: undefined, ...change };
    const reading = readJson(JSON.stringify([INVENTED_DIRECTORY[0], service]));
    expect(first(reading)).toMatchObject({ row: 2, why: expect.stringContaining(why) });
  });

  test('a number no computer holds is no number', () => {
    const text = JSON.stringify([{ ...INVENTED_DIRECTORY[2], minimum_age: 7 }]).replace(
      ':7',
      ':1e999',
    );
    expect(first(readJson(text))?.why).toContain('no number');
  });

  test('one id for two things that differ', () => {
    const [a, b] = INVENTED_DIRECTORY;
    const text = JSON.stringify([a, { ...b, id: a?.id }]);
    expect(first(readJson(text))).toMatchObject({
      row: 2,
      why: expect.stringContaining('“crisis-line” is there twice with another name'),
    });
  });
});

describe('CSV that is none', () => {
  test.each([
    [{ 'services.csv': '' }, 1, 'empty'],
    [{ 'services.csv': 'id,name\n"a,b\n' }, 2, 'never closed'],
    [{ 'services.csv': 'id,id,name\na,b,c\n' }, 1, 'there twice'],
    [{ 'prices.csv': 'product,price\nsoap,2\n' }, 1, 'no table of a directory'],
    [{ 'line.csv': 'id,name\nx,soap\n' }, 1, 'no table of a directory'],
    [
      { 'organizations.csv': `id,name,description\no1,${'x'.repeat(1_000_001)},y\n` },
      2,
      'no value of a directory is that long',
    ],
    [
      { 'organizations.csv': ORGANIZATIONS, 'services.csv': `${SERVICES}s2,o1,B\0d,active\n` },
      3,
      'zero byte',
    ],
    [
      { 'organizations.csv': ORGANIZATIONS, 'services.csv': `${SERVICES}s2,o9,B,active\n` },
      3,
      'organization “o9”',
    ],
    [
      { 'organizations.csv': ORGANIZATIONS, 'services.csv': `${SERVICES}s1,o1,B,active\n` },
      3,
      'on row 2 already',
    ],
    [
      { 'organizations.csv': ORGANIZATIONS, 'services.csv': `${SERVICES}s2,,B,active\n` },
      3,
      'no organization_id',
    ],
    [{ 'organizations.csv': ORGANIZATIONS, 'services.csv': `${SERVICES}s2,o1,B\n` }, 3, '3 fields'],
  ])('%j', (files, row, why) => {
    const reading = readCsv(files);
    expect(reading.content).toBeNull();
    expect(reading.read.faults.list).toContainEqual(
      expect.objectContaining({ row, why: expect.stringContaining(why) }),
    );
  });

  test('the row of a fault is where the record begins, also after cells of several lines', () => {
    const services = `${SERVICES}s2,o1,"Two\nlines\nlong",active\ns3,o9,C,active\n`;
    expect(
      first(readCsv({ 'organizations.csv': ORGANIZATIONS, 'services.csv': services })),
    ).toMatchObject({
      file: 'services.csv',
      row: 6,
    });
  });

  test('thousands of faults are counted, and the first ones told', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `x${at},nobody,N,active`).join('\n');
    const { read } = readCsv({
      'organizations.csv': ORGANIZATIONS,
      'services.csv': `${SERVICES}${rows}\n`,
    });
    expect(read.faults.count).toBe(3000);
    expect(read.faults.list.length).toBe(500);
  });

  test('a file that is none of a directory does not spoil the others', () => {
    const { read, content } = readCsv({
      'organizations.csv': ORGANIZATIONS,
      'services.csv': SERVICES,
      'prices.csv': 'product,price\nsoap,2\n',
    });
    expect(content?.service?.length).toBe(1);
    expect(read.warnings.list[0]).toMatchObject({ file: 'prices.csv', row: 1 });
  });
});

test('bytes that are no text are said to be none', () => {
  expect(textOfBytes(Buffer.from('Zo\u00eb', 'latin1'))).toMatchObject({
    why: expect.stringContaining('not UTF-8'),
  });
  expect(textOfBytes(Buffer.from('\ufeffid', 'utf16le'))).toMatchObject({
    why: expect.stringContaining('UTF-16'),
  });
  expect(textOfBytes(Buffer.from('Zo\u00eb'))).toBe('Zo\u00eb');
});

test('members the standard does not know are kept, and come back in both formats', () => {
  const service = { ...INVENTED_DIRECTORY[2], x_pets: 'dogs', x_list: [1, { a: 'b' }] };
  const { content } = readJson(JSON.stringify([service]));
  const json = exportJson(content ?? {});
  expect(JSON.parse(json.files[0]?.text ?? '')[0]).toMatchObject({
    x_pets: 'dogs',
    x_list: [1, { a: 'b' }],
  });
  const services = exportCsv(content ?? {}).files.find(({ name }) => name === 'services.csv');
  expect(services?.text.split('\r\n')[0]).toMatch(/,x_list,x_pets$/);
  expect(services?.text).toContain('dogs');
});

const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => {
  return (
    text.trim() === text &&
    text !== '' &&
    !text.includes('\0') &&
    !/\r|\n/.test(text) &&
    !/\p{Cs}/u.test(text)
  );
});
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const directory = fc
  .uniqueArray(
    fc.record({ id, name: word, text: word, age: fc.option(fc.integer({ min: 0, max: 99 })) }),
    {
      selector: (each) => each.id,
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all): DirectoryContent => ({
    organization: [{ id: 'o', name: 'O', description: 'O' }],
    service: all
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((each) => ({
        id: each.id,
        name: each.name,
        status: 'active',
        organization_id: 'o',
        description: each.text,
        ...(each.age === null ? {} : { minimum_age: each.age }),
      })),
    phone: all
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((each) => ({ id: `p-${each.id}`, number: each.text, service_id: each.id })),
  }));

test('what is in force comes back from both formats with the same hash', () => {
  fc.assert(
    fc.property(directory, (content) => {
      const hash = directoryHash(content);
      for (const { files } of [exportJson(content), exportCsv(content)]) {
        const again = readDirectory(files, null, 2026);
        expect(again.read.faults.list).toEqual([]);
        expect(directoryHash(again.content ?? {})).toBe(hash);
      }
    }),
    { numRuns: 60 },
  );
});

test('no text ends in anything but findings', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom('a.json', 'services.csv', 'x'),
      (text, name) => {
        const { read, content } = readDirectory([{ name, text }], null, 2026);
        expect(content === null).toBe(read.faults.count > 0);
      },
    ),
  );
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      const { read, content } = readJson(text);
      expect(content === null).toBe(read.faults.count > 0);
    }),
  );
});
