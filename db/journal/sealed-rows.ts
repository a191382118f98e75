import { GENESIS, type SealedRow } from './seal.ts';
import { statement, type Database } from '../open-database.ts';

/** A row as it is stored, with its seal. */
export interface StoredSeal extends SealedRow {
  readonly hash: Buffer;
}

const COLUMNS = 'seq, at, by_operator, position, stream, type, incident_id, body, hash' as const;
const PAGE = 500;

/**
 * Every row in order, in pages of which none holds the connection: whoever walks may stop between two and write.
 * Starts where the table starts, whatever number somebody gave a row.
 */
export function* sealedPages(db: Database): IterableIterator<StoredSeal[]> {
  let rows = statement(db, `SELECT ${COLUMNS} FROM journal ORDER BY seq LIMIT ${PAGE}`).all();
  for (;;) {
    const page = rows as StoredSeal[];
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < PAGE) return;
    rows = statement(
      db,
      `SELECT ${COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
    ).all(last.seq);
  }
}

/** The rows from one sequence to another, both counted, in pages. */
export function* sealedBetween(
  db: Database,
  from: number,
  to: number,
): IterableIterator<StoredSeal[]> {
  for (let first = from; first <= to;) {
    const page = statement(
      db,
      `SELECT ${COLUMNS} FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ${PAGE}`,
    ).all(first, to) as StoredSeal[];
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    first = last.seq + 1;
  }
}

/** The rows under these sequences, in the order they are named. */
export function sealedAt(db: Database, seqs: readonly number[]): StoredSeal[] {
  const one = statement(db, `SELECT ${COLUMNS} FROM journal WHERE seq = ?`);
  return seqs.flatMap((seq) => (one.get(seq) as StoredSeal | undefined) ?? []);
}

/** The seal of the last entry; null when there is none. */
export function lastSeal(db: Database): Buffer | null {
  const row = statement(db, 'SELECT hash FROM journal ORDER BY seq DESC LIMIT 1').get();
  return (row as { hash: Buffer } | undefined)?.hash ?? null;
}

/** The seal of an entry, in hex; null when there is none of this number. */
export function sealHexAt(db: Database, seq: number): string | null {
  const row = statement(db, 'SELECT hash FROM journal WHERE seq = ?').get(seq);
  return (row as { hash: Buffer } | undefined)?.hash.toString('hex') ?? null;
}

/** The seal of an entry; what the first one is chained to before it. */
export function sealAt(db: Database, seq: number): Buffer {
  if (seq < 1) return GENESIS;
  const row = statement(db, 'SELECT hash FROM journal WHERE seq = ?').get(seq);
  return (row as { hash: Buffer } | undefined)?.hash ?? GENESIS;
}

/**
 * The first sequence written at or after an instant, found by halving: the clock of a PC mostly goes forward. Where it
 * was set back, what is found is off by as much.
 */
export function seqSince(db: Database, instant: string): number {
  const at = statement(db, 'SELECT at FROM journal WHERE seq = ?');
  const last = statement(db, 'SELECT COALESCE(MAX(seq), 0) AS seq FROM journal').get();
  let [low, high] = [1, (last as { seq: number }).seq + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = at.get(middle) as { at: string } | undefined;
    if (row !== undefined && row.at < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
