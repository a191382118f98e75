import { readGridLine, type GridLine } from './street-grid.ts';
import type { StreetName } from './street-name.ts';
import { SUFFIX_OF } from './street-suffixes.ts';
import { DIRECTION_OF, streetWord, wordsOf } from './street-words.ts';

/** A street, or a stretch of one, as the center's table has it. */
export interface StreetRow {
  /** "S MARYLAND AVE". */
  readonly full: string;
  readonly direction: string;
  readonly street: string;
  readonly suffix: string;
  readonly suffixDirection: string;
  readonly min: number;
  readonly max: number;
  /** "830 E", where the table says which line of the grid it is. */
  readonly grid: string;
  /** Names of the area and the zone, where the table says so. */
  readonly area: string;
  readonly zone: string;
}

/** A row with its name as it is compared. */
export interface KnownStreet extends StreetRow {
  readonly name: StreetName;
  readonly line: GridLine | null;
}

/** The table in force, ready for addresses. */
export interface Streets {
  readonly byName: ReadonlyMap<string, readonly KnownStreet[]>;
  /** The largest number on each side: how far the city reaches. */
  readonly reach: Readonly<Record<string, number>>;
  readonly size: number;
}

/** How far a city may reach while no table says so. */
export const CITY_REACH: Streets['reach'] = { n: 14_000, s: 14_000, e: 14_000, w: 14_000 };

export function streetsOf(rows: readonly StreetRow[]): Streets {
  const byName = new Map<string, KnownStreet[]>();
  const reach: Record<string, number> = {};
  for (const row of rows) {
    const known = knownStreet(row);
    const { name, direction } = known.name;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [known]);
    else same.push(known);
    if (direction !== null) reach[direction] = Math.max(reach[direction] ?? 0, row.max);
  }
  return { byName, reach, size: rows.length };
}

function knownStreet(row: StreetRow): KnownStreet {
  const direction = DIRECTION_OF.get(row.direction.toLowerCase()) ?? null;
  const suffix = row.suffix.toLowerCase();
  const side = row.suffixDirection.toLowerCase();
  return {
    ...row,
    name: {
      direction,
      name: wordsOf(row.street).map(streetWord).join(' '),
      suffix: SUFFIX_OF.get(suffix) ?? (suffix === '' ? null : suffix),
      suffixDirection: DIRECTION_OF.get(side) ?? (side === '' ? null : side),
    },
    line: readGridLine(row.grid),
  };
}
