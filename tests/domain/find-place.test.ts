import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHICAGO_GRID } from '#shared/place/chicago-grid.ts';
import {
  commonPlacesOf,
  NO_COMMON_PLACES,
  setCommonPlace,
  type CommonPlace,
} from '#shared/place/common-place.ts';
import { placeOf } from '#shared/place/find-place.ts';
import { positionFound, type PlaceFound } from '#shared/place/place-found.ts';
import type { PlaceMeans } from '#shared/place/place-means.ts';
import { distanceMeters, type Position } from '#shared/place/position.ts';
import { gridLines, gridMistake, readGridLine } from '#shared/place/street-grid.ts';
import { streetsOf, type StreetRow } from '#shared/place/street-table.ts';
import { suggestAddresses } from '#shared/place/suggest-address.ts';
import type { CommonPlaceId } from '#shared/lib/brand.ts';

const row = (full: string, min: number, max: number, more: Partial<StreetRow> = {}): StreetRow => {
  const [direction = '', ...rest] = full.split(' ');
  const suffix = rest.pop() ?? '';
  const named = { full, direction, street: rest.join(' '), suffix, suffixDirection: '' };
  return { ...named, min, max, grid: '', area: '', zone: '', ...more };
};

const ROWS: readonly StreetRow[] = [
  row('N EXAMPLE AVE', 1, 5199, { grid: '1000 W' }),
  row('S EXAMPLE AVE', 1, 5199, { grid: '1000 W' }),
  row('W HARBOR ST', 1, 1999, { grid: '4200 N' }),
  row('W LANTERN ST', 1, 1199, { area: 'North' }),
  row('W LANTERN ST', 1200, 1999, { area: 'Elsewhere' }),
  row('S MARYLAND AVE', 4100, 13_499),
  row('N QUARRY RD', 1, 5199),
  row('S COTTAGE GROVE AVE', 1, 13_000),
  row('S SOUTH CHICAGO AVE', 7000, 9500, { area: 'South' }),
  row('E 53RD ST', 1, 1699),
  row('E 53RD PL', 1, 699),
  row('E 57TH ST', 1, 1699),
  row('W MILL RD', 1, 999, { grid: '1000 N' }),
  row('W MILL XR', 1, 999),
];

/** North of 2000 N is one area, south of 2000 S another, and between them one that is none of the policy. */
const border = gridLines(CHICAGO_GRID).positionOf(-1000, 2000).lat;
const south = gridLines(CHICAGO_GRID).positionOf(-1000, -2000).lat;
const areaAt = ({ lat, lon }: Position) => {
  if (lon < -87.9 || lon > -87.5 || lat < 41.6 || lat > 42.1) return { name: null, areaId: null };
  if (lat > border) return { name: 'North', areaId: 'north' };
  return lat < south ? { name: 'South', areaId: 'south' } : { name: 'Middle', areaId: null };
};
const AREAS = [
  { id: 'north', name: 'North', zone: 'Upper' },
  { id: 'south', name: 'South', zone: 'Lower' },
];
const means = (more: Partial<PlaceMeans> = {}): PlaceMeans => ({
  areas: AREAS,
  commonPlaces: NO_COMMON_PLACES,
  streets: streetsOf(ROWS),
  grid: gridLines(CHICAGO_GRID),
  areaAt,
  ...more,
});
const place = (more: Partial<CommonPlace>): CommonPlace => ({
  placeId: (more.name ?? '') as CommonPlaceId,
  name: 'Harbor Hospital',
  aliases: [],
  address: '',
  areaId: null,
  position: null,
  ...more,
});
const find = (address: string, more: Partial<PlaceMeans> = {}) => placeOf(address, means(more));
const sureIn = (found: PlaceFound) => (found.sure ? (found.areaId ?? 'outside') : null);
const why = (found: PlaceFound) => (found.sure ? found.how : found.why);

