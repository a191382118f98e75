import { describe, expect, test } from 'vitest';
import { readCommonPlaces } from '#shared/place/read-common-places.ts';
import { readStreetTable } from '#shared/place/read-street-table.ts';
import {
  adoptStreetTable,
  evolvePlaceTables,
  NO_PLACE_TABLES,
  setStreetGrid,
  withdrawStreetTable,
  type PlaceTables,
  type PlaceTablesEvent,
} from '#shared/place/place-tables.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

const CITY = [
  'full street name',
  'direction',
  'street',
  'suffix',
  'suffix direction',
  'min address',
  'max address',
];
const records = (columns: readonly string[], ...rows: readonly string[]) =>
  rows.map((row, at) => ({
    row: at + 2,
    record: Object.fromEntries(row.split(',').map((field, index) => [columns[index] ?? '', field])),
  }));

describe('a file of streets', () => {
  test('is read by the names of its columns, and a row that is none says why', () => {
    const columns = [...CITY, 'grid', 'area'];
    const read = readStreetTable(
      columns,
      records(
        columns,
        'S MARYLAND AVE,S,MARYLAND,AVE, ,4100,13499,832 E,Hyde Park',
        ',W,LANTERN,ST,,1,99,,',
        'X,N,,AVE,,1,99,,',
        'X,N,X,AVE,,one,99,,',
        'X,N,X,AVE,,99,1,,',
        'X,N,X,AVE,,1,9999999,,',
        'X,N,X,AVE,,1,99,832,',
        `X,N,${'x'.repeat(81)},AVE,,1,99,,`,
        ',W,LANTERN,ST,,1,99,,',
      ),
    );
    if ('why' in read) throw new Error(read.why);
    expect(read.rows).toMatchObject([
      { full: 'S MARYLAND AVE', min: 4100, max: 13499, grid: '832 E', area: 'Hyde Park' },
      { full: 'W LANTERN ST', suffixDirection: '', grid: '' },
    ]);
    expect(read.rejected.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '4 It names no street.',
      '5 “one” is no house number.',
      '6 It runs from 99 down to 1.',
      '7 “9999999” is no house number.',
      '8 “832” is no line of a grid, such as 830 E.',
      expect.stringMatching(/^9 .*longer than 80/),
      '10 It is the same as row 3.',
    ]);
  });

  test('without the columns it needs says which are missing', () => {
    expect(readStreetTable(['street', 'length'], [])).toEqual({
      why: expect.stringMatching(/no column “min address”, “max address”.*street, length/),
    });
  });
});

describe('a file of places', () => {
  const areas = [{ id: 'uptown', name: 'Uptown', zone: 'North' }];
  test('is read with aliases, area and point, and a row that is none says why', () => {
    const columns = ['name', 'aliases', 'address', 'area', 'lat', 'lon'];
    const read = readCommonPlaces(
      columns,
      records(
        columns,
        'Harbor Hospital,Harbor ED; HH,4210 N Example Ave,uptown,41.97,-87.66',
        'Nowhere,,,,,',
        'Far,,1 Main St,Mars,,',
        'Half,,1 Main St,,41.97,',
        'Wrong,,1 Main St,,a,b',
        'HARBOR hospital,,4210 North Example Avenue,,,',
      ),
      areas,
    );
    if ('why' in read) throw new Error(read.why);
    expect(read.places).toEqual([
      {
        name: 'Harbor Hospital',
        aliases: ['Harbor ED', 'HH'],
        address: '4210 N Example Ave',
        areaId: 'uptown',
        position: { lat: 41.97, lon: -87.66 },
      },
    ]);
    expect(read.rejected.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7]);
    expect(read.rejected[1]!.why).toBe('The policy has no area “Mars”.');
    expect(read.rejected[4]!.why).toBe('It is the same place as row 2.');
    expect(readCommonPlaces(['place id'], [], areas)).toHaveProperty('why');
  });
});

describe('the tables in force', () => {
  const by = { at: '2026-03-03T18:00:00.000Z', by: 'sam' as OperatorId };
  const table = (hash: string) => ({ hash, source: `${hash}.csv`, rows: 3, rejected: 0 });
  const after = (...events: readonly PlaceTablesEvent[]): PlaceTables =>
    events.reduce((tables, event) => evolvePlaceTables(tables, event, by), NO_PLACE_TABLES);
  const adopted = (hash: string): PlaceTablesEvent => ({
    type: 'street-table.adopted',
    ...table(hash),
  });

  test('a table is adopted, replaced, and one step back brings the one before', () => {
    const two = after(adopted('a'), adopted('b'));
    expect(two.streets).toMatchObject({ hash: 'b', adoptedBy: 'sam' });
    expect(adoptStreetTable(two, table('b'))).toMatchObject({ refused: 'table-in-force' });
    expect(adoptStreetTable(two, { ...table('c'), rows: 0 })).toMatchObject({
      refused: 'no-streets',
    });
    expect(withdrawStreetTable(two, 'a', 'x')).toMatchObject({ refused: 'not-in-force' });
    const back = after(adopted('a'), adopted('b'), {
      type: 'street-table.withdrawn',
      hash: 'b',
      reason: 'x',
    });
    expect(back).toMatchObject({ streets: { hash: 'a' }, stepBack: null });
    expect(withdrawStreetTable(back, 'a', 'x')).toMatchObject({ refused: 'one-step-only' });
  });

  test('the shipped grid holds until somebody sets one or switches it off', () => {
    expect(NO_PLACE_TABLES).toMatchObject({ grid: { name: 'Chicago' }, gridSet: null });
    const off = after({ type: 'street-grid.set', grid: null });
    expect(off).toMatchObject({ grid: null, gridSet: by });
    expect(setStreetGrid(off, null)).toEqual([]);
    const wrong = { ...NO_PLACE_TABLES.grid!, perMile: 0 };
    expect(setStreetGrid(off, wrong)).toMatchObject({ refused: 'wrong-grid' });
  });
});
