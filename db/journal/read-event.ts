import { keptWords, type Commitment } from './kept-words.ts';
import { upcast } from './upcasters.ts';
import { tellOfReading } from './words-read.ts';
import { statement, type Database } from '../open-database.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { protectionOf, withheld } from '#shared/partition/protection.ts';
import { isKept, type Kept, type Partition } from '#shared/partition/partition.ts';

export interface StoredRow {
  readonly seq: number;
  readonly body: string;
}

/** Without the words of any protected partition. */
export const NOTHING_KEPT: readonly Partition[] = [];

/**
 * The event of a journal row as today's shape, with the words of these partitions and no others. Older
 * entries hold their words themselves: those are left out here just the same.
 */
export function readEvent(
  db: Database,
  { seq, body }: StoredRow,
  partitions: readonly Partition[],
): JournalEvent {
  const { kept, ...stored } = JSON.parse(body) as Record<string, unknown> & { kept?: Commitment };
  if (kept === undefined) {
    const event = upcast(stored);
    const protection = protectionOf(event);
    if (protection === null) return event;
    if (!partitions.includes(protection.partition)) return withheld(event, protection, seq);
    tellOfReading(db, event, protection.partition);
    return event;
  }
  const { partition, members } = kept;
  const words = partitions.includes(partition) ? keptWords(db, partition, seq) : null;
  const apart = members.map((member): [string, unknown] => {
    const place: Kept = { keptIn: partition, entry: seq, member };
    return [member, words === null ? place : words[member]];
  });
  const event = upcast({ ...stored, ...Object.fromEntries(apart) });
  if (words !== null) tellOfReading(db, event, partition);
  return event;
}

/** What one member of an event says that is kept apart; null when it is not there (any more). */
export function keptMember(db: Database, { keptIn, entry, member }: Kept): unknown {
  const row = statement(db, 'SELECT seq, body FROM journal WHERE seq = ?').get(entry);
  if (row === undefined) return null;
  const event: Record<string, unknown> = { ...readEvent(db, row as StoredRow, [keptIn]) };
  const said = event[member];
  return said === undefined || isKept(said) ? null : said;
}
