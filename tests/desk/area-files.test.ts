import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import {
  collection,
  feature,
  ringOf,
  squares,
  UPTOWN_AND_LAKEVIEW,
} from '../support/invented-areas.ts';
import { areaAt, atlasOf } from '#main/desk/areas/area-atlas.ts';
import { pictureOf } from '#main/desk/areas/area-picture.ts';
import { examineAreas, mapOf } from '#main/desk/areas/examine-areas.ts';
import type { AreaPicture } from '#shared/place/area-examination.ts';
import type { AreaMap } from '#shared/place/area-map.ts';

const look = (text: string, property: string | null = null) =>
  examineAreas(text, property, policy).examination;
const SQUARE = ringOf(-87.68, 41.96, 0.03);
const named = (...rings: readonly (readonly (readonly [number, number])[])[]) =>
  collection(feature({ name: 'Uptown' }, ...rings));
const geometry = (given: unknown) =>
  collection({ type: 'Feature', properties: { name: 'Uptown' }, geometry: given });

test('a good file is named by its property and matched with the policy, near names marked so', () => {
  const seen = look(squares(UPTOWN_AND_LAKEVIEW));
  expect(seen).toMatchObject({
    faults: [],
    property: 'name',
    names: ['Uptown', 'Lake View', 'Invented Harbor'],
    unmatched: ['Invented Harbor'],
    points: 15,
  });
  const met = seen.matches.filter(({ shape }) => shape !== null);
  expect(met.map(({ areaId, shape, how }) => [areaId, shape, how])).toEqual([
    ['uptown', 'Uptown', 'same'],
    ['lakeview', 'Lake View', 'near'],
  ]);
});

