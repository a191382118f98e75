import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { orient2d } from 'robust-predicates';
import type { AreaAtlas } from './area-atlas.ts';
import type { TouchedAreas } from '#shared/board/location-lines.ts';
import { middleOf, ringsOf, type LocationShape } from '#shared/location/location-shape.ts';
import type { AreaShape, Point, Ring } from '#shared/place/area-map.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Every area some part of the shape lies in, by its name; null when nothing is drawn. */
export function touchedAreas(
  atlas: AreaAtlas,
  shape: LocationShape,
  policy: Policy,
): TouchedAreas | null {
  const middle = middleOf(shape);
  if (middle === null) return null;
  const rings = ringsOf(shape).map((ring) => ring.map(({ lat, lon }): Point => [lon, lat]));
  const corners = [[middle.lon, middle.lat] as Point, ...rings.flat()];
  const found = atlas.shapesNear(boxOf(corners)).filter((area) => meets(area, corners, rings));
  const nameOf = ({ areaId, name }: AreaShape) =>
    policy.areas.find(({ id }) => id === areaId)?.name ?? name;
  return {
    names: [...new Set(found.map(nameOf))],
    outside: corners.some(([lon, lat]) => atlas.shapeAt({ lat, lon }) === null),
  };
}

function boxOf(corners: readonly Point[]): readonly [number, number, number, number] {
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function meets(area: AreaShape, corners: readonly Point[], rings: readonly Ring[]): boolean {
  const ground = { type: 'MultiPolygon', coordinates: area.polygons as never } as const;
  if (corners.some(([lon, lat]) => booleanPointInPolygon([lon, lat], ground))) return true;
  if (rings.length === 0) return false;
  const drawn = { type: 'Polygon', coordinates: rings as never } as const;
  const [west, south, east, north] = boxOf(corners);
  for (const border of area.polygons.flat())
    for (let at = 1; at < border.length; at += 1) {
      const [a, b] = [border[at - 1] as Point, border[at] as Point];
      if (Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east) continue;
      if (Math.max(a[1], b[1]) < south || Math.min(a[1], b[1]) > north) continue;
      // The area reaches into the shape with a corner, or a border runs across it.
      if (booleanPointInPolygon([a[0], a[1]], drawn)) return true;
      if (rings.some((ring) => crosses(ring, a, b))) return true;
    }
  return false;
}

function crosses(ring: Ring, a: Point, b: Point): boolean {
  for (let at = 1; at < ring.length; at += 1) {
    const [c, d] = [ring[at - 1] as Point, ring[at] as Point];
    if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
  }
  return false;
}

function turn(a: Point, b: Point, c: Point): number {
  return Math.sign(orient2d(a[0], a[1], b[0], b[1], c[0], c[1]));
}
