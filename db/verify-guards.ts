import { schemaAt } from './migrations/migrate.ts';
import { openInMemory, type Database } from './open-database.ts';

/** A table that is kept, or what guards one, that is not as CareDesk made it. */
export interface WrongGuard {
  readonly name: string;
  readonly is: 'missing' | 'changed' | 'added';
}

const SAYS: Readonly<Record<WrongGuard['is'], string>> = {
  missing: 'is missing: somebody took it away',
  changed: 'is not as CareDesk made it',
  added: 'was put in: CareDesk made none of that name',
};

/** What is wrong with it, as a sentence. */
export function sayWrongGuard({ name, is }: WrongGuard): string {
  return `${name} ${SAYS[is]}.`;
}

/**
 * Whether the kept tables are still guarded. Whoever edits the file takes away first what refuses to change an entry, and a
 * trigger of theirs would go on changing what is written later. Indexes are left out: without one nothing reads differently.
 */
export function verifyGuards(db: Database): WrongGuard[] {
  const made = expectedOf(db.pragma('user_version', { simple: true }) as number);
  const found = schemaOf(db);
  const wrong: WrongGuard[] = [];
  for (const [name, { sql }] of made)
    if (found.get(name)?.sql !== sql)
      wrong.push({ name, is: found.has(name) ? 'changed' : 'missing' });
  // Derived tables and their search are made by the desk as it needs them; none of those has a trigger.
  for (const [name, { type }] of found)
    if (type !== 'table' && !made.has(name)) wrong.push({ name, is: 'added' });
  return wrong;
}

interface Made {
  readonly type: string;
  readonly sql: string;
}

function expectedOf(version: number): ReadonlyMap<string, Made> {
  const empty = openInMemory();
  try {
    schemaAt(empty, version);
    return schemaOf(empty);
  } finally {
    empty.close();
  }
}

function schemaOf(db: Database): ReadonlyMap<string, Made> {
  const rows = db
    .prepare(
      `SELECT name, type, sql FROM sqlite_schema
       WHERE type IN ('table', 'trigger', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all() as (Made & { name: string })[];
  return new Map(rows.map(({ name, type, sql }) => [name, { type, sql }]));
}
