import { GENESIS, sealOf } from './seal.ts';
import { sealedPages, type StoredSeal } from './sealed-rows.ts';
import { KeptWordsCheck, type WrongWords } from './verify-kept.ts';
import type { Database } from '../open-database.ts';

export interface ChainVerdict {
  readonly events: number;
  readonly chain: 'intact' | { readonly brokenAt: number; readonly why: string };
  /** Words of protected partitions that are not what the journal says of them, up to where the chain breaks. */
  readonly kept: 'intact' | readonly WrongWords[];
}

/** What the journal is held against beside itself. */
export interface ChainAnchor {
  /**
   * A seal somebody kept elsewhere, in hex: that of an export or a copy. Without it nobody can tell a journal from
   * which the newest entries were taken, or that was written anew.
   */
  readonly expectHead?: string | null;
  /** It is a copy: words may have been shredded in its store after it was made. */
  readonly ofCopy?: boolean;
}

/**
 * Walks the whole journal, recomputes every seal, and compares what is kept apart with it. Also notices a cut-off tail: the board remembers
 * how far it had followed.
 */
export function verifyChain(db: Database, anchor: ChainAnchor = {}): ChainVerdict {
  const steps = verifyingChain(db, anchor);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same a page at a time: says how many entries it has come through, and may be left between two. */
export function* verifyingChain(
  db: Database,
  { expectHead = null, ofCopy = false }: ChainAnchor = {},
): Generator<number, ChainVerdict> {
  const words = new KeptWordsCheck(db, ofCopy);
  const verdict = (events: number, chain: ChainVerdict['chain']): ChainVerdict => {
    return { events, chain, kept: words.wrong.length === 0 ? 'intact' : words.wrong };
  };
  let previous: Buffer = GENESIS;
  let events = 0;
  let anchored = expectHead === null;
  for (const page of sealedPages(db)) {
    for (const row of page) {
      events += 1;
      const why = faultOf(row, events, previous);
      if (why !== null) return verdict(events, { brokenAt: events, why });
      words.entry(row);
      previous = row.hash;
      anchored ||= row.hash.toString('hex') === expectHead;
    }
    yield events;
  }
  words.end();
  const followed = followedSeq(db);
  if (followed > events)
    return verdict(events, {
      brokenAt: events + 1,
      why: `The board has followed ${followed} entries but the journal ends at ${events}.`,
    });
  if (!anchored)
    return verdict(events, {
      brokenAt: events + 1,
      why: `No entry has the seal that was expected: entries after ${events} are missing, or the journal was written anew.`,
    });
  return verdict(events, 'intact');
}

function faultOf(row: StoredSeal, expected: number, previous: Buffer): string | null {
  if (row.seq > expected) return `Entry ${expected} is missing: the next one is ${row.seq}.`;
  if (row.seq < expected)
    return `Entry ${row.seq} was put in before the first one, where none can be.`;
  // The seal is the same over an empty one and over none, and no incident is called that.
  if (row.incident_id === '') return `Entry ${row.seq} names an empty incident: it was changed.`;
  return sealOf(previous, row).equals(row.hash)
    ? null
    : `Entry ${row.seq} does not match its seal: it was changed.`;
}

function followedSeq(db: Database): number {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'board_meta'").get();
  if (table === undefined) return 0;
  const row = db.prepare('SELECT projected_seq FROM board_meta').get();
  return (row as { projected_seq: number } | undefined)?.projected_seq ?? 0;
}
