import fc from 'fast-check';
import { expect, test } from 'vitest';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { atlasOf } from '#main/desk/areas/area-atlas.ts';
import type { AreaShape, Point, Ring } from '#shared/place/area-map.ts';

/** A star around a middle, so that borders slant, meet and lie over one another. */
const star = fc
  .record({
    lon: fc.double({ min: -88, max: -87, noNaN: true }),
    lat: fc.double({ min: 41, max: 42, noNaN: true }),
    reach: fc.array(fc.double({ min: 0.01, max: 0.5, noNaN: true }), {
      minLength: 3,
      maxLength: 9,
    }),
  })
  .map(({ lon, lat, reach }): Ring => {
    const points = reach.map((far, at): Point => {
      const angle = (at * 2 * Math.PI) / reach.length;
      return [lon + far * Math.cos(angle), lat + far * Math.sin(angle)];
    });
    return [...points, points[0]!];
  });

test('a point is in the shape it would be in if every border were looked at', () => {
  fc.assert(
    fc.property(
      fc.array(star, { minLength: 1, maxLength: 5 }),
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        {
          minLength: 30,
          maxLength: 60,
        },
      ),
      (rings, points) => {
        const shapes = rings.map((ring, at): AreaShape => ({
          name: `area ${at}`,
          areaId: null,
          polygons: [[ring]],
        }));
        const atlas = atlasOf({ source: 'x', schematic: false, shapes });
        for (const [x, y] of points) {
          const position = { lon: -88.5 + 2 * x, lat: 40.5 + 2 * y };
          const slow = shapes.find(({ polygons }) =>
            booleanPointInPolygon([position.lon, position.lat], {
              type: 'MultiPolygon',
              coordinates: polygons as unknown as [number, number][][][],
            }),
          );
          // Asked twice: the second answer comes from the cell.
          expect(atlas.shapeAt(position)?.name).toBe(slow?.name);
          expect(atlas.shapeAt(position)?.name).toBe(slow?.name);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the middle of every cell’s edge and every corner of a shape is answered', () => {
  const square: Ring = [
    [-88, 41],
    [-87, 41],
    [-87, 42],
    [-88, 42],
    [-88, 41],
  ];
  const shape: AreaShape = { name: 'square', areaId: null, polygons: [[square]] };
  const atlas = atlasOf({ source: 'x', schematic: false, shapes: [shape] });
  for (const [lon, lat] of square) expect(atlas.shapeAt({ lon, lat })).toBe(shape);
  for (let at = 0; at <= 512; at += 64)
    expect(atlas.shapeAt({ lon: -88 + at / 512, lat: 41.5 })).toBe(shape);
  expect(atlas.shapeAt({ lon: -88.0001, lat: 41.5 })).toBeNull();
  expect(
    atlasOf({ source: 'x', schematic: false, shapes: [] }).shapeAt({ lon: 0, lat: 0 }),
  ).toBeNull();
});
