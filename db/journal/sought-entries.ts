import { statement, type Database } from '../open-database.ts';

/** Which entries are looked for; null where anything goes. */
export interface Sought {
  readonly types: readonly string[] | null;
  readonly by: string | null;
  readonly incidentId: string | null;
  /** Sequences, both counted. */
  readonly from: number;
  readonly to: number;
}

/**
 * The newest sequences like that, newest first. Each filter is answered by an index: a person or a kind nobody finds
 * anything of costs no more than one with a million entries.
 */
export function newestSought(db: Database, sought: Sought, limit: number): number[] {
  const { types, by, incidentId, from, to } = sought;
  if (incidentId !== null) return ofIncident(db, sought, incidentId, limit);
  if (types === null && by === null)
    return statement(
      db,
      'SELECT seq FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?',
    )
      .pluck()
      .all(from, to, limit) as number[];
  const found = (types ?? typesWritten(db)).flatMap((type) =>
    (by === null ? writersOf(db, type) : [by]).flatMap((one) =>
      ofTypeBy(db, type, one, sought, limit),
    ),
  );
  return found.sort((a, b) => b - a).slice(0, limit);
}

function ofTypeBy(
  db: Database,
  type: string,
  by: string,
  { from, to }: Sought,
  limit: number,
): number[] {
  return statement(
    db,
    `SELECT seq FROM journal WHERE type = ? AND by_operator = ? AND seq BETWEEN ? AND ?
     ORDER BY seq DESC LIMIT ?`,
  )
    .pluck()
    .all(type, by, from, to, limit) as number[];
}

/** An incident has as many entries as it has: all of them are looked at. Looks and exports name it by its stream. */
function ofIncident(
  db: Database,
  { types, by, from, to }: Sought,
  incidentId: string,
  limit: number,
): number[] {
  const found = statement(
    db,
    `WITH found AS (
       SELECT seq FROM journal WHERE incident_id = @incidentId
       UNION SELECT seq FROM board_readings WHERE record = 'incident/' || @incidentId)
     SELECT seq FROM found JOIN journal USING (seq)
     WHERE seq BETWEEN @from AND @to AND (@by IS NULL OR +by_operator = @by)
       AND (@types IS NULL OR +type IN (SELECT value FROM json_each(@types)))
     ORDER BY seq DESC LIMIT @limit`,
  ).all({ incidentId, from, to, by, types: types && JSON.stringify(types), limit });
  return (found as { seq: number }[]).map(({ seq }) => seq);
}

/** Every type that was ever written, from one to the next: as many steps as there are types. */
function typesWritten(db: Database): string[] {
  const next = statement(db, 'SELECT MIN(type) FROM journal WHERE type > ?').pluck();
  return stepped((after) => next.get(after));
}

/** Everybody who ever wrote an entry of a type: as many steps as there are people. */
function writersOf(db: Database, type: string): string[] {
  const sql = 'SELECT MIN(by_operator) FROM journal WHERE type = ? AND by_operator > ?';
  const next = statement(db, sql).pluck();
  return stepped((after) => next.get(type, after));
}

function stepped(next: (after: string) => unknown): string[] {
  const found: string[] = [];
  for (let each = next(''); typeof each === 'string'; each = next(each)) found.push(each);
  return found;
}

/** Every sequence like that, oldest first. Numbers only: a million of them are a few megabytes. */
export function allSought(db: Database, sought: Sought): number[] {
  const found: number[] = [];
  const PAGE = 5000;
  for (let to = sought.to; ;) {
    const page = newestSought(db, { ...sought, to }, PAGE);
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return found.reverse();
    to = last - 1;
  }
}
