import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { CommonPlace } from '#shared/place/common-place.ts';
import {
  evolvePlaceTables,
  NO_PLACE_TABLES,
  type PlaceTables,
  type PlaceTablesEvent,
} from '#shared/place/place-tables.ts';

/** Which street table and grid are in force: one row, without the table. */
export const placeTablesProjection: Projection = {
  name: 'board_place_tables',
  version: 1,
  key: 'name',
  ddl: `CREATE TABLE board_place_tables (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;`,
  apply(db, { at, by, event }) {
    if (!isOfTables(event)) return;
    const state = evolvePlaceTables(placeTables(db), event, { at, by });
    statement(
      db,
      `INSERT INTO board_place_tables (name, state) VALUES ('kept', ?)
       ON CONFLICT (name) DO UPDATE SET state = excluded.state`,
    ).run(JSON.stringify(state));
  },
};

/** The common places, each with the entry that last set it: by the last of them the list is known to be the same. */
export const commonPlacesProjection: Projection = {
  name: 'board_common_places',
  version: 1,
  key: 'place_id',
  ddl: `
    CREATE TABLE board_common_places (
      place_id TEXT PRIMARY KEY,
      set_seq INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_common_places_seq ON board_common_places (set_seq);
  `,
  apply(db, { seq, event }) {
    if (event.type === 'common-place.removed')
      statement(db, 'DELETE FROM board_common_places WHERE place_id = ?').run(event.placeId);
    if (event.type === 'common-place.set')
      statement(
        db,
        `INSERT INTO board_common_places (place_id, set_seq, state) VALUES (?, ?, ?)
         ON CONFLICT (place_id) DO UPDATE SET set_seq = excluded.set_seq, state = excluded.state`,
      ).run(event.place.placeId, seq, JSON.stringify(event.place));
  },
};

function isOfTables(event: JournalEvent): event is PlaceTablesEvent {
  return event.type.startsWith('street-table.') || event.type === 'street-grid.set';
}

export function placeTables(db: Database): PlaceTables {
  const text = placeTablesText(db);
  return text === null ? NO_PLACE_TABLES : (JSON.parse(text) as PlaceTables);
}

/** To be compared with what was read before; null while nothing was ever set. */
export function placeTablesText(db: Database): string | null {
  const row = statement(db, "SELECT state FROM board_place_tables WHERE name = 'kept'").get();
  return row === undefined ? null : (row as { state: string }).state;
}

/** Another text when the list is another. */
export function commonPlacesMark(db: Database): string {
  const row = statement(
    db,
    'SELECT COUNT(*) AS places, MAX(set_seq) AS last FROM board_common_places',
  ).get() as { places: number; last: number | null };
  return `${row.places} ${row.last ?? 0}`;
}

export function commonPlaces(db: Database): CommonPlace[] {
  return statement(db, 'SELECT state FROM board_common_places ORDER BY place_id')
    .all()
    .map((row) => JSON.parse((row as { state: string }).state) as CommonPlace);
}

export function findCommonPlace(db: Database, placeId: string): CommonPlace | null {
  const row = statement(db, 'SELECT state FROM board_common_places WHERE place_id = ?').get(
    placeId,
  );
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as CommonPlace);
}
