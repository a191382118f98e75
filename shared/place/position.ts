/** A point on the earth, WGS84, in degrees: what GeoJSON, a telephone and a radio report alike. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** How somebody came to know a position. `post`: where the unit stands when it is free. */
export const POSITION_SOURCES = ['radio', 'typed', 'map', 'post'] as const;
export type PositionSource = (typeof POSITION_SOURCES)[number];

/** A point, with the area it was found in, or an area only: somewhere in it, never a point made up. */
export type Spot =
  | { readonly position: Position; readonly areaId: string | null }
  | { readonly position: null; readonly areaId: string };

/** Where a unit was last reported to be. Nothing moves it: its age says how much it is worth. */
export type Whereabouts = Spot & {
  readonly source: PositionSource;
  /** ISO instant it was reported. */
  readonly at: string;
};

/**
 * How the point of a place came about: by a person, of a common place, worked out from the numbers of the
 * street grid, which is about half a block, or taken by a person from a location the caller was said to be at.
 */
export type PlaceSource = 'typed' | 'map' | 'common-place' | 'grid' | 'ali';

/** The point of an incident's place, and how it was set. */
export interface PlacePosition extends Position {
  readonly source: PlaceSource;
}

/** Mean radius of the earth, (2a + b) / 3 of WGS84. */
const EARTH_RADIUS_METERS = 6_371_008.8;
const FEET_PER_METER = 3.280_839_895;
const FEET_PER_MILE = 5280;

/**
 * Great-circle distance in metres by the arctangent of sine and cosine (T. Vincenty, Survey Review 23, 1975, on a
 * sphere), which keeps its digits over a few miles as well as on the other side of the world. The earth is
 * taken as a sphere: at most half a percent from the ellipsoid. As the crow flies, not as streets run.
 */
export function distanceMeters(from: Position, to: Position): number {
  const [here, there] = [radians(from.lat), radians(to.lat)];
  const lon = radians(to.lon - from.lon);
  const sine = Math.hypot(
    Math.cos(there) * Math.sin(lon),
    Math.cos(here) * Math.sin(there) - Math.sin(here) * Math.cos(there) * Math.cos(lon),
  );
  const cosine =
    Math.sin(here) * Math.sin(there) + Math.cos(here) * Math.cos(there) * Math.cos(lon);
  return EARTH_RADIUS_METERS * Math.atan2(sine, cosine);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** As it is said by radio: feet up to a fifth of a mile, then miles. */
export function sayDistance(meters: number): string {
  const feet = meters * FEET_PER_METER;
  if (feet < FEET_PER_MILE / 5) return `${Math.round(feet / 50) * 50} ft`;
  const miles = feet / FEET_PER_MILE;
  return `${miles < 9.95 ? miles.toFixed(1) : Math.round(miles)} mi`;
}

/** As it is read aloud and typed again: five decimals are about three feet. */
export function sayPosition({ lat, lon }: Position): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/** What is wrong with a pair of numbers as a position, in a sentence; null when nothing is. */
export function positionMistake({ lat, lon }: Position): string | null {
  if (!Number.isFinite(lat) || !Number.isFinite(lon))
    return 'A position is two numbers: latitude and longitude in degrees, such as 41.97 -87.66.';
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return null;
  if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180)
    return `Latitude ${lat} is out of range: latitude comes first, then longitude, such as 41.97 -87.66.`;
  return 'Latitude goes from -90 to 90 and longitude from -180 to 180, in degrees.';
}
