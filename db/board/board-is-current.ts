import { boardFingerprint } from './follow-board.ts';
import { PROJECTIONS } from './projections.ts';
import { openJournal } from '../journal/journal.ts';
import type { Database } from '../open-database.ts';

/**
 * Whether the derived tables are those of this version and hold the whole journal. For readers that may
 * not write: whoever opens a desk brings them up to date instead.
 */
export function isBoardCurrent(db: Database): boolean {
  const meta = metaOf(db);
  return meta?.fingerprint === boardFingerprint(PROJECTIONS) && meta.seq === openJournal(db).head();
}

/** Whether the derived tables are those of this version, however far they have followed. */
export function isBoardOfThisVersion(db: Database): boolean {
  return metaOf(db)?.fingerprint === boardFingerprint(PROJECTIONS);
}

function metaOf(db: Database): { fingerprint: string; seq: number } | null {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'board_meta'").get();
  if (table === undefined) return null;
  const meta = db.prepare('SELECT fingerprint, projected_seq AS seq FROM board_meta').get();
  return (meta as { fingerprint: string; seq: number } | undefined) ?? null;
}