test.each<[string, string, RegExp]>([
  ['no JSON', '{"type": "FeatureCollection",\n "features": [}', /The file is not JSON: line 2/],
  ['NaN', named(SQUARE).replace('41.96', 'NaN'), /The file is not JSON: line 1, “NaN” is not JSON/],
  ['nothing', ' \n', /The file is empty/],
  ['a list', '[]', /holds no GeoJSON object/],
  ['no features', collection(), /no features/],
  [
    'one feature alone',
    JSON.stringify(feature({ name: 'x' }, SQUARE)),
    /“Feature”, not a FeatureCollection/,
  ],
  ['TopoJSON', '{"type":"Topology","objects":{}}', /“Topology”, not a FeatureCollection/],
  [
    'another coordinate system',
    JSON.stringify({
      ...(JSON.parse(named(SQUARE)) as object),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3435' } },
    }),
    /coordinate system “urn:ogc:def:crs:EPSG::3435”\. Export it as WGS84/,
  ],
  ['a null geometry', geometry(null), /Feature 1 \(“Uptown”\) has no geometry/],
  [
    'a point',
    geometry({ type: 'Point', coordinates: [-87, 41] }),
    /Feature 1 \(“Uptown”\) is “Point”/,
  ],
  [
    'a line',
    geometry({ type: 'LineString', coordinates: SQUARE }),
    /is “LineString”, not a Polygon/,
  ],
  [
    'no coordinates',
    geometry({ type: 'Polygon' }),
    /Feature 1 \(“Uptown”\) is empty: it has no outline/,
  ],
  [
    'an empty outline',
    geometry({ type: 'Polygon', coordinates: [] }),
    /is empty: it has no outline/,
  ],
  ['no parts', geometry({ type: 'MultiPolygon', coordinates: [] }), /is empty: it has no outline/],
  ['an open ring', named(SQUARE.slice(0, 4)), /Feature 1 \(“Uptown”\) is not closed/],
  ['three points', named([SQUARE[0]!, SQUARE[1]!, SQUARE[0]!]), /fewer than 4 points/],
  [
    'one point four times',
    named([SQUARE[0]!, SQUARE[0]!, SQUARE[0]!, SQUARE[0]!]),
    /fewer than 4 different points/,
  ],
  [
    'a line there and back',
    named([SQUARE[0]!, SQUARE[1]!, SQUARE[2]!, SQUARE[1]!, SQUARE[0]!]),
    /encloses less than a square yard/,
  ],
  [
    'a bow tie',
    named([SQUARE[0]!, SQUARE[2]!, SQUARE[1]!, SQUARE[3]!, SQUARE[0]!]),
    /Feature 1 \(“Uptown”\) has a border that crosses itself .* at 41\.97500, -87\.66500/,
  ],
  [
    'an eight through a corner',
    named([
      [-87.68, 41.96],
      [-87.66, 41.98],
      [-87.64, 42],
      [-87.64, 41.96],
      [-87.66, 41.98],
      [-87.68, 42],
      [-87.68, 41.96],
    ]),
    /has a border that crosses itself/,
  ],
  ['a hole outside', named(SQUARE, ringOf(-87.5, 41.9, 0.01)), /a hole outside its outer ring/],
  [
    'a hole across the border',
    named(SQUARE, ringOf(-87.685, 41.965, 0.01)),
    /crosses itself or its own/,
  ],
  [
    'swapped',
    named(SQUARE.map(([lon, lat]) => [lat, lon] as const)),
    /latitude and longitude swapped/,
  ],
  [
    'metres',
    named(ringOf(1_170_000, 1_900_000, 3000)),
    /in metres or feet \(1170000, 1900000\).*EPSG:4326/,
  ],
  ['huge numbers', named(ringOf(1e300, 1e300, 1e299)), /in metres or feet \(1\.0e\+300/],
  ['out of range', named(ringOf(-187.68, 41.96, 0.03)), /out of range \(-187\.68, 41\.96\)/],
  [
    'text for numbers',
    named(SQUARE.map(([lon]) => [lon, '41'] as never)),
    /a coordinate that is no number/,
  ],
  [
    'null for numbers',
    named(SQUARE.map(([lon]) => [lon, null] as never)),
    /a coordinate that is no number/,
  ],
  [
    'single numbers',
    named(SQUARE.map(([lon]) => lon as never)),
    /no pair of longitude and latitude/,
  ],
  [
    'the same area twice',
    squares([UPTOWN_AND_LAKEVIEW[0]!, ['UPTOWN ', -87.6, 41.9, 0.01]]),
    /property that is on every feature and different on each/,
  ],
  ['no names', collection(feature(null, SQUARE)), /no property/],
  ['more than 16 MiB', ' '.repeat(16 * 1024 * 1024 + 1), /larger than 16 MiB/],
  ['deep nesting', '['.repeat(100_000), /The file is not JSON/],
])('%s is refused with the feature named', (_what, text, says) => {
  const seen = look(text);
  expect(seen.faults.join(' ')).toMatch(says);
  expect(seen.faults[0]).toMatch(/^(The file|Feature \d+) .+\.$/s);
  expect(seen).toMatchObject({ matches: [], names: [] });
});

test('with a property named, the feature that repeats a name or has none is said', () => {
  const twice = squares([UPTOWN_AND_LAKEVIEW[0]!, ['uptown', -87.6, 41.9, 0.01]]);
  expect(look(twice, 'name').faults).toEqual([
    'Feature 2 (“uptown”) is called like feature 1: join both into one MultiPolygon, or rename one.',
  ]);
  const unnamed = collection(
    feature({ name: '' }, SQUARE),
    feature({ name: 'x'.repeat(81) }, SQUARE),
  );
  expect(look(unnamed, 'name').faults).toEqual([
    'Feature 1 has no “name”, so it has no name.',
    expect.stringMatching(/^Feature 2 .* more than 80 letters\.$/),
  ]);
});

test('every broken feature is said, and a hundred at most', () => {
  const broken = Array.from({ length: 120 }, () => feature({ name: 'x' }, SQUARE.slice(0, 4)));
  const { faults } = look(collection(...broken));
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)).toBe('And 20 more.');
});

