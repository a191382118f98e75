import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { USUAL_COPIES, type CopiesSetting } from '#shared/copies/copies-setting.ts';
import type { LeftCopy } from '#shared/copies/copy-events.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** How copies are made, the last of each folder and what they still hold, the last drill and the last restore. */
export const copiesProjection: Projection = {
  name: 'board_copies',
  version: 2,
  key: 'kind, id',
  ddl: `
    CREATE TABLE board_copies (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { seq, at, by, event }) {
    switch (event.type) {
      case 'copies.set': {
        const { targets, schedule, rotation } = event;
        return put(db, 'setting', '', { targets, schedule, rotation, at, by });
      }
      case 'copy.made': {
        const { copy, folder } = event;
        const since = find<MadeIn>(db, 'made', folder)?.since ?? seq;
        return put(db, 'made', folder, { copy, at, since });
      }
      case 'copies.thinned': {
        const { folder, upTo, left } = event;
        return put(db, 'thinned', folder, { upTo, left });
      }
      case 'copy.drilled': {
        const { copy, faults } = event;
        return put(db, 'drill', '', { copy, good: faults.length === 0, at, by });
      }
      case 'copy.restored': {
        const { copy, reaches, newer, former } = event;
        if (former !== null) put(db, 'former', former, { seq });
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

/** The newest copy of a folder that is on record, and with which entry copies began there. */
export interface MadeIn {
  readonly copy: string;
  readonly at: string;
  readonly since: number;
}

export function lastCopy(db: Database, folder: string): MadeIn | null {
  return find(db, 'made', folder);
}

/** Every folder a copy was ever made in, targets or not. */
export function foldersOnRecord(db: Database): string[] {
  const rows = statement(db, "SELECT id FROM board_copies WHERE kind = 'made' ORDER BY id").all();
  return (rows as { id: string }[]).map(({ id }) => id);
}

/** Up to which entry everything shredded is out of the copies of a folder, and which of them are left. */
export function thinnedIn(
  db: Database,
  folder: string,
): { readonly upTo: number; readonly left: readonly LeftCopy[] } | null {
  return find(db, 'thinned', folder);
}

/** With which entry a store was put aside for a copy; null when the journal in force does not know of it. */
export function putAside(db: Database, former: string): number | null {
  return find<{ seq: number }>(db, 'former', former)?.seq ?? null;
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
