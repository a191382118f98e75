import { partEvent } from './kept-words.ts';
import { NOTHING_KEPT, readEvent } from './read-event.ts';
import { GENESIS, sealOf } from './seal.ts';
import { statement, transactionOf, type Database } from '../open-database.ts';
import { incidentOf, streamOf, type Entry, type NewEvent } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Partition } from '#shared/partition/partition.ts';

export interface EntryStamp {
  readonly at: string;
  readonly by: OperatorId;
  readonly position: string;
}

/** Somebody wrote since the caller looked. Catch up, decide again, append again. */
export class StaleJournal extends Error {
  readonly expected: number;
  readonly head: number;
  constructor(expected: number, head: number) {
    super(`The journal is at ${head}, not at ${expected}.`);
    this.expected = expected;
    this.head = head;
  }
}

/**
 * The record of everything that happened. Only this interface is known outside db/journal: a later
 * center mode puts a replicated log behind the same calls, so nobody may assume to be its only writer.
 */
export interface Journal {
  /** Sequence of the last entry, 0 when empty. */
  head(): number;
  /** When the last entry was written, by the clock of then; null while there is none. */
  lastWrittenAt(): string | null;
  /**
   * Writes events after `expectedSeq`, sealed in order. Must run inside the caller's transaction. What
   * comes back is what everybody may hear of: words that are kept apart are not in it.
   * @throws StaleJournal when the head is elsewhere.
   */
  append(expectedSeq: number, events: readonly NewEvent[], stamp: EntryStamp): Entry[];
  /** For the derived tables and whoever follows the journal: without the words of a protected partition. */
  entriesAfter(seq: number): IterableIterator<Entry>;
  /** Single entries by their sequence, in the order they are asked for; with the words of these partitions. */
  entriesAt(seqs: readonly number[], partitions: readonly Partition[]): Entry[];
  /** With the words of these partitions: those the reader may read. */
  ofIncident(incidentId: string, partitions: readonly Partition[]): Entry[];
}

interface Row {
  seq: number;
  at: string;
  by_operator: string;
  position: string;
  type: string;
  body: string;
}

const PAGE = 500;
/** An entry of an import holds many calls: so much text is a page however few entries it is. */
const PAGE_LENGTH = 2 * 1024 * 1024;
const COLUMNS = 'seq, at, by_operator, position, type, body';

/** The last row of the journal, as much of it as the next one follows. */
interface Last {
  readonly seq: number;
  readonly hash: Buffer;
}

interface KnownLast extends Last {
  readonly within: symbol;
}

/** What it is in the transaction that is open: asked three times for every command. */
const lastOf = new WeakMap<Database, KnownLast>();

function lastRow(db: Database): Last {
  const within = transactionOf(db);
  const known = within === null ? undefined : lastOf.get(db);
  if (known !== undefined && known.within === within) return known;
  const row = statement(db, 'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get();
  const last = (row as Last | undefined) ?? { seq: 0, hash: GENESIS };
  if (within !== null) lastOf.set(db, { ...last, within });
  return last;
}

export function openJournal(db: Database): Journal {
  const insert = statement(
    db,
    `INSERT INTO journal (seq, at, by_operator, position, stream, type, incident_id, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  return {
    head: () => lastRow(db).seq,
    lastWrittenAt() {
      const row = statement(db, 'SELECT at FROM journal ORDER BY seq DESC LIMIT 1').get();
      return (row as { at: string } | undefined)?.at ?? null;
    },
    append(expectedSeq, events, { at, by, position }) {
      let { seq, hash } = lastRow(db);
      if (seq !== expectedSeq) throw new StaleJournal(expectedSeq, seq);
      lastOf.delete(db);
      const entries = events.map((event) => {
        seq += 1;
        const { type } = event;
        const { body, read, keep } = partEvent(db, event, seq);
        const [stream, incident_id] = [streamOf(event), incidentOf(event)];
        hash = sealOf(hash, {
          seq,
          at,
          by_operator: by,
          position,
          stream,
          type,
          incident_id,
          body,
        });
        insert.run(seq, at, by, position, stream, type, incident_id, body, hash);
        keep();
        return { seq, at, by, position, event: read };
      });
      const within = transactionOf(db);
      if (within !== null) lastOf.set(db, { seq, hash, within });
      return entries;
    },
    *entriesAfter(seq) {
      // In pages: a connection that still iterates refuses to write, and the reader here writes.
      const page = statement(
        db,
        `SELECT ${COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
      );
      for (let from = seq; ;) {
        const rows = pageOf(page.iterate(from) as IterableIterator<Row>);
        for (const row of rows) yield entryOf(db, row, NOTHING_KEPT);
        const last = rows.at(-1);
        if (last === undefined) return;
        from = last.seq;
      }
    },
    entriesAt(seqs, partitions) {
      const one = statement(db, `SELECT ${COLUMNS} FROM journal WHERE seq = ?`);
      return seqs.flatMap((seq) => {
        const row = one.get(seq) as Row | undefined;
        return row === undefined ? [] : [entryOf(db, row, partitions)];
      });
    },
    ofIncident(incidentId, partitions) {
      const rows = statement(
        db,
        `SELECT ${COLUMNS} FROM journal WHERE incident_id = ? ORDER BY seq`,
      ).all(incidentId);
      return (rows as Row[]).map((row) => entryOf(db, row, partitions));
    },
  };
}

function pageOf(rows: Iterable<Row>): Row[] {
  const page: Row[] = [];
  let length = 0;
  for (const row of rows) {
    page.push(row);
    length += row.body.length;
    if (length >= PAGE_LENGTH) break;
  }
  return page;
}

function entryOf(db: Database, row: Row, partitions: readonly Partition[]): Entry {
  return {
    seq: row.seq,
    at: row.at,
    by: row.by_operator as OperatorId,
    position: row.position,
    event: readEvent(db, row, partitions),
  };
}
