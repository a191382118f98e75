import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  metersBetween,
  saysTheSame,
  sayUncertainty,
  tooWide,
  type Fix,
} from '#shared/location/fix.ts';
import {
  middleOf,
  reachOf,
  ringsOf,
  shapeMistake,
  towards,
  type LocationShape,
} from '#shared/location/location-shape.ts';
import { distanceMeters } from '#shared/place/position.ts';

const middle = { lat: 41.97, lon: -87.66 };
const square = [
  { lat: 41.9, lon: -87.7 },
  { lat: 41.9, lon: -87.6 },
  { lat: 42, lon: -87.6 },
  { lat: 41.9, lon: -87.7 },
];

function fix(shape: LocationShape, changes: Partial<Fix> = {}): Fix {
  const at = '2026-03-03T18:00:00.000Z';
  const base = { at, source: 'ali', confidence: 90, civic: null, classOfService: 'WPH2' } as const;
  return { ...base, shape, ...changes };
}

test('going somewhere and measuring the way back agree, over the pole and the date line', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -89, max: 89, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 1, max: 500_000, noNaN: true }),
      (lat, lon, bearing, meters) => {
        const there = towards({ lat, lon }, bearing, meters);
        expect(Math.abs(there.lon)).toBeLessThanOrEqual(180);
        expect(distanceMeters({ lat, lon }, there)).toBeCloseTo(meters, 2);
      },
    ),
    { numRuns: 200 },
  );
});

test('north is up: a bearing of 90 degrees goes east', () => {
  const east = towards(middle, 90, 1000);
  expect(east.lon).toBeGreaterThan(middle.lon);
  expect(east.lat).toBeCloseTo(middle.lat, 4);
});

test('the ring of a circle is closed and lies on the circle', () => {
  const [ring = [], ...holes] = ringsOf({ kind: 'circle', middle, radius: 120 });
  expect(holes).toEqual([]);
  expect(ring[0]).toEqual(ring.at(-1));
  for (const corner of ring) expect(distanceMeters(middle, corner)).toBeCloseTo(120, 3);
});

test('an ellipse reaches its longer half axis where it points, and its shorter across', () => {
  const shape = {
    kind: 'ellipse',
    middle,
    semiMajor: 400,
    semiMinor: 100,
    orientation: 90,
  } as const;
  const [ring = []] = ringsOf(shape);
  const far = ring.map((corner) => distanceMeters(middle, corner));
  expect(Math.max(...far)).toBeCloseTo(400, 2);
  expect(Math.min(...far)).toBeCloseTo(100, 2);
  const farthest = ring[far.indexOf(Math.max(...far))]!;
  expect(farthest.lat).toBeCloseTo(middle.lat, 3);
  expect(reachOf(shape)).toBe(400);
});

test('nobody is at the tower of an arc band: its middle is in the band', () => {
  const band = {
    kind: 'arc-band',
    middle,
    inner: 900,
    outer: 1100,
    start: 30,
    opening: 60,
  } as const;
  expect(distanceMeters(middle, middleOf(band)!)).toBeCloseTo(1000, 3);
  const [ring = []] = ringsOf(band);
  expect(ring[0]).toEqual(ring.at(-1));
  for (const corner of ring) {
    const far = distanceMeters(middle, corner);
    expect(Math.min(Math.abs(far - 900), Math.abs(far - 1100))).toBeLessThan(0.01);
  }
});

test('a full arc band is a ring with a hole, without one when it starts at the tower', () => {
  const band = { kind: 'arc-band', middle, inner: 0, outer: 1100, start: 0, opening: 360 } as const;
  expect(ringsOf(band)).toHaveLength(1);
  expect(ringsOf({ ...band, inner: 900 })).toHaveLength(2);
});

test.each<[LocationShape, string | RegExp]>([
  [{ kind: 'point', position: { lat: -87, lon: 141 } }, /^$/],
  [{ kind: 'point', position: { lat: 120, lon: 41 } }, 'latitude comes first'],
  [{ kind: 'circle', middle, radius: -1 }, 'The radius is a length'],
  [{ kind: 'circle', middle, radius: Number.NaN }, 'The radius is a length'],
  [
    { kind: 'arc-band', middle, inner: 2, outer: 1, start: 0, opening: 20 },
    'The outer radius (1 m) is smaller than the inner (2 m).',
  ],
  [{ kind: 'arc-band', middle, inner: 1, outer: 2, start: 0, opening: 0 }, 'opens by more than 0'],
  [{ kind: 'polygon', exterior: square.slice(0, 3), interiors: [] }, 'ends where it starts'],
  [{ kind: 'polygon', exterior: square, interiors: [square.slice(1)] }, 'ends where it starts'],
])('%j: %s', (shape, said) => {
  const mistake = shapeMistake(shape) ?? '';
  if (typeof said === 'string') expect(mistake).toContain(said);
  else expect(mistake).toMatch(said);
});

test('a fix says how far off it may be, and says in words when that is too far to search', () => {
  expect(sayUncertainty(fix({ kind: 'circle', middle, radius: 120 }))).toBe('within 120 m (90 %)');
  const unsure = fix({ kind: 'circle', middle, radius: 120 }, { confidence: null });
  expect(sayUncertainty(unsure)).toBe('within 120 m');
  expect(tooWide(unsure)).toBeNull();
  const tower = fix({ kind: 'circle', middle, radius: 4148 });
  expect(sayUncertainty(tower)).toBe('within 4.1 km (90 %)');
  expect(tooWide(tower)).toBe('The caller may be anywhere within 4.1 km. Ask for the place.');
  const point = fix({ kind: 'point', position: middle }, { confidence: null });
  expect(sayUncertainty(point)).toBe('a point, how far off is not said');
  expect(sayUncertainty(fix({ kind: 'civic-only' }))).toBe('an address, no point');
});

test('fixes are as far apart as their middles', () => {
  const moved = fix({ kind: 'point', position: towards(middle, 10, 300) });
  expect(metersBetween(fix({ kind: 'circle', middle, radius: 50 }), moved)).toBeCloseTo(300, 3);
  expect(metersBetween(moved, fix({ kind: 'civic-only' }))).toBeNull();
});

test('a record that says the same later is the same; a measurement at another time is another', () => {
  const details = {
    found: 'record',
    pseudoAni: null,
    name: '',
    esn: '512',
    agencies: { law: '', fire: '', ems: '' },
    carrier: '',
    written: '',
    unread: [],
  } as const;
  const later = '2026-03-03T18:01:00.000Z';
  const circle = { kind: 'circle', middle, radius: 120 } as const;
  const bid = fix(circle, { record: details });
  expect(saysTheSame(bid, { ...bid, at: later })).toBe(true);
  expect(saysTheSame(bid, { ...bid, record: { ...details, written: '12:01' } })).toBe(false);
  const measured = fix(circle, { source: 'pidf-lo' });
  expect(saysTheSame(measured, { ...measured })).toBe(true);
  expect(saysTheSame(measured, { ...measured, at: later })).toBe(false);
});
