import { createHash } from 'node:crypto';
import { boardFingerprint, createBoard, project } from './follow-board.ts';
import type { Projection } from './projection.ts';
import { PROJECTIONS } from './projections.ts';
import { openJournal } from '../journal/journal.ts';
import { openInMemory, type Database } from '../open-database.ts';

export interface ProjectionVerdict {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 of the table's rows in key order: as it stands, and rebuilt from the journal. */
  readonly live: string;
  readonly rebuilt: string;
  readonly equal: boolean;
}

/** Rebuilds every derived table beside the live one, in memory, and compares digests. Writes nothing. */
export function auditBoard(
  db: Database,
  projections: readonly Projection[] = PROJECTIONS,
): { projections: ProjectionVerdict[]; equal: boolean } {
  const copy = openInMemory();
  try {
    createBoard(copy, projections, boardFingerprint(projections));
    const journal = openJournal(db);
    for (const entry of journal.entriesAfter(0)) project(copy, entry, projections, journal);
    const verdicts = projections.map(({ name, key }): ProjectionVerdict => {
      const live = digestOf(db, name, key);
      const rebuilt = digestOf(copy, name, key);
      return {
        name,
        rows: live.rows,
        live: live.digest,
        rebuilt: rebuilt.digest,
        equal: live.digest === rebuilt.digest,
      };
    });
    return { projections: verdicts, equal: verdicts.every((verdict) => verdict.equal) };
  } finally {
    copy.close();
  }
}

function digestOf(db: Database, table: string, key: string): { rows: number; digest: string } {
  const hash = createHash('sha256');
  let rows = 0;
  const known = db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table);
  if (known === undefined) return { rows: 0, digest: 'missing' };
  for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY ${key}`).iterate()) {
    hash.update(JSON.stringify(row)).update('\n');
    rows += 1;
  }
  return { rows, digest: hash.digest('hex') };
}