describe('a sure answer', () => {
  test.each([
    ['4600 N Example Ave', 'north', 'grid', /1000 W, 4600 N on the grid, in North/],
    ['4600 North Example', 'north', 'grid', /N EXAMPLE AVE/],
    ['Example & Harbor', 'north', 'grid', /N EXAMPLE AVE & W HARBOR ST is 1000 W, 4200 N/],
    ['46XX N Example Ave', 'north', 'grid', /4600 block of N EXAMPLE AVE/],
    ['1400 E 53rd St', 'south', 'grid', /1400 E, 5300 S/],
    ['Example between 53rd & 57th', 'south', 'grid', /between E 53RD ST & E 57TH ST/],
    ['100 W Lantern St', 'north', 'street-table', /puts 100 W LANTERN ST in North/],
    ['1300 W Lantern', 'outside', 'street-table', /Elsewhere, which is no area of the policy/],
    ['5656 S. Maryland (UCM ED)', 'south', 'grid', /5656 S MARYLAND AVE is 5656 S, in South/],
    ['8000 S Cottage Grove', 'south', 'grid', /COTTAGE GROVE/],
    ['8000 South Chicago Ave', 'south', 'street-table', /S SOUTH CHICAGO AVE/],
    ['100 W Mill', 'outside', 'grid', /in Middle, which is no area of the policy/],
    ['Anything at all, north', 'north', 'area-named', /names North/],
    ['600 E 53rd', 'south', 'grid', /53RD ST or 600 E 53RD PL; all of them are in South/],
  ])('%s is %s, by %s', (address, areaId, by, how) => {
    const found = find(address);
    expect(sureIn(found)).toBe(areaId);
    expect(found).toMatchObject({ by });
    expect(why(found)).toMatch(how);
  });

  test('has a point in its area, and says how far off it may be', () => {
    const found = find('4600 N Example Ave');
    expect(found).toMatchObject({ within: 100 });
    expect(positionFound(found)).toMatchObject({ source: 'grid' });
    const chain = find('53rd & Woodlawn', {
      streets: streetsOf([...ROWS, row('S WOODLAWN AVE', 4000, 9400)]),
    });
    const there = { lat: 41.79953, lon: -87.59644 };
    expect(distanceMeters(positionFound(chain)!, there)).toBeLessThan(150);
  });
});

describe('not sure', () => {
  test.each([
    ['2000 N Example Ave', ['north'], /within 350 ft of a border.*outside the areas/],
    ['9999 N Example Ave', [], /no number 9999: N EXAMPLE AVE runs from 1 to 5199/],
    ['5656 N Maryland', [], /“N MARYLAND” is not in the street table, and a street of that name/],
    ['5656 S Marylnad', [], /“S MARYLND|“S MARYLNAD” is not in the street table, and one spelled/],
    ['3000 Example', ['north', 'south'], /3000 N EXAMPLE AVE or 3000 S EXAMPLE AVE. Say which/],
    ['N Quarry Rd', [], /does not say where it lies/],
    ['Quarry & Maryland', [], /do not cross by their directions/],
    ['Nowhere & Example', [], /“NOWHERE” is not in the street table/],
    ['Example & Harbor & Maryland', [], /More than two streets/],
    ['the red house', [], /no common place of this center/],
    ['', [], /No address/],
  ])('%s has candidates %j', (address, areas, said) => {
    const found = find(address);
    expect(found.sure, why(found)).toBe(false);
    if (found.sure) return;
    expect(found.candidates.map(({ areaId }) => areaId).toSorted()).toEqual(areas);
    expect(found.why).toMatch(said);
  });

  test('a street spelled wrong is proposed, and never taken for the other', () => {
    const proposals = (address: string) => {
      const found = find(address);
      return found.sure ? null : found.proposals.map((each) => each.address);
    };
    expect(proposals('5656 S Marylnad')).toEqual(['5656 S MARYLAND AVE']);
    expect(proposals('100 E 54th St')).toEqual([]);
    expect(proposals('3000 Example')).toEqual(['3000 N EXAMPLE AVE', '3000 S EXAMPLE AVE']);
    expect(proposals('5656 N Maryland')).toEqual(['5656 S MARYLAND AVE']);
  });

  test.each([
    ['no street table', { streets: null }, /no street table/, ['north']],
    ['no grid', { grid: null }, /no grid of streets is set/, []],
    ['no borders', { areaAt: null }, /no map with borders is in force/, []],
  ] as const)('with %s nothing is sure', (_name, without, said, areas) => {
    const found = find('4600 N Example Ave', {
      ...without,
      grid:
        'streets' in without
          ? gridLines({
              ...CHICAGO_GRID,
              lines: [{ street: 'N Example Ave', at: '1000 W', from: null, to: null }],
            })
          : 'grid' in without
            ? null
            : gridLines(CHICAGO_GRID),
    });
    expect(found.sure).toBe(false);
    expect(why(found)).toMatch(said);
    expect(found.sure ? [] : found.candidates.map(({ areaId }) => areaId)).toEqual(areas);
  });

  test('a line the center has set makes a street sure, for its stretch only', () => {
    const point = (from: number | null, to: number | null) => {
      const lines = [{ street: 'Quarry Rd', at: '1000 W', from, to }];
      const grid = gridLines({ ...CHICAGO_GRID, lines });
      return positionFound(find('4600 N Quarry Rd', { grid }));
    };
    expect(point(null, null)).not.toBeNull();
    expect(point(4000, 5000)).not.toBeNull();
    expect(point(1, 4000)).toBeNull();
    expect(positionFound(find('4600 N Quarry Rd'))).toBeNull();
  });
});

