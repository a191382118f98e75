import { distanceMeters, positionMistake, type Position } from '../place/position.ts';

/**
 * Where somebody may be, as RFC 5491 draws it: WGS84 degrees, lengths in metres, angles in degrees clockwise
 * from north. A shape is an area somebody is in, never a point with a margin: its middle is no better than its
 * edge. `civic-only` has words and no drawing.
 */
export type LocationShape =
  | { readonly kind: 'point'; readonly position: Position }
  | { readonly kind: 'circle'; readonly middle: Position; readonly radius: number }
  | {
      readonly kind: 'ellipse';
      readonly middle: Position;
      readonly semiMajor: number;
      readonly semiMinor: number;
      /** Of the longer axis. */
      readonly orientation: number;
    }
  | {
      readonly kind: 'arc-band';
      /** The tower: nobody is said to be there. */
      readonly middle: Position;
      readonly inner: number;
      readonly outer: number;
      readonly start: number;
      readonly opening: number;
    }
  | {
      readonly kind: 'polygon';
      /** Closed: the last corner is the first. */
      readonly exterior: readonly Position[];
      readonly interiors: readonly (readonly Position[])[];
    }
  | { readonly kind: 'civic-only' };

export const SHAPE_LABELS: Readonly<Record<LocationShape['kind'], string>> = {
  point: 'Point',
  circle: 'Circle',
  ellipse: 'Ellipse',
  'arc-band': 'Arc band around a tower',
  polygon: 'Polygon',
  'civic-only': 'Address only',
};

/** Half around the earth: more than that is no place. */
const FARTHEST_METERS = 20_000_000;
const EARTH_RADIUS_METERS = 6_371_008.8;
const CORNERS_OF_A_CIRCLE = 64;

/** What is wrong with the numbers of a shape, in a sentence; null when nothing is. */
export function shapeMistake(shape: LocationShape): string | null {
  for (const position of positionsOf(shape)) {
    const mistake = positionMistake(position);
    if (mistake !== null) return mistake;
  }
  switch (shape.kind) {
    case 'point':
    case 'civic-only':
      return null;
    case 'circle':
      return lengthMistake('radius', shape.radius);
    case 'ellipse':
      return (
        lengthMistake('longer half axis', shape.semiMajor) ??
        lengthMistake('shorter half axis', shape.semiMinor) ??
        (Number.isFinite(shape.orientation) ? null : 'The orientation of the ellipse is no number.')
      );
    case 'arc-band':
      return (
        lengthMistake('inner radius', shape.inner) ??
        lengthMistake('outer radius', shape.outer) ??
        (shape.outer < shape.inner
          ? `The outer radius (${shape.outer} m) is smaller than the inner (${shape.inner} m).`
          : null) ??
        (Number.isFinite(shape.start) && shape.opening > 0 && shape.opening <= 360
          ? null
          : 'An arc band opens by more than 0 and up to 360 degrees from a start angle.')
      );
    case 'polygon':
      return [shape.exterior, ...shape.interiors].every(isClosed)
        ? null
        : 'A polygon needs at least three corners and ends where it starts.';
  }
}

function lengthMistake(what: string, meters: number): string | null {
  return Number.isFinite(meters) && meters >= 0 && meters <= FARTHEST_METERS
    ? null
    : `The ${what} is a length in metres from 0 to 20,000,000.`;
}

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= 4 && first?.lat === last?.lat && first?.lon === last?.lon;
}

function positionsOf(shape: LocationShape): readonly Position[] {
  switch (shape.kind) {
    case 'point':
      return [shape.position];
    case 'circle':
    case 'ellipse':
    case 'arc-band':
      return [shape.middle];
    case 'polygon':
      return [...shape.exterior, ...shape.interiors.flat()];
    case 'civic-only':
      return [];
  }
}

