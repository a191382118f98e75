import type { Database } from '../open-database.ts';
import type { RecordedRestore } from '#shared/copies/left-branch.ts';

/** What copies of a store are held against. */
export interface CopyMarks {
  /** The seal of the first entry: the same for every copy of one store. */
  readonly store: string | null;
  /** The number of the last entry. */
  readonly ends: number;
  readonly restores: readonly RecordedRestore[];
}

/** From the journal itself, so that it works for stores whose boards are of another version. */
export function copyMarksOf(db: Database): CopyMarks {
  const last = db.prepare('SELECT MAX(seq) FROM journal').pluck().get() as number | null;
  return { store: sealAt(db, 1), ends: last ?? 0, restores: restoresOnRecord(db) };
}

/** The seal of an entry, in hex; null when there is none of this number. */
export function sealAt(db: Database, seq: number): string | null {
  const seal = db.prepare('SELECT hash FROM journal WHERE seq = ?').pluck().get(seq);
  return (seal as Buffer | undefined)?.toString('hex') ?? null;
}

function restoresOnRecord(db: Database): RecordedRestore[] {
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
