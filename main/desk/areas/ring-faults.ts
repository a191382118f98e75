import { signedArea } from './ring-area.ts';
import { borderFaults } from './ring-crossing.ts';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Polygon as Shape } from 'geojson';
import type { Point, Polygon, Ring } from '#shared/place/area-map.ts';
import { sayPosition } from '#shared/place/position.ts';

/** Degrees of latitude between which people live: beyond them, latitude and longitude are swapped. */
const NORTHERNMOST = 72;
const SOUTHERNMOST = -60;
/** About a square yard: less than that encloses nothing. */
const LEAST_AREA = 1e-10;

export type ReadPolygons =
  | {
      readonly polygons: readonly Polygon[];
      readonly touching: string | null;
      readonly points: number;
    }
  | { readonly why: string };

/** Coordinates of a MultiPolygon as the file has them: rings with no point twice in a row, or why not. */
export function readPolygons(coordinates: unknown): ReadPolygons {
  if (!Array.isArray(coordinates) || coordinates.length === 0)
    return { why: 'is empty: it has no outline.' };
  const polygons: Ring[][] = [];
  let points = 0;
  for (const part of coordinates as unknown[]) {
    if (!Array.isArray(part) || part.length === 0) return { why: 'is empty: it has no outline.' };
    const rings: Ring[] = [];
    for (const [at, given] of (part as unknown[]).entries()) {
      const ring = readRing(given, at === 0 ? 'its outer ring' : `its hole ${at}`);
      if ('why' in ring) return ring;
      points += ring.length;
      rings.push(ring);
    }
    polygons.push(rings);
  }
  const { crossing, touching } = borderFaults(polygons.flat());
  if (crossing !== null)
    return { why: `has a border that crosses itself or its own at ${spoken(crossing)}.` };
  const empty = polygons.flat().find((ring) => Math.abs(signedArea(ring)) < LEAST_AREA);
  if (empty?.[0] !== undefined)
    return {
      why: `encloses less than a square yard near ${spoken(empty[0])}: its border runs back on itself. Remove that part.`,
    };
  const stray = polygons.map(holeOutside).find((hole) => hole !== null);
  if (stray !== undefined) return { why: `has a hole outside its outer ring at ${spoken(stray)}.` };
  return { polygons, touching: touching && spoken(touching), points };
}

function readRing(given: unknown, which: string): Ring | { why: string } {
  if (!Array.isArray(given)) return { why: `has no list of points as ${which}.` };
  const ring: Point[] = [];
  for (const each of given as unknown[]) {
    const why = pointMistake(each);
    if (why !== null) return { why };
    const [lon, lat] = each as [number, number];
    const last = ring.at(-1);
    if (last === undefined || last[0] !== lon || last[1] !== lat) ring.push([lon, lat]);
  }
  const [first] = ring;
  const last = ring.at(-1);
  if (given.length < 4 || first === undefined || last === undefined)
    return { why: `has fewer than 4 points as ${which}: three corners, and the first once more.` };
  if (first[0] !== last[0] || first[1] !== last[1])
    return { why: `is not closed: the last point of ${which} is not its first.` };
  if (ring.length < 4) return { why: `has fewer than 4 different points in a row as ${which}.` };
  return ring;
}

/** What is wrong with one pair of a file; null when it is a point on the earth where people live. */
function pointMistake(given: unknown): string | null {
  if (!Array.isArray(given) || given.length < 2)
    return 'has a point that is no pair of longitude and latitude.';
  const [lon, lat] = given as unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number' || !isFinite(lon) || !isFinite(lat))
    return 'has a coordinate that is no number.';
  if (Math.abs(lon) > 180 && Math.abs(lat) > 90)
    return `has coordinates in metres or feet (${shown(lon)}, ${shown(lat)}): export it as WGS84 longitude and latitude (EPSG:4326).`;
  if (Math.abs(lat) <= 180 && Math.abs(lon) <= 90 && (lat < SOUTHERNMOST || lat > NORTHERNMOST))
    return `has latitude and longitude swapped (${shown(lon)}, ${shown(lat)}): GeoJSON puts longitude first.`;
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180)
    return `has a coordinate out of range (${shown(lon)}, ${shown(lat)}).`;
  if (lat < SOUTHERNMOST || lat > NORTHERNMOST)
    return `lies where nobody lives (${shown(lon)}, ${shown(lat)}): its coordinates are out of range.`;
  return null;
}

function shown(coordinate: number): string {
  return Math.abs(coordinate) < 1e9
    ? String(Number(coordinate.toFixed(4)))
    : coordinate.toExponential(1);
}

export function spoken([lon, lat]: Point): string {
  return sayPosition({ lat, lon });
}

/** A corner of a hole that lies outside; null when every hole is inside. Borders do not cross by now. */
function holeOutside([outer, ...holes]: Polygon): Point | null {
  if (outer === undefined) return null;
  const shape: Shape = {
    type: 'Polygon',
    coordinates: [outer as unknown as Shape['coordinates'][0]],
  };
  for (const hole of holes) {
    const inner = hole.find((corner) => !isOn(outer, corner)) ?? hole[0];
    if (inner !== undefined && !booleanPointInPolygon([...inner], shape)) return inner;
  }
  return null;
}

function isOn(ring: Ring, [lon, lat]: Point): boolean {
  return ring.some((point) => point[0] === lon && point[1] === lat);
}
