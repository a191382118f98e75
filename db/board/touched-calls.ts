import { statement, type Database } from '../open-database.ts';

/** Calls and incidents that entries since `seq` are about; null for the ids when they are too many to follow. */
export function callsTouchedSince(
  db: Database,
  seq: number | null,
  most: number,
): { readonly seq: number; readonly ids: ReadonlySet<string> | null } {
  const last = statement(db, 'SELECT seq FROM journal ORDER BY seq DESC LIMIT 1').get();
  const head = (last as { seq: number } | undefined)?.seq ?? 0;
  if (seq === null || head < seq || head - seq > most) return { seq: head, ids: null };
  if (head === seq) return { seq, ids: new Set() };
  // The plus keeps SQLite at the end of the journal instead of in the index of every incident.
  const rows = statement(
    db,
    `SELECT +incident_id AS incident, CASE WHEN stream LIKE 'call/%' THEN substr(stream, 6) END AS call
     FROM journal WHERE seq > ?`,
  ).all(seq) as { incident: string | null; call: string | null }[];
  return {
    seq: head,
    ids: new Set(rows.flatMap(({ incident, call }) => [incident ?? [], call ?? []].flat())),
  };
}
