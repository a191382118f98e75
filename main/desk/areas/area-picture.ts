import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { signedArea } from './ring-area.ts';
import type { AreaMap, Point, Polygon, Ring } from '#shared/place/area-map.ts';
import type { AreaPicture } from '#shared/place/area-examination.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Points across the map: finer than any screen it is drawn on, at three times its size. */
const ACROSS = 4500;
/** Positions a coordinate is snapped to, so that neighbors drawn a hair apart share their border. */
const GRID = 1e6;

type Drawn = { shapes: GeometryCollection<{ at: number }> };

/**
 * The map as a window draws it. Simplified as a topology: a border between two areas is one line, so
 * both keep it and no gap opens. Areas and zones are those of the policy in force.
 */
export function pictureOf(hash: string, map: AreaMap, policy: Policy): AreaPicture {
  const polygons = simplified(map);
  return {
    hash,
    source: map.source,
    schematic: map.schematic,
    shapes: map.shapes.map((shape, at) => {
      const area = policy.areas.find(({ id }) => id === shape.areaId);
      const drawn = polygons[at] ?? shape.polygons;
      return {
        name: area?.name ?? shape.name,
        areaId: area?.id ?? null,
        zone: area?.zone ?? null,
        label: labelPoint(drawn),
        polygons: drawn,
      };
    }),
  };
}

function simplified({ shapes }: AreaMap): (readonly Polygon[])[] {
  const collection = {
    type: 'GeometryCollection',
    geometries: shapes.map(({ polygons }, at) => ({
      type: 'Feature',
      properties: { at },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  };
  const features = { type: 'FeatureCollection', features: collection.geometries };
  const whole = topology({ shapes: features as never }, GRID) as unknown as Topology<Drawn>;
  const [west, south, east, north] = whole.bbox ?? [0, 0, 0, 0];
  const step = Math.max(east - west, north - south) / ACROSS;
  const thin = simplify(presimplify(whole), step * step) as unknown as Topology<Drawn>;
  const back = feature(thin, thin.objects.shapes);
  const drawn: (readonly Polygon[])[] = shapes.map(({ polygons }) => polygons);
  for (const { geometry, properties } of back.features) {
    const { coordinates } = geometry as MultiPolygon;
    const kept = (coordinates as unknown as Polygon[])
      .map((polygon) => polygon.filter(enclosesSomething))
      .filter((polygon) => polygon.length > 0);
    if (kept.length > 0) drawn[properties.at] = kept.map((polygon) => polygon.map(rounded));
  }
  return drawn;
}

function enclosesSomething(ring: Ring): boolean {
  return ring.length >= 4;
}

function rounded(ring: Ring): Ring {
  return ring.map(([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))] as const);
}

/** The middle of the largest part; where that is outside, the middle of the widest piece beside it. */
function labelPoint(polygons: readonly Polygon[]): Point {
  const sizes = polygons.map(([outer]) => Math.abs(signedArea(outer ?? [])));
  const largest = polygons[sizes.indexOf(Math.max(...sizes))] ?? polygons[0];
  const outer = largest?.[0] ?? [];
  const middle = middleOf(outer);
  const shape = { type: 'Polygon', coordinates: (largest ?? []) as [number, number][][] } as const;
  if (booleanPointInPolygon([...middle], shape)) return middle;
  const lat = middle[1];
  const lons = (largest ?? []).flatMap((ring) => crossingsAt(ring, lat)).sort((a, b) => a - b);
  let [best, widest] = [middle, 0];
  for (let pair = 0; pair + 1 < lons.length; pair += 2) {
    const [from, to] = [lons[pair] ?? 0, lons[pair + 1] ?? 0];
    if (to - from > widest) [best, widest] = [[(from + to) / 2, lat] as const, to - from];
  }
  return best;
}

/** Center of mass of what the ring encloses. */
function middleOf(ring: Ring): Point {
  const [origin] = ring;
  if (origin === undefined) return [0, 0];
  let [x, y, sum] = [0, 0, 0];
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1] as Point, ring[at] as Point];
    const [ax, ay, bx, by] = [
      a[0] - origin[0],
      a[1] - origin[1],
      b[0] - origin[0],
      b[1] - origin[1],
    ];
    const part = ax * by - bx * ay;
    x += (ax + bx) * part;
    y += (ay + by) * part;
    sum += part;
  }
  return sum === 0 ? origin : [origin[0] + x / (3 * sum), origin[1] + y / (3 * sum)];
}

function crossingsAt(ring: Ring, lat: number): number[] {
  return ring.slice(1).flatMap(([bx, by], at) => {
    const [ax, ay] = ring[at] as Point;
    return ay > lat === by > lat ? [] : [ax + ((lat - ay) / (by - ay)) * (bx - ax)];
  });
}
