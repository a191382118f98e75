import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { atTheConsole, SAM, type FakeMain } from './sheets-fixtures.ts';
import { giveSizes, settled } from './fake-feed.ts';
import { PlaceTablesSheet } from '#renderer/place/place-tables-sheet.tsx';
import type { PlaceFileExamination, PlaceTablesView } from '#shared/board/place-tables-view.ts';
import { CHICAGO_GRID } from '#shared/place/chicago-grid.ts';
import type { CommonPlace } from '#shared/place/common-place.ts';
import type { CommonPlaceId } from '#shared/lib/brand.ts';

const bench = atTheConsole(SAM);
let main: FakeMain;
beforeEach(() => {
  main = bench.main;
});

const HASH = 'a'.repeat(64);
const EMPTY: PlaceTablesView = {
  streets: null,
  streetsMissing: false,
  stepBack: null,
  grid: CHICAGO_GRID,
  gridSet: null,
  borders: true,
  places: [],
};
const STREETS = {
  hash: HASH,
  source: 'streets.csv',
  rows: 2582,
  rejected: 3,
  adoptedBy: SAM.operatorId,
  adoptedAt: '2026-03-03T18:00:00.000Z',
  adoptedByName: 'Sam',
};
const SEEN: PlaceFileExamination = {
  hash: HASH,
  whole: null,
  rows: 2,
  rejected: [{ row: 4, why: 'It names no street.' }],
  rejectedCount: 1,
  first: ['N EXAMPLE AVE, 1 to 99'],
};
const place = (number: number, more: Partial<CommonPlace> = {}): CommonPlace => ({
  placeId: `place-${number}` as CommonPlaceId,
  name: `Harbor Hospital ${number}`,
  aliases: number === 1 ? ['Harbor ED'] : [],
  address: `${number} N Example Ave`,
  areaId: 'uptown',
  position: null,
  ...more,
});

async function open(kept: Partial<PlaceTablesView> = {}) {
  const answer = { ok: true, value: { ...EMPTY, ...kept } } as const;
  main.answer('places.kept', ...Array.from({ length: 6 }, () => answer));
  render(<PlaceTablesSheet />);
  await settled();
}

const click = async (name: RegExp | string) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  await settled();
};
const alerts = () =>
  screen
    .getAllByRole('alert')
    .map(({ textContent }) => textContent)
    .join('');
const type = (label: string, value: string) =>
  act(() => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));

async function choose(label: string, seen: PlaceFileExamination) {
  main.answer(label.includes('street') ? 'street-table.examine' : 'common-places.examine', {
    ok: true,
    value: seen,
  });
  const file = new File(['street'], 'streets.csv', { type: 'text/csv' });
  await act(
    async () => void fireEvent.change(screen.getByLabelText(label), { target: { files: [file] } }),
  );
  await settled();
}

describe('the street table', () => {
  test('is looked at, shows what is left out, and is put in force by a person', async () => {
    await open();
    expect(screen.getByText(/The list a city publishes/)).toBeTruthy();
    await choose('Choose a street table', SEEN);
    expect(main.inputsOf('street-table.examine')).toEqual([
      { source: 'streets.csv', text: 'street' },
    ]);
    expect(screen.getByText('Row 4: It names no street.')).toBeTruthy();
    expect(main.inputsOf('street-table.adopt')).toEqual([]);
    await click('Put 2 rows in force');
    expect(main.inputsOf('street-table.adopt')).toEqual([{ hash: HASH }]);
  });

  test('a file that holds nothing says so and offers nothing', async () => {
    await open();
    await choose('Choose a street table', {
      ...SEEN,
      hash: null,
      whole: 'The file is empty.',
      rows: 0,
    });
    expect(alerts()).toMatch(/The file is empty/);
    expect(screen.queryByRole('button', { name: /in force/ })).toBeNull();
  });

  test('in force it says who did it, and steps back with a reason', async () => {
    await open({ streets: STREETS, stepBack: { to: 'older.csv' }, borders: false });
    expect(screen.getByText(/2582 rows/).textContent).toMatch(/3 left out.*Sam/);
    expect(screen.getByText(/No map with borders/)).toBeTruthy();
    await click(/Step back to “older.csv”/);
    type('Step back to “older.csv”: why, in a line', 'Wrong file.');
    await click(/^Step back to “older.csv”/);
    expect(main.inputsOf('street-table.withdraw')).toEqual([{ hash: HASH, reason: 'Wrong file.' }]);
  });

  test('one that is missing says that nothing is found', async () => {
    await open({ streets: STREETS, streetsMissing: true });
    expect(alerts()).toMatch(/not in this file any more/);
  });
});

