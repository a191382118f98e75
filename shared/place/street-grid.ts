import { readStreet, type StreetName } from './street-name.ts';
import { DIRECTION_OF, wordsOf } from './street-words.ts';
import type { Position } from './position.ts';

const SIDES = ['n', 's', 'e', 'w'] as const;
export type Side = (typeof SIDES)[number];

/** Where a street lies: "830 E" is 830 numbers east of the baseline, and the street runs north and south. */
export interface GridLine {
  readonly side: Side;
  readonly number: number;
}

/** A street whose line is known, for the stretch where it is straight. */
export interface StreetLine {
  /** As people write it: "S Drexel Ave", "Division St". */
  readonly street: string;
  /** "900 E". */
  readonly at: string;
  /** Numbers it is straight between; null is everywhere. */
  readonly from: number | null;
  readonly to: number | null;
}

/** How a city numbers its houses: data of the center. */
export interface StreetGrid {
  readonly name: string;
  /** Where both numbers are 0. */
  readonly origin: Position;
  readonly perMile: number;
  /** How far it is turned from true north, counterclockwise, in degrees. */
  readonly turned: number;
  /** Where numbers and miles do not run alike: number to miles, ascending; beyond the last they do. */
  readonly steps: Readonly<Partial<Record<Side, readonly (readonly [number, number])[]>>>;
  /** On which side numbered streets lie, and how many numbers apart; null where there are none. */
  readonly numbered: {
    readonly side: Side;
    readonly per: number;
    /** By kind of street how far beside its number it lies: a place is behind the street of its number. */
    readonly beside: Readonly<Record<string, number>>;
  } | null;
  readonly lines: readonly StreetLine[];
}

export const METERS_PER_MILE = 1_609.344;
/** Half a block and the width of a street: no house is nearer to its number than that. */
const HALF_BLOCK = 100;
/** Where a mile has another count of numbers, houses are not spread evenly over it. */
const UNEVEN = 250;
/** Points looked at around another: between two of them lie a few steps. */
const AROUND = 8;

/** "830 E", "E 830", "3200w"; null when it is none. */
export function readGridLine(text: string): GridLine | null {
  const found = /^\s*(?:(\d{1,6})\s*([a-z]+)|([a-z]+)\.?\s*(\d{1,6}))\.?\s*$/iu.exec(text);
  const side = DIRECTION_OF.get((found?.[2] ?? found?.[3] ?? '').toLowerCase());
  const number = Number(found?.[1] ?? found?.[4]);
  const known = SIDES.find((each) => each === side);
  return known === undefined ? null : { side: known, number };
}

/** Negative to the south and the west. */
export function signed({ side, number }: GridLine): number {
  return side === 's' || side === 'w' ? -number : number;
}

export function runsNorthSouth({ side }: Pick<GridLine, 'side'>): boolean {
  return side === 'e' || side === 'w';
}

/** A grid, ready to be asked which line a street is and where a pair of numbers lies. */
export interface GridLines {
  readonly grid: StreetGrid;
  readonly byName: ReadonlyMap<string, readonly KnownLine[]>;
  /** By numbers of the grid, north and east positive. */
  positionOf(x: number, y: number): Position;
  /** Points all around another, so many metres from it. */
  around(position: Position, meters: number): Position[];
}

interface KnownLine {
  readonly street: StreetName;
  readonly line: GridLine;
  readonly from: number;
  readonly to: number;
}

export function gridLines(grid: StreetGrid): GridLines {
  const byName = new Map<string, KnownLine[]>();
  for (const { street: written, at, from, to } of grid.lines) {
    const street = readStreet(wordsOf(written))?.street;
    const line = readGridLine(at);
    if (street === undefined || line === null) continue;
    const known = { street, line, from: from ?? 0, to: to ?? Infinity };
    byName.set(street.name, [...(byName.get(street.name) ?? []), known]);
  }
  return { grid, byName, ...projectionOf(grid) };
}

