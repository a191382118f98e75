import type { FoundArea } from './area-map.ts';
import type { PlaceMeans } from './place-means.ts';
import { unsure, type PlaceFound } from './place-found.ts';
import { sayDistance, type Position } from './position.ts';
import {
  METERS_PER_MILE,
  signed,
  uncertaintyAt,
  type GridLine,
  type GridLines,
} from './street-grid.ts';

/** Numbers along an axis, north and east positive: one number twice, or from the least to the largest. */
export type Span = readonly [number, number];

/** A place in numbers of the grid; where only one is known the other is all it could be. */
export interface GridSpot {
  readonly x: Span;
  readonly y: Span;
}

/** A stretch longer than this is a street, and no point. */
const LONGEST = 200;
/** Numbers between two looks: with the uncertainty around each nothing is left out. */
const STEP = 50;

export function lineSpan(line: GridLine): Span {
  return [signed(line), signed(line)];
}

export function spanOf(numbers: readonly number[]): Span | null {
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}

/** Where a spot lies: sure when every area it could be in is the same one of the policy. */
export function placeOnGrid(
  said: string,
  spot: GridSpot,
  zone: string,
  means: PlaceMeans,
): PlaceFound {
  const { grid, areaAt } = means;
  if (grid === null)
    return unsure(`${said}: no grid of streets is set, so nobody can tell the area.`);
  if (areaAt === null)
    return unsure(`${said}: no map with borders is in force, so nobody can tell the area.`);
  const there = inZone(areasIn(spot, grid, areaAt), zone, means);
  const ids = new Set(there.map(({ areaId }) => areaId));
  const [areaId = null] = ids;
  const point = pointOf(spot, grid);
  const where = point === null ? saySpan(spot) : `${saySpan(spot)} on the grid`;
  if (ids.size > 1) {
    const why =
      point === null
        ? `${said} is ${where}, and nobody has said where on the grid the street lies.`
        : `${said} is ${where}, within ${sayDistance(point.within)} of a border.`;
    return unsure(`${why}${outside(ids)}`, {
      candidates: there.flatMap(({ areaId: id, name }) =>
        id === null
          ? []
          : [
              {
                areaId: id,
                name: name ?? id,
                why:
                  point === null ? `${saySpan(spot)} crosses it` : `${saySpan(spot)} is that near`,
              },
            ],
      ),
    });
  }
  const [only] = there;
  const area = there.length === 1 && only !== undefined ? only : { name: null, areaId };
  return {
    sure: true,
    areaId,
    areaName: area.name,
    position: point?.position ?? null,
    within: point?.within ?? null,
    by: 'grid',
    how: `${said} is ${where}, ${there.length > 1 ? 'in no area of the policy' : sayArea(area)}.`,
  };
}

function outside(ids: ReadonlySet<string | null>): string {
  return ids.has(null) ? ' It may also be outside the areas of the policy.' : '';
}

/** Every area the spot may be in, looked at so closely that none is left out. */
function areasIn(
  spot: GridSpot,
  { grid, positionOf, around }: GridLines,
  areaAt: (position: Position) => FoundArea,
): FoundArea[] {
  const found = new Map<string | null, FoundArea>();
  for (const x of steps(spot.x))
    for (const y of steps(spot.y)) {
      const position = positionOf(x, y);
      for (const each of [position, ...around(position, uncertaintyAt(grid, x, y))]) {
        const area = areaAt(each);
        found.set(area.name, area);
      }
    }
  return [...found.values()];
}

function* steps([from, to]: Span): Generator<number> {
  for (let at = from; at < to; at += STEP) yield at;
  yield to;
}

/** Areas of another zone than the table names fall away. */
function inZone(there: readonly FoundArea[], zone: string, { areas }: PlaceMeans): FoundArea[] {
  const same = zone.trim().toLowerCase();
  const zoneOf = (id: string | null) => areas.find((area) => area.id === id)?.zone.toLowerCase();
  const kept = there.filter(({ areaId }) => areaId === null || zoneOf(areaId) === same);
  return same === '' || kept.length === 0 ? [...there] : kept;
}

/** The middle of a spot that is small, and how far the place may be from it. */
function pointOf(
  spot: GridSpot,
  { grid, positionOf }: GridLines,
): { readonly position: Position; readonly within: number } | null {
  if (isLong(spot)) return null;
  const { x, y } = spot;
  const long = Math.max(x[1] - x[0], y[1] - y[0]);
  const [middleX, middleY] = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  const half = ((long / 2) * METERS_PER_MILE) / grid.perMile;
  return {
    position: positionOf(middleX, middleY),
    within: Math.round(uncertaintyAt(grid, middleX, middleY) + half),
  };
}

function isLong({ x, y }: GridSpot): boolean {
  return Math.max(x[1] - x[0], y[1] - y[0]) > LONGEST;
}

/** "1421 E, 5300 S", or only the number that is known. */
function saySpan({ x, y }: GridSpot): string {
  const axis = ([from, to]: Span, plus: string, minus: string) => {
    if (to - from > LONGEST) return null;
    const middle = Math.round((from + to) / 2);
    return `${Math.abs(middle)} ${middle < 0 ? minus : plus}`;
  };
  const [east, north] = [axis(x, 'E', 'W'), axis(y, 'N', 'S')];
  if (east !== null && north !== null) return `${east}, ${north}`;
  return east ?? north ?? 'somewhere on it';
}

/** “in Lakeview”, “in Loop, which is no area of the policy”, “outside every area”. */
export function sayArea({ name, areaId }: FoundArea): string {
  if (name === null) return 'outside every area';
  return areaId === null ? `in ${name}, which is no area of the policy` : `in ${name}`;
}
