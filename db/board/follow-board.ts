import { createHash } from 'node:crypto';
import type { History, Projection } from './projection.ts';
import type { Journal } from '../journal/journal.ts';
import { atomically, statement, type Database } from '../open-database.ts';
import type { Entry } from '#shared/journal/journal-event.ts';

/** Hash of every projection's DDL and version: when it differs, the board is rebuilt, not migrated. */
export function boardFingerprint(projections: readonly Projection[]): string {
  const hash = createHash('sha256');
  for (const { name, version, ddl } of projections) hash.update(`${name}\n${version}\n${ddl}\n`);
  return hash.digest('hex');
}

/**
 * Makes the derived tables current. Start-up reads only what the journal gained since the board last
 * followed it; a rebuild happens after an update of CareDesk and nowhere else. Returns the sequence
 * the board now stands at.
 */
export function catchUp(
  db: Database,
  journal: Journal,
  projections: readonly Projection[],
): number {
  const fingerprint = boardFingerprint(projections);
  const meta = readMeta(db);
  const head = journal.head();
  if (meta !== null && meta.fingerprint === fingerprint && meta.projected_seq === head) return head;
  return atomically(db, () => {
    if (meta?.fingerprint !== fingerprint) createBoard(db, projections, fingerprint);
    const from = readMeta(db)?.projected_seq ?? 0;
    let seq = from;
    for (const entry of journal.entriesAfter(from)) {
      project(db, entry, projections, journal);
      seq = entry.seq;
    }
    markFollowed(db, seq);
    return seq;
  });
}

/** Drops every derived table and creates it empty, following nothing yet. */
export function createBoard(
  db: Database,
  projections: readonly Projection[],
  fingerprint: string,
): void {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'board\\_%' ESCAPE '\\'",
    )
    .all() as { name: string }[];
  for (const { name } of tables) db.exec(`DROP TABLE "${name}"`);
  db.exec(
    'CREATE TABLE board_meta (fingerprint TEXT NOT NULL, projected_seq INTEGER NOT NULL) STRICT',
  );
  for (const projection of projections) db.exec(projection.ddl);
  db.prepare('INSERT INTO board_meta VALUES (?, 0)').run(fingerprint);
}

export function project(
  db: Database,
  entry: Entry,
  projections: readonly Projection[],
  journal: History,
): void {
  for (const projection of projections) projection.apply(db, entry, journal);
}

export function markFollowed(db: Database, seq: number): void {
  statement(db, 'UPDATE board_meta SET projected_seq = ?').run(seq);
}

/** Sequence the derived tables of this file hold, whichever desk brought them there. */
export function followedSeq(db: Database): number {
  const row = statement(db, 'SELECT projected_seq FROM board_meta').get();
  return (row as { projected_seq: number }).projected_seq;
}

function readMeta(db: Database): { fingerprint: string; projected_seq: number } | null {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'board_meta'").get();
  if (table === undefined) return null;
  const row = db.prepare('SELECT fingerprint, projected_seq FROM board_meta').get();
  return (row as { fingerprint: string; projected_seq: number } | undefined) ?? null;
}
