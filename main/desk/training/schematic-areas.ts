import { areaMapHash } from '../areas/area-answers.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import type { AreaMap, Ring } from '#shared/place/area-map.ts';
import type { Position, Spot } from '#shared/place/position.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** A tile is invented: it shows who is next to whom, and no border of any city. In degrees. */
const WIDE = 0.05;
const HIGH = 0.03;

/** South-west corners, longitude first. */
const TILES: Readonly<Record<string, readonly [lon: number, lat: number]>> = {
  uptown: [-87.69, 41.96],
  'north-center': [-87.74, 41.93],
  lakeview: [-87.69, 41.93],
  'humboldt-park': [-87.79, 41.9],
  'west-garfield-park': [-87.79, 41.87],
  'east-garfield-park': [-87.74, 41.87],
  'west-elsdon': [-87.79, 41.83],
  'gage-park': [-87.74, 41.83],
  'west-lawn': [-87.79, 41.8],
  'chicago-lawn': [-87.74, 41.8],
  'west-englewood': [-87.69, 41.8],
  'auburn-gresham': [-87.69, 41.77],
  chatham: [-87.64, 41.77],
};

/** Where the units of the training center wait: a point in a tile, or only the area. */
const POSTS: Readonly<
  Record<string, readonly [areaId: string, east: number, north: number] | string>
> = {
  M1: ['lakeview', 0.7, 0.3],
  M2: ['uptown', 0.6, 0.35],
  M3: ['chicago-lawn', 0.65, 0.35],
  M4: ['auburn-gresham', 0.25, 0.3],
  R1: ['humboldt-park', 0.6, 0.3],
  N1: ['east-garfield-park', 0.3, 0.3],
  S1: ['gage-park', 0.6, 0.3],
  P11: 'north-center',
  P14: 'west-garfield-park',
  P22: 'west-lawn',
  E31: ['north-center', 0.3, 0.25],
  E38: ['west-elsdon', 0.5, 0.3],
  E54: 'chatham',
};

/** The map of the training center, in force from the beginning, and where its units were last reported. */
export function schematicAreas(policy: Policy): NewEvent[] {
  const map = tileMap(policy);
  const hash = areaMapHash(map);
  return [
    { type: 'areas.proposed', hash, map, note: 'Invented for training.' },
    { type: 'areas.adopted', hash, how: 'training', approvedBy: null },
    ...Object.entries(POSTS).map(([unitId, post]): NewEvent => {
      const spot: Spot =
        typeof post === 'string'
          ? { position: null, areaId: post }
          : { position: inTile(post[0], post[1], post[2]), areaId: post[0] };
      return { type: 'unit.position-reported', unitId: unitId as UnitId, spot, source: 'post' };
    }),
  ];
}

function tileMap(policy: Policy): AreaMap {
  const shapes = policy.areas.flatMap(({ id, name }) => {
    const corner = TILES[id];
    return corner === undefined ? [] : [{ name, areaId: id, polygons: [[tile(corner)]] }];
  });
  return { source: 'Training tiles', schematic: true, shapes };
}

function tile([west, south]: readonly [number, number]): Ring {
  const [east, north] = [degrees(west + WIDE), degrees(south + HIGH)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** A point of a tile by its share of the way east and north; the middle of the map for no tile. */
export function inTile(areaId: string, east: number, north: number): Position {
  const [west, south] = TILES[areaId] ?? [-87.68, 41.83];
  return { lat: degrees(south + north * HIGH), lon: degrees(west + east * WIDE) };
}

export function hasTile(areaId: string | null): areaId is string {
  return areaId !== null && Object.hasOwn(TILES, areaId);
}

function degrees(exact: number): number {
  return Number(exact.toFixed(5));
}
