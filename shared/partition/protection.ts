import { EVENT_PARTITIONS, type Apart } from './event-partitions.ts';
import type { Kept, KeptPartition } from './partition.ts';
import type { JournalEvent } from '../journal/journal-event.ts';

export interface Protection {
  readonly partition: KeptPartition;
  readonly members: readonly string[];
}

/** What of this event is kept apart, and where; null when everybody at the board reads all of it. */
export function protectionOf(event: JournalEvent): Protection | null {
  // Read from a file that a later CareDesk may have written: a type this one does not know has no line.
  if (!Object.hasOwn(EVENT_PARTITIONS, event.type)) return null;
  const apart: 'dispatch' | Apart<never> = EVENT_PARTITIONS[event.type];
  if (apart === 'dispatch') return null;
  const partition = apart.in(event as never);
  return partition === 'dispatch' ? null : { partition, members: apart.members };
}

/** The event with where its words are kept in their place. */
export function withheld(event: JournalEvent, { partition, members }: Protection, entry: number) {
  const apart = members.map((member): [string, Kept] => [
    member,
    { keptIn: partition, entry, member },
  ]);
  return { ...event, ...Object.fromEntries(apart) } as JournalEvent;
}
