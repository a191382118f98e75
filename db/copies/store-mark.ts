import { findCenter } from '../board/center-projection.ts';
import { sealHexAt } from '../journal/sealed-rows.ts';
import type { Database } from '../open-database.ts';

/** Which store a file is, and how far its journal goes. */
export interface StoreMark {
  /** The seal of the first entry: two files with the same one began as one store. */
  readonly store: string;
  readonly entries: number;
  readonly head: string;
  /** When the last entry was written. */
  readonly reaches: string | null;
  readonly schema: number;
  readonly center: string | null;
}

const NONE = '0'.repeat(64);

/** @throws when the file holds no journal. */
export function storeMark(db: Database): StoreMark {
  const last = db.prepare('SELECT seq, at, hash FROM journal ORDER BY seq DESC LIMIT 1').get();
  const { seq, at, hash } = (last ?? { seq: 0, at: null, hash: null }) as Last;
  return {
    store: sealHexAt(db, 1) ?? NONE,
    entries: seq,
    head: hash?.toString('hex') ?? NONE,
    reaches: at,
    schema: db.pragma('user_version', { simple: true }) as number,
    center: centerIn(db),
  };
}

/** Whether there is a journal in the file at all. */
export function holdsJournal(db: Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'journal'").get() !== undefined;
}

/** The last entry two stores have in common; 0 when they began apart. Each seal holds all before it. */
export function lastInCommon(one: Database, other: Database): number {
  const isCommon = (seq: number) => {
    const seal = sealHexAt(one, seq);
    return seal !== null && seal === sealHexAt(other, seq);
  };
  let common = 0;
  let beyond = Math.min(lastSeq(one), lastSeq(other)) + 1;
  while (beyond - common > 1) {
    const middle = Math.floor((common + beyond) / 2);
    if (isCommon(middle)) common = middle;
    else beyond = middle;
  }
  return common;
}

function lastSeq(db: Database): number {
  return (
    (db.prepare('SELECT MAX(seq) AS seq FROM journal').get() as { seq: number | null }).seq ?? 0
  );
}

/** When an entry was written; null when there is none of this number. */
export function writtenAt(db: Database, seq: number): string | null {
  const row = db.prepare('SELECT at FROM journal WHERE seq = ?').get(seq);
  return (row as { at: string } | undefined)?.at ?? null;
}

/** Of the boards of whatever version: where they cannot be read, the copy has no name of a center. */
function centerIn(db: Database): string | null {
  try {
    return findCenter(db)?.name ?? null;
  } catch {
    return null;
  }
}

interface Last {
  readonly seq: number;
  readonly at: string | null;
  readonly hash: Buffer | null;
}
