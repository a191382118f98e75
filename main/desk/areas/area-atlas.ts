import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type { MultiPolygon } from 'geojson';
import { cellIndex } from './cell-index.ts';
import type { AreaMap, AreaShape, FoundArea } from '#shared/place/area-map.ts';
import type { Position } from '#shared/place/position.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** A map as questions are put to it: which area a point lies in. */
export interface AreaAtlas {
  readonly map: AreaMap;
  /** A point on a border belongs to the area that stands first in the map. */
  shapeAt(position: Position): AreaShape | null;
  /** Those whose box meets this one, in the order of the map. */
  shapesNear(box: readonly [west: number, south: number, east: number, north: number]): AreaShape[];
}

export function atlasOf(map: AreaMap): AreaAtlas {
  const geometries = map.shapes.map(({ polygons }): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: polygons as unknown as MultiPolygon['coordinates'],
  }));
  const boxes = new Flatbush(Math.max(1, map.shapes.length));
  for (const { polygons } of map.shapes) {
    const points = polygons.flat(2);
    const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
    boxes.add(least(lons), least(lats), most(lons), most(lats));
  }
  if (map.shapes.length === 0) boxes.add(0, 0, 0, 0);
  boxes.finish();
  const look = (lon: number, lat: number): number | null => {
    const near = boxes.search(lon, lat, lon, lat).sort((a, b) => a - b);
    const at = near.find((each) => {
      const geometry = geometries[each];
      return geometry !== undefined && booleanPointInPolygon([lon, lat], geometry);
    });
    return at ?? null;
  };
  // Made when somebody first asks: a map that is only drawn needs none.
  let shapeOf: typeof look | null = null;
  return {
    map,
    shapesNear: (box) =>
      boxes
        .search(...box)
        .sort((a, b) => a - b)
        .flatMap((each) => map.shapes[each] ?? []),
    shapeAt({ lat, lon }) {
      shapeOf ??= cellIndex(map.shapes, look);
      const at = shapeOf(lon, lat);
      return at === null ? null : (map.shapes[at] ?? null);
    },
  };
}

/** The area by its name on the map; its id only while the policy in force still has it. */
export function areaAt(atlas: AreaAtlas, position: Position, policy: Policy): FoundArea {
  const shape = atlas.shapeAt(position);
  return shape === null ? OUTSIDE : foundIn(shape, policy);
}

export const OUTSIDE: FoundArea = { name: null, areaId: null };

export function foundIn(shape: AreaShape, policy: Policy): FoundArea {
  const area = policy.areas.find(({ id }) => id === shape.areaId);
  return { name: area?.name ?? shape.name, areaId: area?.id ?? null };
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), -Infinity);
}
