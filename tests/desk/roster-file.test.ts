import { expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { CSV, planned, TODAY } from '../support/roster-examples.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';

const HEADER = 'unit,role,name,from,to,breaks';

function atTheRoster(atWork: DeskAtWork = centerAtWork()) {
  const give = <T extends Topic>(topic: T, input: Input<T>) =>
    atWork.do(atWork.as('Sam'), topic, input);
  return {
    atWork,
    give,
    read: (...rows: string[]) => give('roster.read-file', { csv: rows.join('\r\n') }),
    imported: (csv: string) => atWork.desk.answer('roster.import', { csv }, atWork.as('Sam')),
    shifts: () =>
      give('roster.view', { from: TODAY, days: 2 }).units.flatMap(({ unitId, shifts }) =>
        shifts.map(({ name, role, from, to, breaks }) => ({
          unitId,
          name,
          role,
          from,
          to,
          breaks,
        })),
      ),
  };
}

test('a file is shown before it is taken over, and once taken over it changes nothing more', () => {
  const { imported, read, shifts } = atTheRoster();
  expect(read(CSV)).toMatchObject({
    rejected: [],
    known: 0,
    over: 0,
    planned: [
      { line: 2, unitId: 'M1', name: 'Ruiz, Ana', breaks: [{}, {}] },
      { line: 3, name: 'Bo Larsen', from: '2026-03-04T04:00:00.000Z' },
    ],
  });
  expect(shifts()).toEqual([]);
  expect(imported(CSV).ok).toBe(true);
  expect(shifts()).toHaveLength(2);
  expect(read(CSV)).toMatchObject({ planned: [], known: 2 });
  expect(imported(CSV).ok).toBe(true);
  expect(shifts()).toHaveLength(2);
});

test('every row that cannot be is named with its line, and then nothing of the file is', () => {
  const { atWork, imported, read, shifts } = atTheRoster();
  planned(atWork, { name: 'Kim Oh', unitId: 'N1' as never, breaks: [] });
  const rows = [
    HEADER,
    'M1,clinician,Bo Larsen,2026-03-03 15:00,2026-03-03 23:00,',
    'X9,clinician,Ida Bell,2026-03-03 15:00,2026-03-03 23:00,',
    'M1,pilot,Ida Bell,2026-03-03 15:00,2026-03-03 23:00,',
    'M1,clinician,Ida Bell,2026-03-03 23:00,2026-03-03 15:00,',
    'M1,clinician,Ida Bell,3/3/26 15:00,2026-03-03 23:00,',
    'M1,clinician,Ida Bell,2026-03-03 15:00,2026-03-03 23:00,lunch',
    'M2,clinician,bo larsen,2026-03-03 20:00,2026-03-04 02:00,',
    'M2,clinician,Kim Oh,2026-03-03 20:00,2026-03-04 02:00,',
    'M1,clinician,Ida Bell,2026-03-02 06:00,2026-03-02 14:00,',
    'M2,clinician,,2026-03-03 20:00,2026-03-04 02:00,',
  ];
  const { rejected, planned: taken, over } = read(...rows);
  expect(rejected.map(({ line, why }) => [line, why])).toEqual([
    [3, 'There is no unit X9 on this board.'],
    [4, expect.stringMatching(/^The policy knows no role “pilot”/)],
    [5, expect.stringMatching(/before it begins/)],
    [6, '“3/3/26 15:00” is no time like 2026-03-08 15:00.'],
    [7, '“lunch” is no break like 18:30-19:00.'],
    [8, expect.stringMatching(/^bo larsen already works on M1/)],
    [9, expect.stringMatching(/^Kim Oh already works on N1/)],
    [11, 'Say who works this shift.'],
  ]);
  expect(taken).toHaveLength(1);
  expect(over).toBe(1);
  const refused = imported(rows.join('\n'));
  expect(refused).toMatchObject({ ok: false, refused: 'rows-rejected' });
  expect(refused.ok ? '' : refused.because).toMatch(
    /^8 rows cannot be taken over, the first on line 3: .* Nothing of the file was planned\.$/,
  );
  expect(shifts()).toHaveLength(1);
});

test.each([
  ['', /header does not name unit, role, name, from, to/],
  ['unit,role,name,from\nM1,emt,A,2026-03-03 15:00', /does not name to/],
  [HEADER, /no row below its header/],
  [`${HEADER}\nM1,clinician,"Ana,2026-03-03 15:00,2026-03-03 23:00,`, /quote is opened/],
])('a file that is no roster is refused as a whole: %j', (text, why) => {
  const { read } = atTheRoster();
  const { rejected } = read(text === '' ? 'hello' : text);
  expect(rejected).toHaveLength(1);
  expect(rejected[0]?.why).toMatch(why);
});

test('what is written out is read in again: commas, quotes, other scripts, formulas, breaks over midnight', () => {
  const first = atTheRoster();
  const names = ['Ruiz, Ana "Annie"', 'שירה בן־דוד', 'Zoë 🦊 Ng', 'W'.repeat(60), '=1+1'];
  for (const [hour, name] of names.entries())
    planned(first.atWork, {
      name,
      from: `${TODAY}T${15 + hour}:00`,
      to: '2026-03-04T02:00',
      breaks: [{ from: `${TODAY}T23:45`, to: '2026-03-04T00:15' }],
    });
  const { csv, fileName } = first.give('roster.export', { from: TODAY, days: 1 });
  expect(fileName).toBe('roster-2026-03-03.csv');
  expect(csv).toContain(",'=1+1,");
  const second = atTheRoster();
  expect(second.imported(csv).ok).toBe(true);
  expect(second.shifts()).toEqual(first.shifts());
});
