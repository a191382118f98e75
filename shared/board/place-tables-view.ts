import type { CommonPlace } from '../place/common-place.ts';
import type { PlaceFound } from '../place/place-found.ts';
import type { AdoptedStreetTable } from '../place/place-tables.ts';
import type { RejectedRow } from '../place/read-street-table.ts';
import type { StreetGrid } from '../place/street-grid.ts';
import type { Suggestion } from '../place/suggest-address.ts';

/** The tables addresses are looked up in, for whoever keeps them. */
export interface PlaceTablesView {
  readonly streets: (AdoptedStreetTable & { readonly adoptedByName: string }) | null;
  /** The table is named in the record and is not in this file. */
  readonly streetsMissing: boolean;
  readonly stepBack: { readonly to: string | null } | null;
  readonly grid: StreetGrid | null;
  readonly gridSet: { readonly byName: string; readonly at: string } | null;
  readonly borders: boolean;
  readonly places: readonly CommonPlace[];
}

/** What a file is, before anybody adopts it. */
export interface PlaceFileExamination {
  /** By it what was looked at is adopted; null when nothing of it can be. */
  readonly hash: string | null;
  /** Why nothing of the file can be read; null when something can. */
  readonly whole: string | null;
  readonly rows: number;
  /** The first rows that are not taken, and how many there are. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  /** The first that are, as they will be read. */
  readonly first: readonly string[];
}

/** What is known of an address while somebody types it. */
export interface AddressSeen {
  readonly found: PlaceFound;
  readonly suggestions: readonly Suggestion[];
}
