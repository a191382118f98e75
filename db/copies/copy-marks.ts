import type { Database } from '../open-database.ts';
import type { RecordedRestore } from '#shared/copies/left-branch.ts';

/** The restores the journal itself tells of, so that it works for stores whose boards are of another version. */
export function restoresOnRecord(db: Database): RecordedRestore[] {
  return db
    .prepare(
      `SELECT at, json_extract(body, '$.entries') AS entries, json_extract(body, '$.reaches') AS reaches
       FROM journal WHERE type = 'copy.restored' AND json_valid(body)`,
    )
    .all() as RecordedRestore[];
}

/**
 * Where copies of a store can be: the folders that are set now, those a copy went to by the record, and the one beside
 * the data folder for copies before an upgrade, of which no entry speaks (`known` is false: it need not be there).
 */
export function foldersOfCopies(
  db: Database,
  beside: string,
): { readonly folder: string; readonly known: boolean }[] {
  const folders = db
    .prepare(
      `SELECT DISTINCT json_extract(body, '$.folder') FROM journal
       WHERE type = 'copy.made' AND json_valid(body)
       UNION
       SELECT json_extract(target.value, '$.folder') FROM json_each(
         (SELECT body FROM journal WHERE type = 'copies.set' AND json_valid(body) ORDER BY seq DESC LIMIT 1),
         '$.targets') AS target`,
    )
    .pluck()
    .all() as (string | null)[];
  const known = folders.filter((folder) => folder !== null);
  const all = known.map((folder) => ({ folder, known: true }));
  return known.includes(beside) ? all : [...all, { folder: beside, known: false }];
}
