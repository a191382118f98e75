import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  distanceMeters,
  positionMistake,
  sayDistance,
  sayPosition,
  type Position,
} from '#shared/place/position.ts';

const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

test.each<[string, Position, Position, number]>([
  ['one minute of latitude', { lat: 41, lon: -87 }, { lat: 41 + 1 / 60, lon: -87 }, 1853.25],
  ['a quarter of the equator', { lat: 0, lon: 0 }, { lat: 0, lon: 90 }, 10_007_557],
  ['across the date line', { lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }, 111_195],
  ['pole to pole', { lat: 90, lon: 12 }, { lat: -90, lon: -100 }, 20_015_115],
])('%s is as long as on paper', (_what, from, to, meters) => {
  expect(distanceMeters(from, to)).toBeCloseTo(meters, meters > 1e5 ? -1 : 0);
});

test('a distance is the same both ways, none to itself, and never longer than around a third place', () => {
  fc.assert(
    fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
      const direct = distanceMeters(a, b);
      expect(direct).toBeCloseTo(distanceMeters(b, a), 6);
      expect(distanceMeters(a, a)).toBe(0);
      expect(direct).toBeLessThanOrEqual(distanceMeters(a, c) + distanceMeters(c, b) + 0.01);
    }),
  );
});

test('a step aside on the other side of the world is no detour', () => {
  const [far, here] = [-179.99999978513776, 0.0000014222805333474755].map((lon) => ({
    lat: 0,
    lon,
  }));
  const origin = { lat: 0, lon: 0 };
  const around = distanceMeters(far!, here!) + distanceMeters(here!, origin);
  expect(distanceMeters(far!, origin)).toBeLessThanOrEqual(around + 0.01);
});

test.each([
  [0, '0 ft'],
  [30, '100 ft'],
  [300, '1000 ft'],
  [330, '0.2 mi'],
  [1609.344, '1.0 mi'],
  [15_900, '9.9 mi'],
  [16_020, '10 mi'],
  [80_467, '50 mi'],
])('%d metres are said as %s', (meters, said) => {
  expect(sayDistance(meters)).toBe(said);
});

test('a position is said with five decimals', () => {
  expect(sayPosition({ lat: 41.9700004, lon: -87.66 })).toBe('41.97000, -87.66000');
});

test('two numbers on the earth are a position; others are told what is wrong with them', () => {
  fc.assert(fc.property(anywhere, (position) => positionMistake(position) === null));
  expect(positionMistake({ lat: NaN, lon: -87 })).toMatch(/two numbers/);
  expect(positionMistake({ lat: 41, lon: Infinity })).toMatch(/two numbers/);
  expect(positionMistake({ lat: -120.5, lon: 41 })).toMatch(/latitude comes first/);
  expect(positionMistake({ lat: 1_170_000, lon: 1_900_000 })).toMatch(/-90 to 90/);
});
