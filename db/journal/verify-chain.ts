import { GENESIS, sealOf, type SealedRow } from './seal.ts';
import type { Database } from '../open-database.ts';

export interface ChainVerdict {
  readonly events: number;
  readonly chain: 'intact' | { readonly brokenAt: number; readonly why: string };
}

/**
 * Walks the whole journal and recomputes every seal. Also notices a cut-off tail: the board remembers
 * how far it had followed.
 */
export function verifyChain(db: Database): ChainVerdict {
  const rows = db.prepare(
    'SELECT seq, at, by_operator, position, stream, type, incident_id, body, hash FROM journal ORDER BY seq',
  );
  let previous: Buffer = GENESIS;
  let events = 0;
  for (const each of rows.iterate()) {
    const row = each as SealedRow & { hash: Buffer };
    events += 1;
    if (row.seq !== events)
      return broken(events, events, `Entry ${events} is missing: the next one is ${row.seq}.`);
    const seal = sealOf(previous, row);
    if (!seal.equals(row.hash))
      return broken(events, row.seq, `Entry ${row.seq} does not match its seal: it was changed.`);
    previous = row.hash;
  }
  const followed = followedSeq(db);
  if (followed > events)
    return broken(
      events,
      events + 1,
      `The board has followed ${followed} entries but the journal ends at ${events}.`,
    );
  return { events, chain: 'intact' };
}

function broken(events: number, brokenAt: number, why: string): ChainVerdict {
  return { events, chain: { brokenAt, why } };
}

function followedSeq(db: Database): number {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'board_meta'").get();
  if (table === undefined) return 0;
  const row = db.prepare('SELECT projected_seq FROM board_meta').get();
  return (row as { projected_seq: number } | undefined)?.projected_seq ?? 0;
}