test('names in any script, with emoji and up to 80 letters, are kept as they are', () => {
  const names = [
    'حي الشمال',
    'ألف'.repeat(20),
    '🦉 Owl Hill',
    'Saint-Édouard-de-la-Petite-Rivière-du-Nord',
  ];
  const text = squares(names.map((name, at) => [name, -88 + at / 10, 41, 0.05] as const));
  expect(look(text)).toMatchObject({
    faults: [],
    names: names.map((name) => name.normalize('NFC')),
  });
});

test('a border that only meets itself, an overlap and a gap are said and stand in nobody’s way', () => {
  const pinched = named([
    [-87.68, 41.96],
    [-87.66, 41.98],
    [-87.64, 41.96],
    [-87.64, 42],
    [-87.66, 41.98],
    [-87.68, 42],
    [-87.68, 41.96],
  ]);
  expect(look(pinched)).toMatchObject({
    faults: [],
    warnings: ['The border of “Uptown” meets itself at 41.98000, -87.66000.'],
  });
  const around: [string, number, number, number][] = [
    ['North', -87.7, 41.98, 0.02],
    ['West', -87.72, 41.96, 0.02],
    ['East', -87.68, 41.96, 0.02],
    ['South', -87.7, 41.94, 0.02],
    ['NW', -87.72, 41.98, 0.02],
    ['NE', -87.68, 41.98, 0.02],
    ['SW', -87.72, 41.94, 0.02],
    ['SE', -87.68, 41.94, 0.02],
    ['Over', -87.67, 41.975, 0.01],
  ];
  const { warnings } = look(squares(around));
  expect(warnings).toContainEqual(
    expect.stringMatching(/^Between the areas about 1\.4 square miles near 41\.9/),
  );
  expect(warnings).toContainEqual(expect.stringMatching(/^“East” and “Over” overlap by about /));
});

test('no square drawn anywhere people live is refused, whichever way round and wherever it begins', () => {
  const anywhere = fc.tuple(
    fc.double({ min: -160, max: -60, noNaN: true }),
    fc.double({ min: 18, max: 70, noNaN: true }),
    fc.double({ min: 0.001, max: 1, noNaN: true }),
    fc.nat(3),
    fc.boolean(),
  );
  fc.assert(
    fc.property(anywhere, ([west, south, side, begin, back]) => {
      const open = ringOf(west, south, side).slice(0, 4);
      const turned = [...open.slice(begin), ...open.slice(0, begin)];
      const ring = back ? turned.toReversed() : turned;
      expect(look(named([...ring, ring[0]!])).faults).toEqual([]);
    }),
  );
});

test('a point is in the area it is drawn in, in none outside, and on a border in the first', () => {
  const { areas, examination } = examineAreas(squares(UPTOWN_AND_LAKEVIEW), null, policy);
  const map = mapOf('x.geojson', areas, examination.names, { uptown: 'Uptown' });
  const atlas = atlasOf(map);
  const at = (lat: number, lon: number) => areaAt(atlas, { lat, lon }, policy);
  expect(at(41.97, -87.66)).toEqual({ name: 'Uptown', areaId: 'uptown' });
  expect(at(41.94, -87.66)).toEqual({ name: 'Lake View', areaId: null });
  expect(at(41.5, -87.66)).toEqual({ name: null, areaId: null });
  expect(at(41.96, -87.66)).toEqual({ name: 'Uptown', areaId: 'uptown' });
  fc.assert(
    fc.property(fc.double({ min: 0.0001, max: 0.0299, noNaN: true }), (by) => {
      expect(at(41.96 + by, -87.68 + by).areaId).toBe('uptown');
      expect(at(41.93 - by, -87.67 + by).name).toBeNull();
    }),
  );
});

