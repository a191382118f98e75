import type { Database } from '../open-database.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { recordOf } from '#shared/journal/record-of.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';

/** Hears which record's words of which partition were read. */
export type WordsRead = (record: string, partition: KeptPartition) => void;

const listeners = new WeakMap<Database, WordsRead>();

/**
 * From now on nobody reads protected words out of this file without `hear` being told: every way to them passes
 * `readEvent`, so no view can forget it.
 */
export function hearOfReading(db: Database, hear: WordsRead): void {
  listeners.set(db, hear);
}

export function tellOfReading(db: Database, event: JournalEvent, partition: KeptPartition): void {
  listeners.get(db)?.(recordOf(event), partition);
}

/** For what the desk compares by itself: the words `work` reads are shown to nobody. */
export function unseen<T>(db: Database, work: () => T): T {
  const hear = listeners.get(db);
  if (hear === undefined) return work();
  listeners.delete(db);
  try {
    return work();
  } finally {
    listeners.set(db, hear);
  }
}
