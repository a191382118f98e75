import type BetterSqlite3 from 'better-sqlite3';

/** Tables no other program has like this; one of them alone is a store somebody damaged, and still one of ours. */
const OURS = `(name = 'journal' AND sql LIKE '%by_operator%') OR name IN ('kept_clinical', 'board_meta')`;

/**
 * Whoever sees their own tables in a file keeps it as it is. Must come before anything that writes: already the WAL would
 * change its header.
 * @throws when the file is a database of another program.
 */
export function requireOurs(db: BetterSqlite3.Database): void {
  const named = db.pragma('application_id', { simple: true }) !== 0;
  const all = db.prepare(`SELECT COUNT(*) AS objects, SUM(${OURS}) AS ours FROM sqlite_schema`);
  const { objects, ours } = all.get() as { objects: number; ours: number | null };
  if (!named && (objects === 0 || (ours ?? 0) > 0)) return;
  throw new Error(
    'The file is a database of another program, and stays as it is. Name a folder of CareDesk, or an empty one.',
  );
}
