import { findPerson } from './people-projection.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { detailKeys } from '#shared/person/decide-known-person.ts';
import type { DetailKind, KnownPerson } from '#shared/person/known-person.ts';
import { nameWords } from '#shared/person/person-name.ts';

/** What people are looked up by. `word` is one word of a name, to be found by how it begins. */
type KeyKind = DetailKind | 'word';

/**
 * Whom a name, a number, a date of birth or an address leads to: what stands, in the way it is compared. A record has
 * a few of them, and they are written anew when one of its details changes.
 */
export const peopleKeysProjection: Projection = {
  name: 'board_people_keys',
  version: 2,
  key: 'kind, key, person_id',
  ddl: `
    CREATE TABLE board_people_keys (
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      person_id TEXT NOT NULL,
      PRIMARY KEY (kind, key, person_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX board_people_keys_person ON board_people_keys (person_id);
  `,
  apply(db, { event }) {
    if (event.type !== 'person.detail-added' && event.type !== 'person.detail-withdrawn') return;
    const { personId } = event;
    const person = findPerson(db, personId);
    if (person === null) return;
    if (event.type === 'person.detail-withdrawn')
      statement(db, 'DELETE FROM board_people_keys WHERE person_id = ?').run(personId);
    for (const [kind, key] of keysOf(person))
      statement(db, 'INSERT OR IGNORE INTO board_people_keys VALUES (?, ?, ?)').run(
        kind,
        key,
        personId,
      );
  },
};

function keysOf({ details }: KnownPerson): [KeyKind, string][] {
  return details.flatMap(({ detail, withdrawn }) => {
    if (withdrawn !== null) return [];
    const keys = detailKeys(detail).map((key): [KeyKind, string] => [detail.kind, key]);
    const words = detail.kind === 'name' ? nameWords(detail.name) : [];
    return [...keys, ...words.map((word): [KeyKind, string] => ['word', word])];
  });
}

/** Records that have exactly this, as many as asked for. */
export function recordsWith(
  db: Database,
  kind: DetailKind,
  keys: readonly string[],
  limit: number,
): string[] {
  const found = new Set<string>();
  for (const key of keys) {
    const rows = statement(
      db,
      'SELECT person_id AS id FROM board_people_keys WHERE kind = ? AND key = ? LIMIT ?',
    ).all(kind, key, limit) as { id: string }[];
    for (const { id } of rows) found.add(id);
  }
  return [...found].slice(0, limit);
}

/** How many records have exactly this. */
export function countRecordsWith(db: Database, kind: DetailKind, keys: readonly string[]): number {
  const counts = keys.map((key) => {
    const row = statement(
      db,
      'SELECT COUNT(*) AS records FROM board_people_keys WHERE kind = ? AND key = ?',
    ).get(kind, key);
    return (row as { records: number }).records;
  });
  return Math.max(0, ...counts);
}

/** Records with a name in which each of these words begins one, as many as asked for. */
export function recordsNamed(db: Database, words: readonly string[], limit: number): string[] {
  // The longest leads to the fewest; the others only have to hold of those.
  const [first, ...others] = words.toSorted((a, b) => b.length - a.length);
  if (first === undefined) return [];
  const holds = others.map(
    () => `AND EXISTS (SELECT 1 FROM board_people_keys AS other
      WHERE other.kind = 'word' AND other.key >= ? AND other.key < ? AND other.person_id = found.person_id)`,
  );
  const rows = statement(
    db,
    `SELECT DISTINCT person_id AS id FROM board_people_keys AS found
     WHERE kind = 'word' AND key >= ? AND key < ? ${holds.join(' ')} LIMIT ?`,
  ).all(...[first, ...others].flatMap((word) => [word, `${word}\u{10FFFF}`]), limit);
  return (rows as { id: string }[]).map(({ id }) => id);
}