describe('the grid', () => {
  test('a street gets a line, loses it, and the grid is switched off', async () => {
    await open();
    expect(screen.getByText(/As it is shipped; check it here/)).toBeTruthy();
    type('Street', 'S Maryland Ave');
    type('Lies at', '832 E');
    await click('Add the line');
    const [first] = main.inputsOf('street-grid.set') as { grid: typeof CHICAGO_GRID }[];
    expect(first?.grid.lines[0]).toEqual({
      street: 'S Maryland Ave',
      at: '832 E',
      from: null,
      to: null,
    });
    expect(first?.grid.lines).toHaveLength(CHICAGO_GRID.lines.length + 1);
    await click('Remove Madison St');
    expect(
      (main.inputsOf('street-grid.set').at(-1) as { grid: typeof CHICAGO_GRID }).grid.lines,
    ).toHaveLength(CHICAGO_GRID.lines.length - 1);
    await click('Switch the grid off');
    expect(main.inputsOf('street-grid.set').at(-1)).toEqual({ grid: null });
  });

  test('a line that is none is refused beside the field', async () => {
    await open();
    main.refuse('street-grid.set', 'S Maryland Ave: “832” is no line of a grid, such as 830 E.');
    type('Street', 'S Maryland Ave');
    type('Lies at', '832');
    await click('Add the line');
    expect(alerts()).toMatch(/no line of a grid/);
    expect((screen.getByLabelText('Street') as HTMLInputElement).value).toBe('S Maryland Ave');
  });

  test('switched off it can be switched on again', async () => {
    await open({ grid: null, gridSet: { byName: 'Ada', at: '2026-03-03T18:00:00.000Z' } });
    await click('Use the grid of Chicago');
    expect(main.inputsOf('street-grid.set')).toEqual([{ grid: CHICAGO_GRID }]);
  });
});

describe('common places', () => {
  test('one is added with other names, an area and a point', async () => {
    await open();
    await click('Add a place');
    const form = within(screen.getByRole('form', { name: 'A new place' }));
    expect(document.activeElement).toBe(form.getByLabelText('Name'));
    type('Name', 'Harbor Hospital');
    type('Also called', 'Harbor ED; HH;');
    type('Address', '4210 N Example Ave');
    type('Point', 'nowhere');
    await click('Add it');
    expect(alerts()).toMatch(/A point is two numbers/);
    type('Point', '41.97 -87.66');
    await click('Add it');
    expect(main.inputsOf('common-place.set')).toEqual([
      {
        placeId: null,
        name: 'Harbor Hospital',
        aliases: ['Harbor ED', 'HH'],
        address: '4210 N Example Ave',
        areaId: null,
        position: { lat: 41.97, lon: -87.66 },
      },
    ]);
  });

  test('thousands are drawn like a few, found by a letter, opened by keys, changed and removed', async () => {
    giveSizes();
    await open({ places: Array.from({ length: 3000 }, (_, at) => place(at + 1)) });
    const list = screen.getByRole('listbox', { name: 'Common places' });
    expect(within(list).getAllByRole('option').length).toBeLessThan(40);
    expect(screen.getByText(/^3000 places/)).toBeTruthy();
    type('Find a place', 'harbor ed');
    expect(screen.getByText('1 of 3000 places.')).toBeTruthy();
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    fireEvent.keyDown(list, { key: 'Enter' });
    const form = within(screen.getByRole('form', { name: 'Harbor Hospital 1' }));
    expect((form.getByLabelText('Also called') as HTMLInputElement).value).toBe('Harbor ED');
    type('Address', '2 N Example Ave');
    await click('Change it');
    expect(main.inputsOf('common-place.set')).toMatchObject([
      { placeId: 'place-1', address: '2 N Example Ave', areaId: 'uptown' },
    ]);
    fireEvent.keyDown(list, { key: 'Enter' });
    await click('Remove it');
    expect(main.inputsOf('common-place.remove')).toEqual([{ placeId: 'place-1' }]);
  });

  test('a file of them is looked at and then imported', async () => {
    await open();
    await choose('Import a file of places', { ...SEEN, first: ['Harbor Hospital, 1 Main St'] });
    await click('Add or change 2 places');
    expect(main.inputsOf('common-places.import')).toEqual([{ hash: HASH }]);
  });
});
