import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { callIdOf } from '#shared/person/known-person.ts';

/** Whom an incident is said to be about, as last heard. */
export const peopleNamedProjection: Projection = {
  name: 'board_people_named',
  version: 1,
  key: 'incident_id',
  ddl: `
    CREATE TABLE board_people_named (
      incident_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      birth_date TEXT
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { event }) {
    if (event.type !== 'person.named') return;
    statement(
      db,
      `INSERT INTO board_people_named (incident_id, name, birth_date) VALUES (?, ?, ?)
       ON CONFLICT (incident_id) DO UPDATE SET name = excluded.name, birth_date = excluded.birth_date`,
    ).run(event.incidentId, event.name, event.birthDate);
  },
};

/** Null while nobody has said. */
export function personNamedOn(
  db: Database,
  incidentId: string,
): { readonly name: string; readonly birthDate: string | null } | null {
  const row = statement(
    db,
    'SELECT name, birth_date AS birthDate FROM board_people_named WHERE incident_id = ?',
  ).get(incidentId);
  return (row as { name: string; birthDate: string | null } | undefined) ?? null;
}

/** Whose a call was not: remembered, so that nobody is asked again. */
export const peopleRuledOutProjection: Projection = {
  name: 'board_people_ruled_out',
  version: 1,
  key: 'call_id, person_id',
  ddl: `
    CREATE TABLE board_people_ruled_out (
      call_id TEXT NOT NULL,
      person_id TEXT NOT NULL,
      PRIMARY KEY (call_id, person_id)
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { event }) {
    if (event.type === 'person.call-ruled-out')
      statement(db, 'INSERT OR IGNORE INTO board_people_ruled_out VALUES (?, ?)').run(
        callIdOf(event),
        event.personId,
      );
    // Linked after all: whoever said so knew better.
    if (event.type === 'person.call-linked')
      statement(db, 'DELETE FROM board_people_ruled_out WHERE call_id = ? AND person_id = ?').run(
        callIdOf(event),
        event.personId,
      );
  },
};

/** The records a call was said not to be of. */
export function ruledOutFor(db: Database, callId: string): ReadonlySet<string> {
  const rows = statement(
    db,
    'SELECT person_id AS id FROM board_people_ruled_out WHERE call_id = ?',
  ).all(callId) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}

/** The entries each record stands in, for the history of who said what of whom. */
export const peopleActsProjection: Projection = {
  name: 'board_people_acts',
  version: 1,
  key: 'person_id, seq',
  ddl: `
    CREATE TABLE board_people_acts (
      person_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (person_id, seq)
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { seq, event }) {
    if (!event.type.startsWith('person.') || !('personId' in event)) return;
    const of = [event.personId as string];
    if (event.type === 'person.merged' || event.type === 'person.unmerged') of.push(event.absorbed);
    if (event.type === 'person.told-apart') of.push(event.other);
    for (const personId of of)
      statement(db, 'INSERT OR IGNORE INTO board_people_acts VALUES (?, ?)').run(personId, seq);
  },
};

/** The latest entries of these records, the newest first. */
export function actsOf(db: Database, personIds: readonly string[], limit: number): number[] {
  const seqs = new Set<number>();
  for (const personId of personIds) {
    const rows = statement(
      db,
      'SELECT seq FROM board_people_acts WHERE person_id = ? ORDER BY seq DESC LIMIT ?',
    ).all(personId, limit) as { seq: number }[];
    for (const { seq } of rows) seqs.add(seq);
  }
  return [...seqs].sort((a, b) => b - a).slice(0, limit);
}