describe('common places', () => {
  const hospital = place({ aliases: ['Harbor ED'], address: '4600 N Example Ave (Harbor ED)' });
  const known = (...places: readonly CommonPlace[]) => ({ commonPlaces: commonPlacesOf(places) });

  test.each(['Harbor Hospital', 'harbor  ED', '(Harbor ED)', '4600 N. Example Avenue apt 4'])(
    '“%s” is the place',
    (said) => {
      const found = find(said, known(hospital));
      expect(found).toMatchObject({ sure: true, areaId: 'north', by: 'common-place' });
      expect(why(found)).toMatch(/^Harbor Hospital/);
    },
  );

  test('an area somebody set, then a point, then the address say where it is', () => {
    const point = { lat: south - 0.01, lon: -87.65 };
    const where = (more: Partial<CommonPlace>) =>
      sureIn(find('Harbor Hospital', known(place({ address: '4600 N Example Ave', ...more }))));
    expect(where({ areaId: 'south', position: { lat: 41.99, lon: -87.65 } })).toBe('south');
    expect(where({ position: point })).toBe('south');
    expect(where({})).toBe('north');
    expect(positionFound(find('Harbor Hospital', known(place({ position: point }))))).toEqual({
      ...point,
      source: 'common-place',
    });
  });

  test('two of one name ask which; in one area they do not have to', () => {
    const one = place({ placeId: 'a' as CommonPlaceId, address: '4600 N Example Ave' });
    const near = place({ placeId: 'b' as CommonPlaceId, address: '4700 N Example Ave' });
    const far = place({ placeId: 'c' as CommonPlaceId, address: '1400 E 53rd St' });
    expect(sureIn(find('Harbor Hospital', known(one, near)))).toBe('north');
    expect(positionFound(find('Harbor Hospital', known(one, near)))).toBeNull();
    const found = find('Harbor Hospital', known(one, far));
    expect(found).toMatchObject({
      sure: false,
      candidates: [{ areaId: 'north' }, { areaId: 'south' }],
      proposals: [{ address: /4600/ }, { address: /1400/ }].map(() => expect.anything()),
    });
  });

  test('a name beside an address nobody can place is a candidate, and no more', () => {
    const found = find('1 Nowhere Ln (Harbor Hospital)', known(hospital));
    expect(found).toMatchObject({ sure: false, candidates: [{ areaId: 'north' }] });
  });

  test.each([
    [{ name: ' ' }, /has a name/],
    [{ name: '4600 N Example Ave' }, /is an address/],
    [{ areaId: 'mars' }, /no area “mars”/],
    [{}, /nobody would know where it is/],
    [{ position: { lat: -87.6, lon: 41.9 } }, null],
    [{ position: { lat: 200, lon: 41.9 } }, /Latitude/],
  ])('%j is kept only when it can be found', (more, mistake) => {
    const outcome = setCommonPlace(place(more), null, AREAS);
    if (mistake === null) expect(outcome).toHaveLength(1);
    else expect((outcome as { because: string }).because).toMatch(mistake);
  });

  test('setting what is so already writes nothing', () => {
    expect(setCommonPlace(hospital, hospital, AREAS)).toEqual([]);
  });
});

