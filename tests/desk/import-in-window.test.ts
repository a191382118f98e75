import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import { centerAtWork, temporaryFolder, type DeskAtWork } from '../support/desk-at-work.ts';
import { INVENTED_MAPPING, mappingSaved } from '../support/import-examples.ts';
import type { ChosenView, ImportView, LookedView, SurveyView } from '#shared/board/import-view.ts';

let atWork: DeskAtWork;
let folder: string;
beforeEach(() => {
  atWork = centerAtWork();
  folder = temporaryFolder();
});
afterEach(() => atWork.desk.close());

/** Not a time that is asserted: only when a test that hangs is given up. */
const PATIENCE = { timeout: 30_000, interval: 5 };

const HEADER = 'Incident No,Received Time,Nature,Street Address,Disposition,Caller Name,Remarks';
const row = (n: number, call = '2031-05-06 10:00') =>
  `${n},${call},KIND ${n % 3},${n} Example St,Gone on arrival,Somebody ${n % 7},` +
  '"A long story that was told on the telephone, and that nobody should read over a shoulder here."';

function file(text: string | Uint8Array, name = 'calls.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const view = (name = 'Sam'): ImportView => atWork.do(atWork.as(name), 'import.view', {});
const begun = () => {
  const hash = lookedIn(view().chosen)?.hash ?? 'a'.repeat(64);
  return atWork.desk.answer('import.begin', { hash }, atWork.as('Sam'));
};
const stopped = () => {
  const importId = view().run?.importId ?? 'none';
  return atWork.desk.answer('import.stop', { importId }, atWork.as('Sam'));
};

function choose(path: string): void {
  atWork.do(atWork.as('Sam'), 'import.choose', { path });
}

/** As soon as the view is as wanted: what is read takes its time. */
async function when<T>(wanted: (view: ImportView) => T | null | false): Promise<T> {
  return vi.waitFor(() => {
    const found = wanted(view());
    if (found === null || found === false) throw new Error('not yet');
    return found;
  }, PATIENCE);
}

const lookedIn = (chosen: ChosenView | null): LookedView | null =>
  chosen !== null && typeof chosen.looked === 'object' && 'columns' in chosen.looked
    ? chosen.looked
    : null;
const surveyed = () =>
  when(({ chosen }): SurveyView | null => {
    const survey = lookedIn(chosen)?.survey ?? null;
    return survey === null || survey.of === 'counting' ? null : survey;
  });
const looked = () => when(({ chosen }) => lookedIn(chosen));
const unusable = () =>
  when(({ chosen }) =>
    chosen !== null && typeof chosen.looked === 'object' && 'why' in chosen.looked
      ? chosen.looked
      : null,
  );
const ended = () =>
  when(({ run }) => (run !== null && !['running', 'stopping'].includes(run.state) ? run : null));
const pastCalls = () => {
  const found = atWork.do(atWork.as('Sam'), 'past.summary', {});
  return found.calls;
};

describe('a file nobody has described', () => {
  test('is looked at, shown as it would be taken, and taken', async () => {
    const rows = [
      row(1),
      row(2),
      row(3, 'yesterday'),
      row(4),
      row(5),
      row(7),
      row(8),
      '6,2031-05-06 10:00',
    ];
    choose(file([HEADER, ...rows].join('\n')));
    expect(await surveyed()).toMatchObject({
      of: 'all',
      rows: 8,
      accepted: 6,
      known: 0,
      rejected: 2,
      from: '2031-05-06T10:00',
    });
    const { by, columns, survey } = await looked();
    expect(by.how).toBe('guess');
    expect(columns.map(({ name, uses }) => [name, uses])).toEqual([
      ['Incident No', ['recordNumber']],
      ['Received Time', ['received']],
      ['Nature', ['type']],
      ['Street Address', ['address']],
      ['Disposition', ['disposition', 'outcome']],
      ['Caller Name', []],
      ['Remarks', []],
    ]);
    expect(survey?.sample?.[0]).toMatchObject({
      line: 2,
      number: '1',
      rawType: 'KIND 1',
      callType: 'OTHER',
      address: '1 Example St',
      ended: 'No contact with individual in crisis',
    });
    expect(survey?.unmappedTypes).toContainEqual({ word: 'KIND 1', calls: 3 });
    const page = { importId: null, kind: 'rejected', offset: 0 } as const;
    expect(atWork.do(atWork.as('Sam'), 'import.left-out', page)).toEqual({
      all: 2,
      rows: [
        { line: 4, why: expect.stringContaining('Received Time') as string },
        { line: 9, why: expect.stringContaining('has 2 columns') as string },
      ],
    });
    expect(pastCalls()).toBe(0);

    expect(begun()).toMatchObject({ ok: true });
    const run = await ended();
    expect(run).toMatchObject({ state: 'finished', result: { imported: 6, rejected: 2 } });
    expect(pastCalls()).toBe(6);
    expect(
      atWork.do(atWork.as('Ada'), 'import.left-out', { ...page, importId: run.importId }).all,
    ).toBe(2);
    expect(view().past).toMatchObject([{ name: 'calls.csv', byName: 'Sam', state: 'finished' }]);

    choose(file([HEADER, ...rows].join('\n'), 'again.csv'));
    expect(await surveyed()).toMatchObject({ accepted: 6, known: 6 });
  });

  test('shows calls to supervisors only, and a narrative to nobody', async () => {
    choose(file([HEADER, row(1), row(2)].join('\n')));
    await surveyed();
    expect(JSON.stringify(view())).toContain('Example St');
    expect(JSON.stringify(view())).not.toContain('long story');
    const shown = JSON.stringify(view('Ada'));
    for (const word of ['Example St', 'Somebody', 'KIND 1', 'long story', 'Gone on'])
      expect(shown).not.toContain(word);
    expect(shown).toContain('Street Address');
  });

  test('a column can be taken for something else, and for nothing', async () => {
    choose(
      file(['Nr,When,What,Kind', '1,2031-05-06 10:00,A,X', '2,2031-05-06 10:01,B,X'].join('\n')),
    );
    await looked();
    const take = (column: string, use: 'received' | 'type' | null) =>
      atWork.do(atWork.as('Sam'), 'import.take-column', { column, use });
    take('When', null);
    expect((await when(({ chosen }) => lookedIn(chosen)?.faults[0] ?? null)).place).toBe(
      'Received',
    );
    expect(begun()).toMatchObject({ ok: false, refused: 'mapping-faulty' });
    take('When', 'received');
    await when(({ chosen }) => lookedIn(chosen)?.survey?.accepted === 2);
    take('What', 'type');
    await when(({ chosen }) => lookedIn(chosen)?.survey?.sample?.[0]?.rawType === 'A');
    expect(lookedIn(view().chosen)?.by.how).toBe('edited');
  });
});

describe('a mapping', () => {
  test('once saved is known again by the columns, given away as a file, and removed', async () => {
    const sam = atWork.as('Sam');
    choose(file([HEADER, row(1)].join('\n')));
    await surveyed();
    atWork.do(sam, 'import.save-mapping', { name: 'Monthly export' });
    const [saved] = view().mappings;
    expect(saved).toMatchObject({ name: 'Monthly export', savedByName: 'Sam' });

    choose(file([HEADER, row(8)].join('\n'), 'june.csv'));
    expect((await looked()).by).toEqual({ how: 'saved', name: 'Monthly export' });

    const { mappingId } = saved!;
    const { text, name } = atWork.do(sam, 'import.export-mapping', { mappingId });
    expect(name).toBe(`${mappingId}.json`);
    atWork.do(sam, 'import.remove-mapping', { mappingId });
    atWork.do(sam, 'import.put-away', {});
    expect(view()).toMatchObject({ chosen: null, mappings: [] });
    atWork.do(sam, 'import.read-mapping', { text });
    expect(view().mappings).toMatchObject([{ mappingId, name: 'Monthly export' }]);
  });

  test('stays through a restart, and a faulty file is refused with its place', () => {
    mappingSaved(atWork);
    atWork = atWork.reopen();
    expect(view().mappings).toMatchObject([{ mappingId: INVENTED_MAPPING.id }]);
    const faulty = { ...INVENTED_MAPPING, received: { columns: [] } };
    const text = JSON.stringify(faulty);
    expect(atWork.desk.answer('import.read-mapping', { text }, atWork.as('Sam'))).toMatchObject({
      ok: false,
      refused: 'no-mapping',
      because: expect.stringContaining('$.received') as string,
    });
  });
});

describe('an import', () => {
  const many = (count: number) =>
    [HEADER, ...Array.from({ length: count }, (_, n) => row(n))].join('\n');

  test('is stopped, goes on after a restart where it was, and takes each call once', async () => {
    choose(file(many(3_000)));
    await looked();
    expect(begun()).toMatchObject({ ok: true });
    expect(begun()).toMatchObject({ ok: false, refused: 'import-under-way' });
    await when(({ run }) => (run?.rows ?? 0) > 0);
    expect(stopped()).toMatchObject({ ok: true });
    const run = await ended();
    expect(run.state).toBe('stopped');
    expect(run.rows).toBeLessThan(3_000);
    const taken = pastCalls();
    expect(taken).toBe(run.result?.imported);

    atWork = atWork.reopen();
    expect(view()).toMatchObject({ chosen: null, run: null, past: [{ state: 'cut-short' }] });
    const { importId } = view().past[0]!;
    atWork.do(atWork.as('Ada'), 'import.resume', { importId });
    const { result } = await ended();
    expect(result).toMatchObject({ rows: 3_000, imported: 3_000, resumedAfter: run.rows });
    expect(pastCalls()).toBe(3_000);
    expect(stopped()).toMatchObject({ ok: false, refused: 'nothing-runs' });
  });

  test('leaves others their turn: no chunk keeps the desk for long', async () => {
    choose(file(many(2_000)));
    await surveyed();
    begun();
    let turns = 0;
    while (view().run?.state === 'running') {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(turns).toBeGreaterThan(15);
  });

  test('ends with the desk and is cut short then', async () => {
    choose(file(many(3_000)));
    await looked();
    begun();
    await when(({ run }) => (run?.rows ?? 0) > 0);
    atWork = atWork.reopen();
    expect(view().past).toMatchObject([{ state: 'cut-short' }]);
  });
});

test.each([
  ['nothing at all', '', 'the file is empty'],
  ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), 'UTF-16'],
  ['100,000 columns', `${'a,'.repeat(100_000)}\n`, '100001 columns'],
  ['a line that never ends', 'x'.repeat(5 * 1024 * 1024), 'no row of text'],
])('%s is refused with a reason, and nothing is taken', async (_what, text, why) => {
  choose(file(text));
  expect((await unusable()).why).toContain(why);
  expect(begun()).toMatchObject({ ok: false });
});

test('a folder, and a file that is not there, are no files', async () => {
  choose(folder);
  expect((await unusable()).why).toContain('not a file');
  choose(join(folder, 'nowhere.csv'));
  expect((await unusable()).why).toContain('no such file');
});

test('what looks like an attack is text', async () => {
  const kinds = [
    `=cmd|' /C calc'!A0`,
    `'; DROP TABLE journal; --`,
    '../../etc/passwd',
    '\u202egnp',
  ];
  const lines = kinds.map((kind, n) => `${n},2031-05-06 10:00,"${kind}"`);
  choose(file(['No,Received,Nature', ...lines].join('\n')));
  await surveyed();
  begun();
  expect((await ended()).result).toMatchObject({ imported: 4, rejected: 0 });
  const { sample } = await surveyed();
  expect(sample?.map(({ rawType }) => rawType)).toEqual(kinds);
});