/** Of all points, how many belong to more than one area. */
function sharedOf(shapes: AreaMap['shapes'] | AreaPicture['shapes']): number {
  const areasAt = new Map<string, Set<string>>();
  for (const { name, polygons } of shapes)
    for (const [lon, lat] of polygons.flat(2)) {
      const key = `${lon.toFixed(5)} ${lat.toFixed(5)}`;
      areasAt.set(key, (areasAt.get(key) ?? new Set()).add(name));
    }
  return [...areasAt.values()].filter(({ size }) => size > 1).length / areasAt.size;
}

// The real shapes state no licence, so they are not in this repository; where they lie beside it they are read.
const CHICAGO = join(import.meta.dirname, '../../../shared/data/chicago-geo');
const absent = !existsSync(CHICAGO);
if (absent) process.stderr.write('SKIPPED: the real areas of Chicago are not on this computer.\n');

describe.skipIf(absent)(absent ? 'real areas (skipped: absent)' : 'real areas', () => {
  const read = (file: string) => readFileSync(join(CHICAGO, file), 'utf8');

  test.each(['community_areas_simple_rfc7946.geojson', 'community_areas_full.geojson'])(
    '%s holds the 13 areas of the policy, Lake View by a near name',
    (file) => {
      const seen = look(read(file));
      expect(seen.faults).toEqual([]);
      expect(seen.names).toHaveLength(77);
      expect(seen.matches).toHaveLength(13);
      expect(seen.matches.filter(({ how }) => how === 'near').map(({ areaId }) => areaId)).toEqual([
        'lakeview',
      ]);
      expect(seen.matches.every(({ shape }) => shape !== null)).toBe(true);
      expect(seen.unmatched).toHaveLength(64);
    },
  );

  test('simplified and full shapes put known corners into the same areas', () => {
    const corners: [string, number, number][] = [
      ['uptown', 41.9654, -87.6547],
      ['chatham', 41.7411, -87.6126],
      ['west-lawn', 41.7726, -87.7226],
      ['humboldt-park', 41.9021, -87.7212],
      ['gage-park', 41.7953, -87.6962],
    ];
    for (const file of ['community_areas_simple_rfc7946.geojson', 'community_areas_full.geojson']) {
      const { areas, examination } = examineAreas(read(file), null, policy);
      const { names, matches } = examination;
      const mapping = Object.fromEntries(matches.map(({ areaId, shape }) => [areaId, shape ?? '']));
      const atlas = atlasOf(mapOf(file, areas, names, mapping));
      for (const [areaId, lat, lon] of corners)
        expect(areaAt(atlas, { lat, lon }, policy).areaId, file).toBe(areaId);
    }
  });

  test('the picture keeps every area, each name inside it, and neighbors share their border', () => {
    const { areas, examination } = examineAreas(read('community_areas_full.geojson'), null, policy);
    const map = mapOf('full', areas, examination.names, {});
    const picture = pictureOf('h', map, policy);
    expect(picture.shapes).toHaveLength(77);
    const points = (
      shapes: readonly { polygons: readonly (readonly (readonly unknown[])[])[] }[],
    ) => shapes.flatMap(({ polygons }) => polygons.flat(2)).length;
    expect(points(picture.shapes)).toBeLessThan(points(map.shapes) / 4);
    const drawn = atlasOf({ ...map, shapes: picture.shapes });
    for (const { name, label } of picture.shapes)
      expect(drawn.shapeAt({ lat: label[1], lon: label[0] })?.name).toBe(name);
    // A border kept by two areas has every one of its points twice, as in the file.
    expect(sharedOf(picture.shapes)).toBeGreaterThan(0.9 * sharedOf(map.shapes));
  });

  test.each([
    ['community_areas.geojson', /^Feature 1 \(“Albany Park”\) is no GeoJSON feature/],
    ['chicago_zctas.geojson', /^Feature 1 .*encloses less than a square yard/],
    ['zipcode_centroids.geojson', /^Feature 1 is “Point”/],
    ['chicago.geojson', /^The file is “MultiPolygon”, not a FeatureCollection/],
  ])('%s is broken, and the feature is named', (file, says) => {
    expect(look(read(file)).faults[0]).toMatch(says);
  });
});