/** A street is looked at in hundreds of places, so what is the same for all of them is worked out once. */
function projectionOf(grid: StreetGrid): Pick<GridLines, 'positionOf' | 'around'> {
  const { origin, turned } = grid;
  const turn = (turned * Math.PI) / 180;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const { perLat, perLon } = metersPerDegree(origin);
  const circle = Array.from({ length: AROUND }, (_, at) => (at * 2 * Math.PI) / AROUND).map(
    (angle) => ({ lat: Math.sin(angle) / perLat, lon: Math.cos(angle) / perLon }),
  );
  return {
    positionOf(x, y) {
      const [east, north] = [metersOf(grid, x, 'e', 'w'), metersOf(grid, y, 'n', 's')];
      return {
        lat: origin.lat + (north * cos + east * sin) / perLat,
        lon: origin.lon + (east * cos - north * sin) / perLon,
      };
    },
    around({ lat, lon }, meters) {
      return circle.map((each) => ({ lat: lat + each.lat * meters, lon: lon + each.lon * meters }));
    },
  };
}

/** On the ellipsoid of WGS84. */
function metersPerDegree({ lat }: Position): { readonly perLat: number; readonly perLon: number } {
  const at = (lat * Math.PI) / 180;
  return {
    perLat: 111_132.954 - 559.822 * Math.cos(2 * at) + 1.175 * Math.cos(4 * at),
    perLon: 111_412.84 * Math.cos(at) - 93.5 * Math.cos(3 * at) + 0.118 * Math.cos(5 * at),
  };
}

/**
 * The line a street is, at a number of it; null when nobody knows. A line across the way the street's own
 * direction says is another street of that name.
 */
export function lineOf(
  { grid, byName }: GridLines,
  street: StreetName,
  number: number | null,
): GridLine | null {
  const across = ({ side }: GridLine) =>
    street.direction === null || runsNorthSouth({ side }) === /^[ns]/u.test(street.direction);
  const known = byName.get(street.name)?.find((each) => {
    const same = agree(each.street.suffix, street.suffix);
    const there = number === null || (number >= each.from && number <= each.to);
    return same && there && across(each.line) && agree(each.street.direction, street.direction);
  });
  if (known !== undefined) return known.line;
  const { numbered } = grid;
  if (numbered === null || !/^\d{1,3}$/u.test(street.name)) return null;
  const beside = numbered.beside[street.suffix ?? ''] ?? 0;
  const line = { side: numbered.side, number: Number(street.name) * numbered.per + beside };
  return across(line) ? line : null;
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/** How far a house may be from where its numbers say, in metres. */
export function uncertaintyAt({ steps }: StreetGrid, x: number, y: number): number {
  const uneven = (value: number, plus: Side, minus: Side) =>
    Math.abs(value) < (steps[value < 0 ? minus : plus]?.at(-1)?.[0] ?? 0);
  return uneven(x, 'e', 'w') || uneven(y, 'n', 's') ? UNEVEN : HALF_BLOCK;
}

/** Metres along an axis from the middle of the grid. */
function metersOf(grid: StreetGrid, value: number, plus: Side, minus: Side): number {
  const meters = milesOf(grid, Math.abs(value), value < 0 ? minus : plus) * METERS_PER_MILE;
  return value < 0 ? -meters : meters;
}

function milesOf({ steps, perMile }: StreetGrid, number: number, side: Side): number {
  let [from, miles] = [0, 0];
  for (const [next, at] of steps[side] ?? []) {
    if (number < next) return miles + ((number - from) / (next - from)) * (at - miles);
    [from, miles] = [next, at];
  }
  return miles + (number - from) / perMile;
}

/** What keeps a grid from placing houses, in a sentence; null when nothing does. */
export function gridMistake({ lines, steps, perMile }: StreetGrid): string | null {
  if (!(perMile >= 10 && perMile <= 10_000)) return 'A mile has between 10 and 10,000 numbers.';
  for (const each of Object.values(steps))
    for (const [at, [number, miles]] of each.entries()) {
      const [before, reached] = each[at - 1] ?? [0, 0];
      if (!(number > before && miles > reached)) return 'Numbers and miles of a grid only grow.';
    }
  for (const { street, at, from, to } of lines) {
    const read = readStreet(wordsOf(street))?.street;
    if (read === undefined) return `“${street}” is no name of a street.`;
    const line = readGridLine(at);
    if (line === null) return `${street}: “${at}” is no line of a grid, such as 830 E.`;
    if (from !== null && to !== null && from > to)
      return `${street}: it runs from ${from} down to ${to}.`;
    const { direction } = read;
    if (direction !== null && runsNorthSouth(line) !== /^[ns]/u.test(direction))
      return `${street} cannot lie at ${at}: its numbers run the other way.`;
  }
  return null;
}
