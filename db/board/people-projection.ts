import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import {
  evolveAbsorbed,
  evolveKnownPerson,
  isOfKnownPerson,
} from '#shared/person/known-person-events.ts';
import type { KnownPerson, WholePerson } from '#shared/person/known-person.ts';

/**
 * People the center knows, each record as the domain folds it. A record that was merged keeps its own content and
 * names the one that stands for it. `seq` is the entry that last changed it: windows see by the highest whether to
 * ask again.
 */
export const peopleProjection: Projection = {
  name: 'board_people',
  version: 1,
  key: 'person_id',
  ddl: `
    CREATE TABLE board_people (
      person_id TEXT PRIMARY KEY,
      number INTEGER NOT NULL,
      merged_into TEXT,
      seq INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_people_number ON board_people (number);
    CREATE INDEX board_people_merged ON board_people (merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX board_people_seq ON board_people (seq);
  `,
  apply(db, { seq, at, by, event }) {
    if (!isOfKnownPerson(event)) return;
    const person = evolveKnownPerson(findPerson(db, event.personId), event, { seq, at, by });
    if (person !== null) put(db, person, seq);
    if (event.type !== 'person.merged' && event.type !== 'person.unmerged') return;
    const absorbed = findPerson(db, event.absorbed);
    if (absorbed !== null) put(db, evolveAbsorbed(absorbed, event), seq);
  },
};

function put(db: Database, person: KnownPerson, seq: number): void {
  statement(
    db,
    `INSERT INTO board_people (person_id, number, merged_into, seq, state) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (person_id) DO UPDATE SET merged_into = excluded.merged_into,
       seq = excluded.seq, state = excluded.state`,
  ).run(person.personId, person.number, person.mergedInto, seq, JSON.stringify(person));
}

/** The record itself, merged or not. */
export function findPerson(db: Database, personId: string): KnownPerson | null {
  return stateOf(statement(db, 'SELECT state FROM board_people WHERE person_id = ?').get(personId));
}

export function findPersonByNumber(db: Database, number: number): KnownPerson | null {
  return stateOf(statement(db, 'SELECT state FROM board_people WHERE number = ?').get(number));
}

/** Short enough to be said; none is given twice. */
export function nextPersonNumber(db: Database): number {
  const row = statement(db, 'SELECT MAX(number) AS top FROM board_people').get();
  return ((row as { top: number | null }).top ?? 0) + 1;
}

/** Entry of the last change of anybody known; 0 while nobody is. */
export function peopleChangedAt(db: Database): number {
  const row = statement(db, 'SELECT MAX(seq) AS seq FROM board_people').get();
  return (row as { seq: number | null }).seq ?? 0;
}

/** The record that stands for this one after every merge. */
export function rootOf(db: Database, personId: string): PersonId {
  let at = personId;
  for (;;) {
    const row = statement(db, 'SELECT merged_into AS up FROM board_people WHERE person_id = ?').get(
      at,
    ) as { up: string | null } | undefined;
    // Most were never merged: one row, and no recursion in SQL.
    if (row === undefined || row.up === null) return at as PersonId;
    at = row.up;
  }
}

/** The record and every one merged into it, in the order they were registered after the record itself. */
export function membersOf(db: Database, rootId: string): KnownPerson[] {
  const root = findPerson(db, rootId);
  if (root === null) return [];
  const merged: KnownPerson[] = [];
  const under = [rootId];
  for (let id = under.pop(); id !== undefined; id = under.pop())
    for (const row of statement(db, 'SELECT state FROM board_people WHERE merged_into = ?').all(
      id,
    )) {
      const member = stateOf(row) as KnownPerson;
      merged.push(member);
      under.push(member.personId);
    }
  return [root, ...merged.toSorted((a, b) => a.number - b.number)];
}

/** The person this record is of, as known after merges; null when there is no such record. */
export function wholePerson(db: Database, personId: string): WholePerson | null {
  const members = membersOf(db, rootOf(db, personId));
  const [root] = members;
  return root === undefined ? null : { root, members };
}

/** Those registered last, each as known after merges. */
export function latestPeople(db: Database, limit: number): WholePerson[] {
  const rows = statement(
    db,
    `SELECT person_id AS id FROM board_people WHERE merged_into IS NULL
     ORDER BY number DESC LIMIT ?`,
  ).all(limit) as { id: string }[];
  return rows.map(({ id }) => wholePerson(db, id)).filter((whole) => whole !== null);
}

function stateOf(row: unknown): KnownPerson | null {
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as KnownPerson);
}