describe('while an address is typed', () => {
  const suggested = (text: string) =>
    suggestAddresses(text, {
      ...means(),
      commonPlaces: commonPlacesOf([place({ aliases: ['Harbor ED'], address: '1 W Harbor St' })]),
    }).map(({ address }) => address);

  test.each([
    ['harb', ['1 W Harbor St (Harbor Hospital)', 'W HARBOR ST']],
    ['ED', ['1 W Harbor St (Harbor Hospital)']],
    ['5656 S Mar', ['5656 S MARYLAND AVE']],
    ['100 Exam', ['100 N EXAMPLE AVE', '100 S EXAMPLE AVE']],
    ['100 S Cottage G', ['100 S COTTAGE GROVE AVE']],
    ['100 W Mill', ['100 W MILL RD', '100 W MILL XR']],
    ['9999 N Exam', []],
    ['x', []],
  ])('“%s” suggests %j', (text, expected) => {
    expect(suggested(text).filter((each) => !/^[NSEW] E/.test(each))).toEqual(expected);
  });
});

const anyAddress = fc
  .tuple(
    fc.oneof(fc.nat(12_000).map(String), fc.constantFrom('', '46XX', '5300 block of', '12-14')),
    fc.constantFrom('', 'N', 'S', 'E', 'W', 'North'),
    fc.constantFrom(
      ...ROWS.map(({ street }) => street),
      'Nowhere',
      'Example & Harbor',
      '53rd & 57th',
      'Example between 53rd and 57th',
      'Harbor Hospital',
    ),
    fc.constantFrom('', 'Ave', 'St', 'Pl'),
    fc.constantFrom('', ', North', ' (Harbor ED)', ' apt 4'),
  )
  .map((parts) => parts.filter((part) => part !== '').join(' '));

test('a sure point lies in its area, and unsure never carries one', () => {
  fc.assert(
    fc.property(fc.oneof(anyAddress, fc.string({ unit: 'binary' })), (address) => {
      const found = find(address);
      expect(why(found)).toMatch(/\S/);
      if (!found.sure) {
        expect(found).not.toHaveProperty('areaId');
        expect(new Set(found.candidates.map(({ areaId }) => areaId)).size).toBe(
          found.candidates.length,
        );
      } else if (found.position !== null) {
        expect(areaAt(found.position).areaId).toBe(found.areaId);
        // Wherever the house is within what is said, it is that area.
        const { around } = gridLines(CHICAGO_GRID);
        for (const each of around(found.position, found.within ?? 0))
          expect(areaAt(each).areaId).toBe(found.areaId);
      }
    }),
    { numRuns: 150 },
  );
});

describe('the grid', () => {
  test.each([
    ['830 E', { side: 'e', number: 830 }],
    ['W 3200', { side: 'w', number: 3200 }],
    ['0 north', { side: 'n', number: 0 }],
    ['830', null],
    ['830 Q', null],
    ['NE 5', null],
  ])('“%s” is the line %j', (text, line) => {
    expect(readGridLine(text)).toEqual(line);
  });

  // Corners as maps of the city have them.
  test.each([
    ['Howard & Western', -2400, 7600, 42.0194, -87.69],
    ['Roosevelt & Halsted', -800, -1200, 41.8673, -87.6468],
    ['Cermak & Western', -2400, -2200, 41.852, -87.6851],
    ['63rd & Ashland', -1600, -6300, 41.7793, -87.6643],
    ['95th & Stony Island', 1600, -9500, 41.7224, -87.5848],
    ['Lawrence & Pulaski', -4000, 4800, 41.9683, -87.728],
  ])('%s is within a block of where it is', (_name, x, y, lat, lon) => {
    const { positionOf } = gridLines(CHICAGO_GRID);
    expect(distanceMeters(positionOf(x, y), { lat, lon })).toBeLessThan(150);
  });

  test('what places no house is no grid, and the shipped one is', () => {
    const line = { street: 'N Example Ave', at: '1000 W', from: null, to: null };
    expect(gridMistake(CHICAGO_GRID)).toBeNull();
    expect(gridMistake({ ...CHICAGO_GRID, lines: [{ ...line, at: '1000' }] })).toMatch(/no line/);
    expect(gridMistake({ ...CHICAGO_GRID, lines: [{ ...line, at: '1000 N' }] })).toMatch(
      /other way/,
    );
    expect(gridMistake({ ...CHICAGO_GRID, lines: [{ ...line, from: 9, to: 1 }] })).toMatch(/down/);
    expect(gridMistake({ ...CHICAGO_GRID, perMile: 1 })).toMatch(/between 10/);
    expect(
      gridMistake({
        ...CHICAGO_GRID,
        steps: {
          s: [
            [100, 1],
            [50, 2],
          ],
        },
      }),
    ).toMatch(/only grow/);
  });
});
