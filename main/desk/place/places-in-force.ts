import type { AtlasInForce } from '../areas/atlas-in-force.ts';
import {
  commonPlaces,
  commonPlacesMark,
  placeTables,
  placeTablesText,
} from '#db/board/place-tables-projection.ts';
import { hashOfDocument, keptDocument } from '#db/delivery/kept-documents.ts';
import type { Database } from '#db/open-database.ts';
import { commonPlacesOf, type CommonPlaces } from '#shared/place/common-place.ts';
import { placeOf, placesMeant } from '#shared/place/find-place.ts';
import { areaFound, type PlaceFound } from '#shared/place/place-found.ts';
import type { PlaceMeans } from '#shared/place/place-means.ts';
import { gridLines, type GridLines } from '#shared/place/street-grid.ts';
import { streetsOf, type StreetRow, type Streets } from '#shared/place/street-table.ts';
import type { Policy } from '#shared/policy/policy.ts';

/**
 * What an address is looked up in: common places, the street table and the grid in force, and the borders of
 * the areas. Read when somebody first asks and kept until it is another; a start does not wait for it.
 */
export class PlacesInForce {
  readonly #db: Database;
  readonly #atlas: AtlasInForce;
  #tables: {
    readonly text: string | null;
    readonly streets: Streets | null;
    readonly grid: GridLines | null;
  } | null = null;
  #common: { readonly mark: string; readonly places: CommonPlaces } | null = null;

  constructor(db: Database, atlas: AtlasInForce) {
    this.#db = db;
    this.#atlas = atlas;
  }

  /** The area of an address, or why nobody can be sure of one. */
  find(address: string, policy: Policy): PlaceFound {
    return placeOf(address, this.means(policy));
  }

  /** The area of an address, when it is sure. */
  areaOf(address: string, policy: Policy): string | null {
    return areaFound(this.find(address, policy));
  }

  /** The one common place an address means, by its name; null for none or several. */
  commonPlaceOf(address: string): string | null {
    const [place, another] = placesMeant(address, this.#commonNow());
    return another === undefined ? (place?.name ?? null) : null;
  }

  /** For many addresses at a time: nothing is read again between them. */
  means(policy: Policy): PlaceMeans {
    const { streets, grid } = this.#tablesNow();
    const areaAt = this.#atlas.borders(policy);
    return { areas: policy.areas, commonPlaces: this.#commonNow(), streets, grid, areaAt };
  }

  #tablesNow(): { readonly streets: Streets | null; readonly grid: GridLines | null } {
    const text = placeTablesText(this.#db);
    if (this.#tables?.text === text) return this.#tables;
    const { streets, grid } = placeTables(this.#db);
    this.#tables = {
      text,
      streets: streets === null ? null : streetsKept(this.#db, streets.hash),
      grid: grid === null ? null : gridLines(grid),
    };
    return this.#tables;
  }

  #commonNow(): CommonPlaces {
    const mark = commonPlacesMark(this.#db);
    if (this.#common?.mark !== mark)
      this.#common = { mark, places: commonPlacesOf(commonPlaces(this.#db)) };
    return this.#common.places;
  }
}

/** A table that is missing here, or is not what was adopted, places nobody. */
function streetsKept(db: Database, hash: string): Streets | null {
  const text = keptDocument(db, hash);
  if (text === null || hashOfDocument(text) !== hash) return null;
  return streetsOf(JSON.parse(text) as StreetRow[]);
}
