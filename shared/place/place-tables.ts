import { CHICAGO_GRID } from './chicago-grid.ts';
import { gridMistake, type StreetGrid } from './street-grid.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** How the center's tables of places change. A street table is kept by its hash beside the journal. */
export type PlaceTablesEvent =
  | ({ readonly type: 'street-table.adopted' } & StreetTable)
  /** The table in force goes, and the one before it is in force again; or none, when it was the first. */
  | { readonly type: 'street-table.withdrawn'; readonly hash: string; readonly reason: string }
  /** Null: houses of this center are not numbered on a grid. */
  | { readonly type: 'street-grid.set'; readonly grid: StreetGrid | null };

export interface StreetTable {
  readonly hash: string;
  /** Name of the file it was read from. */
  readonly source: string;
  readonly rows: number;
  /** Rows of the file that were not taken. */
  readonly rejected: number;
}

export interface AdoptedStreetTable extends StreetTable {
  readonly adoptedBy: OperatorId;
  /** ISO instant. */
  readonly adoptedAt: string;
}

export interface PlaceTables {
  readonly streets: AdoptedStreetTable | null;
  /** What a step back leads to. One step only: after it there is none to go further back to. */
  readonly stepBack: { readonly to: AdoptedStreetTable | null } | null;
  readonly grid: StreetGrid | null;
  /** Null while the grid is the shipped one, which nobody has checked. */
  readonly gridSet: { readonly by: OperatorId; readonly at: string } | null;
}

export const NO_PLACE_TABLES: PlaceTables = {
  streets: null,
  stepBack: null,
  grid: CHICAGO_GRID,
  gridSet: null,
};

export function evolvePlaceTables(
  tables: PlaceTables,
  event: PlaceTablesEvent,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): PlaceTables {
  switch (event.type) {
    case 'street-table.adopted': {
      const { type: _type, ...adopted } = event;
      const streets = { ...adopted, adoptedBy: by, adoptedAt: at };
      return { ...tables, streets, stepBack: { to: tables.streets } };
    }
    case 'street-table.withdrawn':
      return { ...tables, streets: tables.stepBack?.to ?? null, stepBack: null };
    case 'street-grid.set':
      return { ...tables, grid: event.grid, gridSet: { by, at } };
  }
}

export function adoptStreetTable(
  { streets }: PlaceTables,
  table: StreetTable,
): PlaceTablesEvent[] | Refusal {
  if (streets?.hash === table.hash)
    return refuse(
      'table-in-force',
      'This very street table is in force already. Nothing was changed.',
    );
  if (table.rows === 0)
    return refuse(
      'no-streets',
      'No row of the file is a street, so nothing would be found in it. Nothing was changed.',
    );
  return [{ type: 'street-table.adopted', ...table }];
}

export function withdrawStreetTable(
  { streets, stepBack }: PlaceTables,
  hash: string,
  reason: string,
): PlaceTablesEvent[] | Refusal {
  if (streets?.hash !== hash)
    return refuse(
      'not-in-force',
      'This street table is not in force any more. Look again. Nothing was changed.',
    );
  if (stepBack === null)
    return refuse(
      'one-step-only',
      'The last change of the table was a step back already. Import the one you want. Nothing was changed.',
    );
  return [{ type: 'street-table.withdrawn', hash, reason }];
}

export function setStreetGrid(
  { grid: before }: PlaceTables,
  grid: StreetGrid | null,
): PlaceTablesEvent[] | Refusal {
  const mistake = grid === null ? null : gridMistake(grid);
  if (mistake !== null) return refuse('wrong-grid', `${mistake} Nothing was changed.`);
  return JSON.stringify(before) === JSON.stringify(grid) ? [] : [{ type: 'street-grid.set', grid }];
}
