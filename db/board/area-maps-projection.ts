import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { AreaMap } from '#shared/place/area-map.ts';
import { evolveAreaMaps, NO_AREA_MAPS, type AreaMaps } from '#shared/place/area-map-events.ts';

const KEPT = 'kept';

/**
 * The maps of the areas: one row says which is in force, which waits and what a step back leads to; the
 * shapes have a row for each map, by its hash. A start reads the first and no shapes.
 */
export const areaMapsProjection: Projection = {
  name: 'board_area_maps',
  version: 1,
  key: 'name',
  ddl: `CREATE TABLE board_area_maps (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;`,
  apply(db, { at, by, event }) {
    switch (event.type) {
      case 'areas.proposed':
      case 'areas.adopted':
      case 'areas.declined':
      case 'areas.withdrawn': {
        if (event.type === 'areas.proposed') put(db, event.hash, event.map);
        put(db, KEPT, evolveAreaMaps(areaMaps(db), event, { at, by }));
      }
    }
  },
};

function put(db: Database, name: string, state: AreaMap | AreaMaps): void {
  statement(
    db,
    `INSERT INTO board_area_maps (name, state) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET state = excluded.state`,
  ).run(name, JSON.stringify(state));
}

export function areaMaps(db: Database): AreaMaps {
  return (read(db, KEPT) as AreaMaps | null) ?? NO_AREA_MAPS;
}

/** The shapes of a map that was ever proposed; null for another hash. */
export function areaMapOf(db: Database, hash: string): AreaMap | null {
  return read(db, hash) as AreaMap | null;
}

function read(db: Database, name: string): unknown {
  const row = statement(db, 'SELECT state FROM board_area_maps WHERE name = ?').get(name);
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as unknown);
}
