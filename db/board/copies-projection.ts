import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { USUAL_COPIES, type CopiesSetting } from '#shared/copies/copies-setting.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** How copies are made, the last of each folder, the last drill and the last restore. */
export const copiesProjection: Projection = {
  name: 'board_copies',
  version: 1,
  key: 'kind, id',
  ddl: `
    CREATE TABLE board_copies (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { at, by, event }) {
    switch (event.type) {
      case 'copies.set': {
        const { targets, schedule, rotation } = event;
        return put(db, 'setting', '', { targets, schedule, rotation, at, by });
      }
      case 'copy.made': {
        const { copy, folder } = event;
        return put(db, 'made', folder, { copy, at });
      }
      case 'copy.drilled': {
        const { copy, faults } = event;
        return put(db, 'drill', '', { copy, good: faults.length === 0, at, by });
      }
      case 'copy.restored': {
        const { copy, reaches, newer } = event;
        return put(db, 'restored', '', { copy, reaches, newer, at });
      }
    }
  },
};

export interface CopiesSet extends CopiesSetting {
  readonly at: string | null;
  readonly by: OperatorId | null;
}

export function copiesSetting(db: Database): CopiesSet {
  return find<CopiesSet>(db, 'setting', '') ?? { ...USUAL_COPIES, at: null, by: null };
}

/** The newest copy of a folder that is on record. */
export function lastCopy(db: Database, folder: string): { copy: string; at: string } | null {
  return find(db, 'made', folder);
}

export function lastDrill(
  db: Database,
): { copy: string; good: boolean; at: string; by: OperatorId } | null {
  return find(db, 'drill', '');
}

export function lastRestore(
  db: Database,
): { copy: string; reaches: string | null; newer: number | null; at: string } | null {
  return find(db, 'restored', '');
}

function find<T>(db: Database, kind: string, id: string): T | null {
  const row = statement(db, 'SELECT state FROM board_copies WHERE kind = ? AND id = ?').get(
    kind,
    id,
  );
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as T);
}

function put(db: Database, kind: string, id: string, state: unknown): void {
  statement(
    db,
    `INSERT INTO board_copies (kind, id, state) VALUES (?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET state = excluded.state`,
  ).run(kind, id, JSON.stringify(state));
}