/** Where a sign for the shape stands; of an arc band in the band, not at the tower. Null without a drawing. */
export function middleOf(shape: LocationShape): Position | null {
  switch (shape.kind) {
    case 'point':
      return shape.position;
    case 'circle':
    case 'ellipse':
      return shape.middle;
    case 'arc-band':
      return towards(
        shape.middle,
        shape.start + shape.opening / 2,
        shape.opening >= 360 ? 0 : (shape.inner + shape.outer) / 2,
      );
    case 'polygon':
      return middleOfCorners(shape.exterior.slice(0, -1));
    case 'civic-only':
      return null;
  }
}

function middleOfCorners(corners: readonly Position[]): Position | null {
  if (corners.length === 0) return null;
  const sum = corners.reduce((a, b) => ({ lat: a.lat + b.lat, lon: a.lon + b.lon }));
  return { lat: sum.lat / corners.length, lon: sum.lon / corners.length };
}

/** How far from its middle somebody may be at most, in metres; null when the shape does not say. */
export function reachOf(shape: LocationShape): number | null {
  switch (shape.kind) {
    case 'point':
    case 'civic-only':
      return null;
    case 'circle':
      return shape.radius;
    case 'ellipse':
      return Math.max(shape.semiMajor, shape.semiMinor);
    case 'arc-band':
    case 'polygon': {
      const middle = middleOf(shape);
      if (middle === null) return null;
      return ringsOf(shape)
        .flat()
        .reduce((most, corner) => Math.max(most, distanceMeters(middle, corner)), 0);
    }
  }
}

/** The shape as closed rings, the outer first and its holes after it; empty for a point and for words. */
export function ringsOf(shape: LocationShape): readonly (readonly Position[])[] {
  switch (shape.kind) {
    case 'point':
    case 'civic-only':
      return [];
    case 'circle':
      return [arc(shape.middle, () => shape.radius, 0, 360)];
    case 'ellipse': {
      const { semiMajor, semiMinor, orientation } = shape;
      const reach = (bearing: number) =>
        ellipseReach(semiMajor, semiMinor, radians(bearing - orientation));
      return [arc(shape.middle, reach, 0, 360)];
    }
    case 'arc-band': {
      const { middle, inner, outer, start, opening } = shape;
      const outside = arc(middle, () => outer, start, opening);
      const inside = inner === 0 ? [middle] : arc(middle, () => inner, start, opening);
      if (opening >= 360) return inner === 0 ? [outside] : [outside, inside];
      const band = [...outside, ...inside.toReversed()];
      return [[...band, band[0] as Position]];
    }
    case 'polygon':
      return [shape.exterior, ...shape.interiors];
  }
}

function ellipseReach(major: number, minor: number, angle: number): number {
  const across = Math.hypot(minor * Math.cos(angle), major * Math.sin(angle));
  return across === 0 ? 0 : (major * minor) / across;
}

function arc(
  middle: Position,
  reach: (bearing: number) => number,
  start: number,
  opening: number,
): Position[] {
  const steps = Math.max(2, Math.ceil((CORNERS_OF_A_CIRCLE * opening) / 360));
  const corners = Array.from({ length: steps + 1 }, (_, step) => {
    const bearing = start + (opening * step) / steps;
    return towards(middle, bearing, reach(bearing));
  });
  // Exactly closed, whatever the sine of 360 degrees rounds to.
  if (opening >= 360) corners[steps] = corners[0] as Position;
  return corners;
}

/** The point `meters` away at a bearing, on the sphere `distanceMeters` measures on. */
export function towards({ lat, lon }: Position, bearing: number, meters: number): Position {
  const way = meters / EARTH_RADIUS_METERS;
  const [from, turn] = [radians(lat), radians(bearing)];
  const sine = Math.sin(from) * Math.cos(way) + Math.cos(from) * Math.sin(way) * Math.cos(turn);
  const to = Math.asin(Math.max(-1, Math.min(1, sine)));
  const east = Math.atan2(
    Math.sin(turn) * Math.sin(way) * Math.cos(from),
    Math.cos(way) - Math.sin(from) * Math.sin(to),
  );
  return { lat: degrees(to), lon: ((lon + degrees(east) + 540) % 360) - 180 };
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
