import Flatbush from 'flatbush';
import { orient2d } from 'robust-predicates';
import { signedArea } from './ring-area.ts';
import type { Point, Ring } from '#shared/place/area-map.ts';

/** Where the borders of one area cross, or only meet. */
export interface BorderFaults {
  /** A point where a border runs across itself or another of the same area; null when none does. */
  readonly crossing: Point | null;
  /** A point a border passes twice without crossing; null when there is none. */
  readonly touching: Point | null;
}

/** A piece of border, with the points before and after it: they say whether it crosses or only touches. */
interface Segment {
  readonly ring: number;
  readonly at: number;
  readonly before: Point;
  readonly from: Point;
  readonly to: Point;
}

/**
 * Looks for crossings among all rings of an area. Which way three points turn is computed exactly, so
 * that no rounding finds or hides one.
 */
export function borderFaults(rings: readonly Ring[]): BorderFaults {
  const segments = rings.flatMap(segmentsOf);
  const index = new Flatbush(Math.max(1, segments.length));
  for (const { from, to } of segments)
    index.add(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    );
  if (segments.length === 0) return { crossing: null, touching: null };
  index.finish();
  let touching: Point | null = null;
  for (const [at, one] of segments.entries()) {
    const { from, to } = one;
    const near = index.search(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    );
    for (const each of near) {
      const other = segments[each];
      if (other === undefined || each === at || areNeighbors(one, other, rings)) continue;
      const met = meeting(one, other);
      if (met === null) continue;
      if (met.crosses && !isSnag(one, other, met.at, rings)) return { crossing: met.at, touching };
      touching ??= met.at;
    }
  }
  return { crossing: null, touching };
}

function segmentsOf(ring: Ring, number: number): Segment[] {
  const last = ring.length - 1;
  return ring.slice(0, last).map((from, at): Segment => {
    const before = ring[at === 0 ? last - 1 : at - 1] as Point;
    return { ring: number, at, before, from, to: ring[at + 1] as Point };
  });
}

function areNeighbors(one: Segment, other: Segment, rings: readonly Ring[]): boolean {
  if (one.ring !== other.ring) return false;
  const count = (rings[one.ring]?.length ?? 1) - 1;
  const apart = Math.abs(one.at - other.at);
  return apart === 1 || apart === count - 1;
}

/** A square yard or so. Rounding a corner makes a border overshoot by inches: that is no second area. */
const SNAG = 1e-10;

function isSnag(one: Segment, other: Segment, at: Point, rings: readonly Ring[]): boolean {
  const ring = one.ring === other.ring ? rings[one.ring] : undefined;
  if (ring === undefined) return false;
  const [first, last] = one.at < other.at ? [one.at, other.at] : [other.at, one.at];
  const loop = [at, ...ring.slice(first + 1, last + 1), at];
  const rest = [at, ...ring.slice(last + 1), ...ring.slice(1, first + 1), at];
  return Math.min(Math.abs(signedArea(loop)), Math.abs(signedArea(rest))) < SNAG;
}

/** Where two pieces meet, and whether the border changes sides there; null when they do not. */
function meeting(one: Segment, other: Segment): { at: Point; crosses: boolean } | null {
  const a = turn(one.from, one.to, other.from);
  const b = turn(one.from, one.to, other.to);
  const c = turn(other.from, other.to, one.from);
  const d = turn(other.from, other.to, one.to);
  if (a * b < 0 && c * d < 0) return { at: crossingPoint(one, other), crosses: true };
  if (same(one.from, other.from)) return { at: one.from, crosses: swapSides(one, other) };
  if (a !== 0 || !within(one, other.from) || same(one.to, other.from)) return null;
  // A corner of the other lies on this piece: it crosses when its two arms leave to different sides.
  const arm = turn(one.from, one.to, other.before);
  return { at: other.from, crosses: arm * b < 0 };
}

/** Both borders pass the same corner: they cross when the arms of one lie on both sides of the other. */
function swapSides(one: Segment, other: Segment): boolean {
  const corner = one.from;
  const start = direction(corner, one.before);
  const around = (point: Point) => (direction(corner, point) - start + 4 * Math.PI) % (2 * Math.PI);
  const end = around(one.to);
  const [in1, out1] = [around(other.before), around(other.to)];
  const onBorder = (angle: number) => angle === 0 || angle === end;
  if (onBorder(in1) || onBorder(out1)) return false;
  return in1 < end !== out1 < end;
}

function direction(from: Point, to: Point): number {
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
}

function turn(a: Point, b: Point, c: Point): number {
  return Math.sign(orient2d(a[0], a[1], b[0], b[1], c[0], c[1]));
}

function within({ from, to }: Segment, [x, y]: Point): boolean {
  return (
    Math.min(from[0], to[0]) <= x &&
    x <= Math.max(from[0], to[0]) &&
    Math.min(from[1], to[1]) <= y &&
    y <= Math.max(from[1], to[1])
  );
}

function same(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function crossingPoint(one: Segment, other: Segment): Point {
  const [ax, ay] = [one.to[0] - one.from[0], one.to[1] - one.from[1]];
  const [bx, by] = [other.to[0] - other.from[0], other.to[1] - other.from[1]];
  const share =
    ((other.from[0] - one.from[0]) * by - (other.from[1] - one.from[1]) * bx) / (ax * by - ay * bx);
  return [one.from[0] + share * ax, one.from[1] + share * ay];
}
