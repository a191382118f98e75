import type { PlaceMeans } from './place-means.ts';
import { placeOnGrid, spanOf, type Span } from './grid-spot.ts';
import { lookUpStreet } from './look-up-street.ts';
import { unchecked, unsure, type PlaceFound } from './place-found.ts';
import { lineOf, runsNorthSouth, signed } from './street-grid.ts';
import { sayStreet, type StreetName } from './street-name.ts';
import { CITY_REACH } from './street-table.ts';

/** A street that crosses another: which way it runs, its line and how far it goes, each where it is known. */
interface Crossed {
  readonly said: string;
  readonly northSouth: boolean | null;
  /** Where it lies across the way it runs. */
  readonly line: Span | null;
  /** From where to where it runs. */
  readonly run: Span | null;
}

/** More than this between two lines of one name: they are two streets. */
const ONE_STREET = 100;
const NO_TABLE = 'This center has no street table, so nobody can tell whether they cross there.';

/**
 * The corner of two streets, or the stretch of one between two others (`ends`). Of a place name with a joint
 * word in it ("Starbucks at Clark & Division") only what is in the table counts.
 */
export function stretchesBetween(
  streets: readonly StreetName[],
  ends: readonly StreetName[] | null,
  means: PlaceMeans,
): PlaceFound {
  const looked = streets.map((each) => ({ each, crossed: crossedBy(each, means) }));
  const known = looked.flatMap(({ crossed }) => crossed ?? []);
  const missing = looked
    .filter(({ crossed }) => crossed === null)
    .map(({ each }) => sayStreet(each));
  const others = ends?.map((each) => crossedBy(each, means)) ?? known.slice(1);
  const across = others.flatMap((each) => each ?? []);
  const [street] = known;
  if (street === undefined || across.length !== Math.max(1, ends?.length ?? 1)) {
    const unknown = [
      ...missing,
      ...(ends ?? []).filter((_, at) => others[at] === null).map(sayStreet),
    ];
    if (unknown.length > 0)
      return unsure(
        `“${unknown.join('” and “')}” ${unknown.length > 1 ? 'are' : 'is'} not in the street table.`,
      );
    return unsure('More than two streets are named. Say which two cross there.');
  }
  const said =
    ends === null
      ? `${street.said} & ${across[0]?.said ?? ''}`
      : `${street.said} between ${across.map((each) => each.said).join(' & ')}`;
  const northSouth = street.northSouth ?? opposite(across[0]?.northSouth ?? null);
  if (northSouth === null || across.some((each) => each.northSouth === northSouth))
    return unsure(`${said}: these streets do not cross by their directions.`);
  const along = spanOf(across.flatMap(({ line }) => line ?? []));
  const everyLine = across.every(({ line }) => line !== null);
  const lies = street.line ?? joinRuns(across);
  const runs = everyLine && along !== null ? along : street.run;
  // Neither line is known: it could be anywhere in the city.
  if (lies === null || runs === null || (street.line === null && !everyLine))
    return unsure(`${said}: nobody has said where on the grid these streets lie.`);
  const spot = northSouth ? { x: lies, y: runs } : { x: runs, y: lies };
  const found = placeOnGrid(said, spot, '', means);
  return means.streets === null ? unchecked(found, NO_TABLE) : found;
}

function opposite(northSouth: boolean | null): boolean | null {
  return northSouth === null ? null : !northSouth;
}

function joinRuns(streets: readonly Crossed[]): Span | null {
  return spanOf(streets.flatMap(({ run }) => run ?? []));
}

/** Null when no street of that name is in the table. */
function crossedBy(name: StreetName, { streets, grid }: PlaceMeans): Crossed | null {
  const found = streets === null ? null : lookUpStreet(streets, name);
  if (found?.found === false) return null;
  const rows = found?.streets.flat() ?? [
    { ...WHOLE_CITY, name, line: null, full: sayStreet(name) },
  ];
  const lines = rows.flatMap((row) => row.line ?? (grid && lineOf(grid, row.name, null)) ?? []);
  const line = spanOf(lines.map(signed));
  const ways = new Set(lines.map(runsNorthSouth));
  const directions = new Set(rows.flatMap((row) => wayOf(row.name.direction) ?? []));
  const [way = null] = ways.size > 0 ? ways : directions;
  return {
    said: rows[0]?.full ?? sayStreet(name),
    northSouth: (ways.size > 0 ? ways : directions).size === 1 ? way : null,
    line: ways.size === 1 && line !== null && line[1] - line[0] <= ONE_STREET ? line : null,
    run: spanOf(
      rows.flatMap(({ name: { direction }, min, max }) =>
        direction === 's' || direction === 'w'
          ? [-max, -min]
          : direction === null
            ? [-max, max]
            : [min, max],
      ),
    ),
  };
}

const WHOLE_CITY = { min: 0, max: Math.max(...Object.values(CITY_REACH)) };

function wayOf(direction: string | null): boolean | null {
  if (direction === null || direction.length > 1) return null;
  return direction === 'n' || direction === 's';
}
