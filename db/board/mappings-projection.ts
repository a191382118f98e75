import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { SavedMapping } from '#shared/intake-file/mapping-events.ts';

/** The mappings the center keeps. */
export const mappingsProjection: Projection = {
  name: 'board_mappings',
  version: 1,
  key: 'mapping_id',
  ddl: `
    CREATE TABLE board_mappings (
      mapping_id TEXT PRIMARY KEY,
      saved_at TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
  `,
  apply(db, { at, by, event }) {
    if (event.type === 'mapping.removed')
      statement(db, 'DELETE FROM board_mappings WHERE mapping_id = ?').run(event.mappingId);
    if (event.type !== 'mapping.saved') return;
    const { mappingId, name, hash, mapping } = event;
    const saved: SavedMapping = { mappingId, name, hash, mapping, savedAt: at, savedBy: by };
    statement(
      db,
      `INSERT INTO board_mappings (mapping_id, saved_at, state) VALUES (?, ?, ?)
       ON CONFLICT (mapping_id) DO UPDATE SET saved_at = excluded.saved_at, state = excluded.state`,
    ).run(mappingId, at, JSON.stringify(saved));
  },
};

/** The one saved last first. */
export function savedMappings(db: Database): SavedMapping[] {
  return statement(db, 'SELECT state FROM board_mappings ORDER BY saved_at DESC, mapping_id')
    .all()
    .map(savedOf);
}

export function findSavedMapping(db: Database, mappingId: string): SavedMapping | null {
  const row = statement(db, 'SELECT state FROM board_mappings WHERE mapping_id = ?').get(mappingId);
  return row === undefined ? null : savedOf(row);
}

function savedOf(row: unknown): SavedMapping {
  return JSON.parse((row as { state: string }).state) as SavedMapping;
}
