import { readPolygons } from './ring-faults.ts';
import { findJsonFault } from '../policy/json-faults.ts';
import { LARGEST_AREA_FILE } from '#shared/contract/area-limits.ts';
import type { Polygon } from '#shared/place/area-map.ts';
import type { AreaFault } from '#shared/place/area-examination.ts';

/** An area of a file, whose borders hold. */
export interface ReadArea {
  /** Counted from 1. */
  readonly feature: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: readonly Polygon[];
  /** Where its border meets itself; null when it does not. */
  readonly touching: string | null;
  readonly points: number;
}

export interface ReadFile {
  readonly areas: readonly ReadArea[];
  readonly faults: readonly AreaFault[];
}

const MOST_FEATURES = 2000;
/** Members of a feature that usually hold its name, for sentences about a feature that cannot be read. */
const NAMES = ['name', 'NAME', 'Name', 'community', 'COMMUNITY', 'label', 'area', 'title'];

/** Reads GeoJSON (RFC 7946): every feature that is an area, and everything that keeps one from being. */
export function readAreaFile(text: string): ReadFile {
  const whole = (why: string): ReadFile => ({
    areas: [],
    faults: [{ feature: null, name: null, why }],
  });
  if (text.length > LARGEST_AREA_FILE)
    return whole('is larger than 16 MiB. Export it with fewer points.');
  if (text.trim() === '') return whole('is empty. Export it again.');
  const json = parse(text);
  if ('why' in json) return whole(json.why);
  const document = json.value;
  if (!isObject(document))
    return whole('holds no GeoJSON object. Export it as a FeatureCollection.');
  if (document['type'] !== 'FeatureCollection')
    return whole(
      `is ${named(document['type'])}, not a FeatureCollection. Export all areas as one FeatureCollection.`,
    );
  const crs = crsOf(document['crs']);
  if (crs !== null)
    return whole(`is in the coordinate system ${crs}. Export it as WGS84 (EPSG:4326).`);
  const { features } = document;
  if (!Array.isArray(features) || features.length === 0)
    return whole('has no features, so there is no area in it.');
  if (features.length > MOST_FEATURES)
    return whole(
      `has ${features.length} features; more than ${MOST_FEATURES} are no areas of a center.`,
    );
  const areas: ReadArea[] = [];
  const faults: AreaFault[] = [];
  for (const [at, each] of (features as unknown[]).entries()) {
    const read = readFeature(each, at + 1);
    if ('why' in read) faults.push(read);
    else areas.push(read);
  }
  return { areas, faults };
}

function parse(text: string): { value: unknown } | { why: string } {
  try {
    // A byte order mark is no sign of JSON, and Windows programs write one all the same.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    const fault = findJsonFault(text);
    return fault === null
      ? { why: 'is not JSON. Export it as GeoJSON.' }
      : { why: `is not JSON: line ${fault.line}, ${fault.why}.` };
  }
}

function readFeature(given: unknown, feature: number): ReadArea | AreaFault {
  const name = isObject(given) ? (nameIn(given['properties']) ?? nameIn(given)) : null;
  const fault = (why: string): AreaFault => ({ feature, name, why });
  if (!isObject(given)) return fault('is no object.');
  if (given['type'] !== 'Feature')
    return fault(`is no GeoJSON feature: its “type” is ${named(given['type'])}, not “Feature”.`);
  const { geometry } = given;
  if (geometry === null || geometry === undefined) return fault('has no geometry.');
  if (!isObject(geometry)) return fault('has a geometry that is no object.');
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return fault(`is ${named(type)}, not a Polygon or MultiPolygon: it encloses no area.`);
  const read = readPolygons(type === 'Polygon' ? [coordinates] : coordinates);
  if ('why' in read) return fault(read.why);
  const { properties } = given;
  return { feature, properties: isObject(properties) ? properties : {}, ...read };
}

function nameIn(properties: unknown): string | null {
  if (!isObject(properties)) return null;
  const found = NAMES.map((key) => properties[key]).find((value) => typeof value === 'string');
  return typeof found === 'string' && found.trim() !== '' ? found.trim().slice(0, 80) : null;
}

/** The name of a coordinate system that is not longitude and latitude; null when it is, or none is named. */
function crsOf(crs: unknown): string | null {
  if (!isObject(crs) || !isObject(crs['properties'])) return null;
  const { name } = crs['properties'];
  if (typeof name !== 'string') return null;
  return /CRS:?84|EPSG:+4326|OGC.*CRS84/i.test(name.replace(/::/g, ':'))
    ? null
    : `“${name.slice(0, 60)}”`;
}

function named(type: unknown): string {
  if (typeof type !== 'string') return 'missing';
  return `“${type.slice(0, 40)}”`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
