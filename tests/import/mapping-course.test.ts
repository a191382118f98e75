import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { desk, recordedCalls } from './import-folder.ts';
import { csv, LEAST, mappedFolder } from './mapped-exports.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';

const AT = '2031-05-06 10:00';

async function imported(mapping: object, header: string, ...rows: readonly string[]) {
  const folder = mappedFolder();
  const { report } = await folder.map(
    csv(`No,Call,${header}`, ...rows.map((row, n) => `${n},${AT},${row}`)),
    { ...LEAST, ...mapping },
  );
  return { report, courses: folder.calls().map(({ course }) => course ?? {}) };
}

describe('words of the file', () => {
  const outcome: Mapping['outcome'] = {
    column: 'End',
    values: [
      { when: ['Remained*'], is: 'services' },
      { when: ['GOA', '*unable to locate*'], is: 'no-contact' },
    ],
  };

  test('are read in any case, by wildcards, and by our own words; the rest is listed', async () => {
    const { report, courses } = await imported(
      { outcome },
      'End',
      'remained in community',
      'Was UNABLE  TO LOCATE him',
      'Refused services',
      'Arrest',
      'Arrest',
      'Other',
      'NULL',
      '',
    );
    expect(courses.map(({ disposition }) => disposition ?? null)).toEqual([
      'services',
      'no-contact',
      'refused',
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(report.outcomes).toEqual({ 'no-contact': 1, refused: 1, services: 1 });
    expect(report.unmapped).toEqual({
      End: [
        { value: 'Arrest', count: 2 },
        { value: 'Other', count: 1 },
      ],
    });
  });

  test('what nothing says has a meaning only where it is named, or everything else has one', async () => {
    const { courses } = await imported(
      {
        outcome: { ...outcome, otherwise: 'referred' },
        backUp: {
          column: 'Help',
          values: [
            { when: ['*'], is: 'yes' },
            { when: [''], is: 'no' },
          ],
        },
      },
      'End,Help',
      'Something,PD-4',
      ',',
      'NULL,NULL',
    );
    expect(courses).toEqual([{ disposition: 'referred', backUp: true }, { backUp: false }, {}]);
  });

  test('that are no categories are counted and never repeated', async () => {
    const people = [
      'Jane Doe, 12 Elm Street, who called twice before and was taken home',
      '555-1234',
    ];
    for (const text of people) {
      const { report } = await imported({ outcome }, 'End', 'Arrest', `"${text}"`);
      expect(report.unmapped).toEqual({ End: [{ value: null, count: 2 }] });
    }
    const many = Array.from({ length: 101 }, (_, n) => `word ${n}`);
    const { report } = await imported({ outcome }, 'End', ...many);
    expect(report.unmapped).toEqual({ End: [{ value: null, count: 101 }] });
  });

  test('of a prototype are words like any other', async () => {
    const mapping = {
      outcome: { column: '__proto__', values: [{ when: ['__proto__'], is: 'services' }] },
    };
    const { report, courses } = await imported(mapping, '__proto__', '__proto__', 'constructor');
    expect(courses).toEqual([{ disposition: 'services' }, {}]);
    expect(JSON.stringify(report.unmapped)).toBe(
      '{"__proto__":[{"value":"constructor","count":1}]}',
    );
  });

  test('formulas are text', async () => {
    const { report, courses } = await imported({ outcome }, 'End', "=cmd|' /C calc'!A0", '@x');
    expect(courses).toEqual([{}, {}]);
    expect(report.imported).toBe(2);
  });
});

test('everything a call can tell is told in the words of the figures', async () => {
  const { courses } = await imported(
    {
      area: { column: 'Beat', values: [{ when: ['12*'], is: 'uptown' }] },
      channel: { column: 'Door', values: [{ when: ['Hotline'], is: '988' }] },
      language: { column: 'Lang' },
      age: { column: 'Age' },
      level: { column: 'Lvl' },
      recommendedLevel: { column: 'Rec' },
      response: { column: 'Team' },
      dangerFound: { column: 'Danger' },
      policeOnScene: { always: 'no' },
    },
    'Beat,Door,Lang,Age,Lvl,Rec,Team,Danger',
    '1213,hotline,Spanish,17,L3,L2,behavioral-health,N',
    'Lakeview,911,pl,65 and over,High,L3,police,1',
    'nowhere,door,Klingonish,200,L9,,someone,maybe',
  );
  expect(courses).toEqual([
    {
      steps: { assigned: true },
      channel: '988',
      areaId: 'uptown',
      language: 'es',
      ageBand: '12-17',
      recommendedLevel: 'L2',
      decidedLevel: 'L3',
      response: 'behavioral-health',
      direction: 'up',
      overridden: true,
      dangerFound: false,
      policeOnScene: false,
    },
    {
      steps: { assigned: false },
      channel: '911',
      areaId: 'lakeview',
      language: 'pl',
      ageBand: '65-and-over',
      recommendedLevel: 'L3',
      decidedLevel: 'L3',
      response: 'police',
      direction: 'same',
      overridden: false,
      dangerFound: true,
      policeOnScene: false,
    },
    { policeOnScene: false },
  ]);
});

describe('steps', () => {
  test('are told by columns, and otherwise follow from team, times and outcome', async () => {
    const mapping = {
      times: { formats: ['YYYY-MM-DD HH:mm'] },
      arrived: { column: 'There', empty: 'did-not-happen' },
      response: { always: 'behavioral-health' },
      outcome: { column: 'End' },
      unserved: { column: 'Why' },
      steps: { linked: { column: 'Linked' }, eligible: { always: 'yes' } },
    };
    const { courses } = await imported(
      mapping,
      'There,End,Why,Linked',
      '2031-05-06 10:14,services,,yes',
      '2031-05-06 10:14,no-contact,,',
      ',,all-busy,',
    );
    expect(courses.map(({ steps }) => steps)).toEqual([
      { assigned: true, arrived: true, contact: true, served: true, eligible: true, linked: true },
      { assigned: true, arrived: true, contact: false, served: false, eligible: true },
      { eligible: true, assigned: true, arrived: false },
    ]);
  });

  test('an unserved call was eligible and nobody was sent', async () => {
    const { courses } = await imported({ unserved: { column: 'Why' } }, 'Why', 'No team was free');
    expect(courses).toEqual([{ unserved: 'all-busy', steps: { eligible: true, assigned: false } }]);
  });
});

describe('people', () => {
  const person = { columns: ['Last', 'Born'] };

  test('are told apart by a pseudonym; what they are called is nowhere in the folder', async () => {
    const folder = mappedFolder();
    const rows = [
      '1,"Żółć",1/3/1985',
      '2,"  żółć ",1/3/1985',
      '3,Doe,1/3/1985',
      '4,Doe,',
      '5,NULL,1/3/1985',
    ];
    const file = csv('No,Call,Last,Born', ...rows.map((row) => row.replace(',', `,${AT},`)));
    const mapping = {
      ...LEAST,
      person,
      age: { column: 'Born', formats: ['M/D/YYYY'] },
    };
    const { report } = await folder.map(file, mapping);
    expect(report.persons).toBe(2);
    const ids = folder.calls().map(({ course }) => course?.personId ?? null);
    expect(ids[0]).toMatch(/^p-[0-9a-f]{32}$/);
    expect([ids[0] === ids[1], ids[0] === ids[2], ids[3], ids[4]]).toEqual([
      true,
      false,
      null,
      null,
    ]);
    expect(folder.calls()[0]?.course?.ageBand).toBe('26-64');
    const bytes = readFileSync(join(folder.data, 'caredesk.sqlite'));
    for (const text of ['Żółć', 'żółć', 'Doe', '1985']) expect(bytes.includes(text)).toBe(false);
    expect(statSync(join(folder.data, 'person-salt')).mode & 0o077).toBe(0);

    // The same person is somebody else in another folder.
    const other = mappedFolder();
    await other.map(file, mapping);
    expect(other.calls()[0]?.course?.personId).not.toBe(ids[0]);
  });

  test('a birth date that is none is counted and never shown', async () => {
    const { report } = await imported(
      { age: { column: 'Born', formats: ['M/D/YYYY'] } },
      'Born',
      '13/40/1985',
      '1/3/2040',
      '1/3/1985',
    );
    expect(report.unmapped).toEqual({ Born: [{ value: null, count: 2 }] });
  });

  test('without one in the mapping no secret is made', async () => {
    const folder = mappedFolder();
    await folder.map(csv('No,Call', `1,${AT}`), LEAST);
    expect(existsSync(join(folder.data, 'person-salt'))).toBe(false);
  });
});

const { recordNumber: _number, ...NUMBERLESS } = LEAST;

describe('a better mapping', () => {
  const rows = ['1,,Doe', '2,,Roe'].map((row) => row.replace(',,', `,${AT},`));
  const file = csv('No,Call,Last', ...rows);
  const audit = async (data: string) =>
    JSON.parse((await desk('audit', '--data', data)).out) as { equal: boolean };

  test.each([
    ['with record numbers', LEAST],
    ['without', NUMBERLESS],
  ])('tells known calls anew, and never twice: %s', async (_, poor) => {
    const folder = mappedFolder();
    const better = { ...poor, response: { always: 'police' }, person: { columns: ['Last'] } };
    expect((await folder.map(file, poor)).report).toMatchObject({ imported: 2, persons: 0 });
    expect((await folder.map(file, better)).report).toMatchObject({
      imported: 0,
      alreadyKnown: 2,
      retold: 2,
      changed: [],
      persons: 2,
    });
    expect(folder.calls().map(({ course }) => course?.response)).toEqual(['police', 'police']);
    // Once more with either of them.
    expect((await folder.map(file, better)).report).toMatchObject({ alreadyKnown: 2, retold: 0 });
    expect((await folder.map(file, poor)).report).toMatchObject({ alreadyKnown: 2, retold: 0 });
    expect(folder.calls()).toHaveLength(2);
    expect(recordedCalls(folder.data)).toHaveLength(4);
    expect(await audit(folder.data)).toMatchObject({ equal: true });
  });
});
