import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { streetKey } from '#shared/place/street-key.ts';
import { keyOf, nameKey, type Caution, type IncidentCautions } from '#shared/caution/caution.ts';
import { evolveCaution } from '#shared/caution/caution-events.ts';

/**
 * Cautions by what they are about. Removed ones stay, out of the index: the record says who removed them
 * and why, and no incident finds them.
 */
export const cautionsProjection: Projection = {
  name: 'board_cautions',
  version: 4,
  key: 'caution_id',
  ddl: `
    CREATE TABLE board_cautions (
      caution_id TEXT PRIMARY KEY,
      about TEXT NOT NULL,
      about_key TEXT NOT NULL,
      standing INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_cautions_about ON board_cautions (about, about_key) WHERE standing = 1;
  `,
  apply(db, { at, by, event }) {
    if (event.type !== 'caution.recorded' && event.type !== 'caution.removed') return;
    const caution = evolveCaution(findCaution(db, event.cautionId), event, { at, by });
    if (caution === null) return;
    statement(
      db,
      `INSERT INTO board_cautions (caution_id, about, about_key, standing, state)
       VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (caution_id) DO UPDATE SET standing = excluded.standing, state = excluded.state`,
    ).run(
      caution.cautionId,
      caution.about.kind,
      keyOf(caution.about),
      caution.removed === null ? 1 : 0,
      JSON.stringify(caution),
    );
  },
};

export function findCaution(db: Database, cautionId: string): Caution | null {
  const row = statement(db, 'SELECT state FROM board_cautions WHERE caution_id = ?').get(cautionId);
  return row === undefined ? null : stateOf(row);
}

/** Every caution nobody removed, expired or not, the newest first. */
export function standingCautions(db: Database): Caution[] {
  return statement(db, 'SELECT state FROM board_cautions WHERE standing = 1 ORDER BY rowid DESC')
    .all()
    .map(stateOf);
}

/** Every caution nobody removed about exactly this person. */
export function cautionsAboutPerson(db: Database, name: string): Caution[] {
  return standingAbout(db, 'person', nameKey(name));
}

/** Every caution nobody removed that belongs to an incident: by its address, or attached by hand. */
export function cautionsOfIncident(
  db: Database,
  { place, cautions }: { readonly place: { address: string }; readonly cautions: IncidentCautions },
): Caution[] {
  const key = streetKey(place.address);
  const attached = cautions.attached
    .map((cautionId) => findCaution(db, cautionId))
    .filter((caution): caution is Caution => caution !== null && caution.removed === null);
  return [...(key === '' ? [] : standingAbout(db, 'address', key)), ...attached];
}

function standingAbout(db: Database, about: Caution['about']['kind'], key: string): Caution[] {
  return statement(
    db,
    `SELECT state FROM board_cautions
     WHERE standing = 1 AND about = ? AND about_key = ? ORDER BY rowid`,
  )
    .all(about, key)
    .map(stateOf);
}

function stateOf(row: unknown): Caution {
  return JSON.parse((row as { state: string }).state) as Caution;
}
