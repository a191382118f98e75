import { statement, type Database } from '../open-database.ts';

/** What tells that a file is the one an import stopped in. */
export interface FileIdentity {
  readonly size: number;
  readonly modifiedMs: number;
  /** Digest of its first and last bytes. */
  readonly ends: string;
}

export type ImportDestination = 'history' | 'queue';
export type LeftOutKind = 'rejected' | 'changed';

/** How far an import has come. */
export interface KeptImport extends FileIdentity {
  readonly importId: string;
  readonly path: string;
  readonly mappingHash: string;
  /** The mapping as JSON: the file may have been read by one nobody saved. */
  readonly mapping: string;
  readonly destination: ImportDestination;
  /** Given up: another import of the file began from its beginning. */
  readonly state: 'under-way' | 'finished' | 'given-up';
  /** Where reading goes on; byte 0 is before the header. */
  readonly byte: number;
  readonly line: number;
  /** The counts as JSON; null before the first rows are in. */
  readonly tallies: string | null;
  readonly beganAt: string;
  readonly touchedAt: string;
  readonly by: string;
}

export interface LeftOutRow {
  readonly line: number;
  readonly why: string;
}

export interface ImportStep {
  readonly byte: number;
  readonly line: number;
  readonly rows: number;
  readonly imported: number;
  readonly rejected: number;
  readonly tallies: string;
  readonly at: string;
  /** Marks of the rows and people met since the step before. */
  readonly rowMarks: Buffer | null;
  readonly personMarks: Buffer | null;
  readonly leftOut: readonly (LeftOutRow & { readonly kind: LeftOutKind })[];
}

/** Imports that are looked back at; what older ones left out is forgotten with them. */
const MOST_KEPT = 20;

const COLUMNS = `import_id AS importId, path, size, modified_ms AS modifiedMs, ends,
  mapping_hash AS mappingHash, mapping, destination, state, byte, line, tallies,
  began_at AS beganAt, touched_at AS touchedAt, by_operator AS "by"`;

export function beginImport(db: Database, kept: KeptImport): void {
  statement(
    db,
    `INSERT INTO imports (import_id, path, size, modified_ms, ends, mapping_hash, mapping, destination,
       state, byte, line, tallies, began_at, touched_at, by_operator)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    kept.importId,
    kept.path,
    kept.size,
    kept.modifiedMs,
    kept.ends,
    kept.mappingHash,
    kept.mapping,
    kept.destination,
    kept.state,
    kept.byte,
    kept.line,
    kept.tallies,
    kept.beganAt,
    kept.touchedAt,
    kept.by,
  );
  forgetOldImports(db);
}

/** In the transaction of the calls it counts: then neither is there without the other. */
export function moveImport(db: Database, importId: string, step: ImportStep): void {
  statement(
    db,
    `UPDATE imports SET byte = ?, line = ?, rows = ?, imported = ?, rejected = ?, tallies = ?,
       touched_at = ? WHERE import_id = ?`,
  ).run(
    step.byte,
    step.line,
    step.rows,
    step.imported,
    step.rejected,
    step.tallies,
    step.at,
    importId,
  );
  if (step.rowMarks !== null || step.personMarks !== null)
    statement(
      db,
      `INSERT INTO import_marks (import_id, part, rows, persons) VALUES (?,
         (SELECT COALESCE(MAX(part), 0) + 1 FROM import_marks WHERE import_id = ?), ?, ?)`,
    ).run(importId, importId, step.rowMarks, step.personMarks);
  for (const { kind, line, why } of step.leftOut)
    statement(
      db,
      `INSERT INTO import_left_out (import_id, kind, at, line, why) VALUES (?, ?,
         (SELECT COALESCE(MAX(at), -1) + 1 FROM import_left_out WHERE import_id = ? AND kind = ?), ?, ?)`,
    ).run(importId, kind, importId, kind, line, why);
}

export function endImport(
  db: Database,
  importId: string,
  state: 'finished' | 'given-up',
  at: string,
): void {
  statement(db, 'UPDATE imports SET state = ?, touched_at = ? WHERE import_id = ?').run(
    state,
    at,
    importId,
  );
  statement(db, 'DELETE FROM import_marks WHERE import_id = ?').run(importId);
}

export function findImport(db: Database, importId: string): KeptImport | null {
  const row = statement(db, `SELECT ${COLUMNS} FROM imports WHERE import_id = ?`).get(importId);
  return (row as KeptImport | undefined) ?? null;
}

/** Newest first. */
export function keptImports(db: Database): KeptImport[] {
  return statement(
    db,
    `SELECT ${COLUMNS} FROM imports ORDER BY touched_at DESC, import_id LIMIT ${MOST_KEPT}`,
  ).all() as KeptImport[];
}

/** What is told of an import afterwards. */
export interface ImportLine {
  readonly importId: string;
  readonly path: string;
  readonly state: KeptImport['state'];
  readonly rows: number;
  readonly imported: number;
  readonly rejected: number;
  readonly beganAt: string;
  readonly by: string;
}

/** Newest first. */
export function importLines(db: Database): ImportLine[] {
  return statement(
    db,
    `SELECT import_id AS importId, path, state, rows, imported, rejected, began_at AS beganAt,
       by_operator AS "by" FROM imports ORDER BY touched_at DESC, import_id LIMIT ${MOST_KEPT}`,
  ).all() as ImportLine[];
}

export function countLeftOut(db: Database, importId: string, kind: LeftOutKind): number {
  const row = statement(
    db,
    'SELECT COALESCE(MAX(at) + 1, 0) AS count FROM import_left_out WHERE import_id = ? AND kind = ?',
  ).get(importId, kind);
  return (row as { count: number }).count;
}

/** The marks of everything an unfinished import has met, part by part. */
export function* marksOf(
  db: Database,
  importId: string,
): Generator<{ readonly rows: Buffer | null; readonly persons: Buffer | null }> {
  const parts = statement(
    db,
    'SELECT rows, persons FROM import_marks WHERE import_id = ? AND part = ?',
  );
  for (let part = 1; ; part += 1) {
    const row = parts.get(importId, part);
    if (row === undefined) return;
    yield row as { rows: Buffer | null; persons: Buffer | null };
  }
}

/** What an import left out, in the order of the file. */
export function leftOutOf(
  db: Database,
  importId: string,
  kind: LeftOutKind,
  { offset, most }: { readonly offset: number; readonly most: number },
): LeftOutRow[] {
  return statement(
    db,
    `SELECT line, why FROM import_left_out WHERE import_id = ? AND kind = ? AND at >= ?
     ORDER BY at LIMIT ?`,
  ).all(importId, kind, offset, most) as LeftOutRow[];
}

function forgetOldImports(db: Database): void {
  const old = statement(
    db,
    `SELECT import_id AS importId FROM imports ORDER BY touched_at DESC, import_id
     LIMIT -1 OFFSET ${MOST_KEPT}`,
  ).all() as { importId: string }[];
  for (const { importId } of old)
    for (const table of ['imports', 'import_marks', 'import_left_out'])
      statement(db, `DELETE FROM ${table} WHERE import_id = ?`).run(importId);
}
