import type { FoundArea } from './area-map.ts';
import type { CommonPlaces } from './common-place.ts';
import type { NamedArea } from './named-area.ts';
import type { Position } from './position.ts';
import type { GridLines } from './street-grid.ts';
import type { Streets } from './street-table.ts';

/** All an address is looked up in. What a center does not have is null, and is said. */
export interface PlaceMeans {
  readonly areas: readonly NamedArea[];
  readonly commonPlaces: CommonPlaces;
  readonly streets: Streets | null;
  readonly grid: GridLines | null;
  /** Where a point lies; null while no map is in force, or only one that is no drawing of borders. */
  readonly areaAt: ((position: Position) => FoundArea) | null;
}
