import { GENESIS, sealOf, type SealedRow } from './seal.ts';
import { KeptWordsCheck, type WrongWords } from './verify-kept.ts';
import type { Database } from '../open-database.ts';

export interface ChainVerdict {
  readonly events: number;
  readonly chain: 'intact' | { readonly brokenAt: number; readonly why: string };
  /** Words of protected partitions that are not what the journal says of them, up to where the chain breaks. */
  readonly kept: 'intact' | readonly WrongWords[];
}

/**
 * Walks the whole journal, recomputes every seal, and compares what is kept apart with it. Also notices a cut-off tail: the board remembers
 * how far it had followed.
 */
export function verifyChain(db: Database): ChainVerdict {
  const rows = db.prepare(
    'SELECT seq, at, by_operator, position, stream, type, incident_id, body, hash FROM journal ORDER BY seq',
  );
  const words = new KeptWordsCheck(db);
  const verdict = (events: number, chain: ChainVerdict['chain']): ChainVerdict => {
    return { events, chain, kept: words.wrong.length === 0 ? 'intact' : words.wrong };
  };
  let previous: Buffer = GENESIS;
  let events = 0;
  for (const each of rows.iterate()) {
    const row = each as SealedRow & { hash: Buffer };
    events += 1;
    if (row.seq !== events)
      return verdict(events, {
        brokenAt: events,
        why: `Entry ${events} is missing: the next one is ${row.seq}.`,
      });
    const seal = sealOf(previous, row);
    if (!seal.equals(row.hash))
      return verdict(events, {
        brokenAt: row.seq,
        why: `Entry ${row.seq} does not match its seal: it was changed.`,
      });
    words.entry(row);
    previous = row.hash;
  }
  words.end();
  const followed = followedSeq(db);
  if (followed > events)
    return verdict(events, {
      brokenAt: events + 1,
      why: `The board has followed ${followed} entries but the journal ends at ${events}.`,
    });
  return verdict(events, 'intact');
}

function followedSeq(db: Database): number {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'board_meta'").get();
  if (table === undefined) return 0;
  const row = db.prepare('SELECT projected_seq FROM board_meta').get();
  return (row as { projected_seq: number } | undefined)?.projected_seq ?? 0;
}
