import { editDistance } from '../lib/edit-distance.ts';
import type { KnownStreet, Streets } from './street-table.ts';
import type { StreetName } from './street-name.ts';

/** What a street of an address is in the table: one street or several of that name, each with its stretches. */
export type StreetFound =
  | { readonly found: true; readonly streets: readonly (readonly KnownStreet[])[] }
  /** None of that name, direction and kind; what is near is a proposal for a person. */
  | {
      readonly found: false;
      readonly near: readonly KnownStreet[];
      readonly why: 'other' | 'none';
    };

/** Ramps and roadways of an expressway: meant only when they are named. */
const RAMPS: ReadonlySet<string> = new Set(['er', 'xr', 'expy', 'toll', 'rl', 'sr']);
const MOST_NEAR = 5;

/**
 * Looks a street up by every way its words can be read: "Cottage Grove" is a name though a grove is a kind of
 * street, "South Chicago Ave" has no direction, and behind a name may stand what is no street.
 */
export function lookUpStreet(streets: Streets, said: StreetName): StreetFound {
  const readings = readingsOf(said);
  for (const reading of readings) {
    const rows = rowsOf(streets, reading).filter((row) => fits(row, reading));
    if (rows.length > 0) return { found: true, streets: grouped(meant(rows, reading)) };
  }
  const others = readings.flatMap((reading) => rowsOf(streets, reading));
  if (others.length > 0)
    return { found: false, near: firstOfEach(meant(others, said)), why: 'other' };
  return { found: false, near: nearNames(streets, said), why: 'none' };
}

function readingsOf(said: StreetName): StreetName[] {
  const { direction, name, suffix } = said;
  const whole = suffix === null ? null : { ...said, name: `${name} ${suffix}`, suffix: null };
  const undirected = direction === null ? [] : [said, ...(whole === null ? [] : [whole])];
  const words = name.split(' ');
  const shorter = words.slice(1).map((_, at) => ({
    ...said,
    name: words.slice(0, words.length - 1 - at).join(' '),
    suffix: null,
  }));
  return [
    said,
    ...(whole === null ? [] : [whole]),
    ...undirected.map((each) => ({
      ...each,
      direction: null,
      name: `${direction} ${each.name}`,
    })),
    ...shorter,
  ];
}

function rowsOf({ byName }: Streets, { name }: StreetName): readonly KnownStreet[] {
  return byName.get(name) ?? [];
}

function fits({ name }: KnownStreet, said: StreetName): boolean {
  return (
    (said.direction === null || said.direction === name.direction) &&
    (said.suffix === null || said.suffix === name.suffix) &&
    (said.suffixDirection === null || said.suffixDirection === name.suffixDirection)
  );
}

/** "Humboldt Blvd" is not its eastern roadway when there is one without a side. */
export function undivided(rows: readonly KnownStreet[]): readonly KnownStreet[] {
  const whole = rows.filter(({ name }) => name.suffixDirection === null);
  return whole.length === 0 || whole.length === rows.length
    ? rows
    : rows.filter(
        (row) =>
          row.name.suffixDirection === null || !whole.some(({ name }) => sameBut(name, row.name)),
      );
}

function sameBut(one: StreetName, other: StreetName): boolean {
  return one.direction === other.direction && one.suffix === other.suffix;
}

/** Without the ramps of the street, unless one was named or there is nothing else. */
function meant(rows: readonly KnownStreet[], said: StreetName): readonly KnownStreet[] {
  const isRamp = ({ name }: KnownStreet) =>
    RAMPS.has(name.suffix ?? '') || (name.suffixDirection?.length ?? 0) > 1;
  if (RAMPS.has(said.suffix ?? '') || said.suffixDirection !== null) return rows;
  const streets = rows.filter((row) => !isRamp(row));
  return streets.length === 0 ? rows : streets;
}

export function grouped(rows: readonly KnownStreet[]): KnownStreet[][] {
  const groups = new Map<string, KnownStreet[]>();
  for (const row of rows) groups.set(row.full, [...(groups.get(row.full) ?? []), row]);
  return [...groups.values()];
}

function firstOfEach(rows: readonly KnownStreet[]): KnownStreet[] {
  return grouped(rows)
    .flatMap(([first]) => first ?? [])
    .slice(0, MOST_NEAR);
}

/** “Marylnad” for “Maryland”: nothing is taken for another by itself, a person chooses. */
function nearNames(streets: Streets, { name, direction }: StreetName): KnownStreet[] {
  const most = 1 + Math.min(2, Math.floor(name.length / 4));
  // A number that differs is another street, never a slip of the hand.
  if (/^\d/u.test(name)) return [];
  const near: { readonly far: number; readonly rows: readonly KnownStreet[] }[] = [];
  for (const [known, rows] of streets.byName) {
    const far = editDistance(name, known, most);
    if (far < most) near.push({ far, rows });
  }
  const all = near.toSorted((a, b) => a.far - b.far).flatMap(({ rows }) => rows);
  const there = all.filter((row) => direction === null || row.name.direction === direction);
  return firstOfEach(meant(there.length === 0 ? all : there, streetless));
}

const streetless: StreetName = { direction: null, name: '', suffix: null, suffixDirection: null };
