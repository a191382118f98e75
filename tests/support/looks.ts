import type { DeskAtWork } from './desk-at-work.ts';
import type { Entry, JournalEvent } from '#shared/journal/journal-event.ts';

/** The desk has answered everything and written down who was shown what. */
export function settled(): Promise<void> {
  // As long as the desk waits, and after it: timers of one length run in the order they were set.
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** The entries of one type so far. */
export async function entriesOf<Type extends JournalEvent['type']>(
  { desk }: DeskAtWork,
  type: Type,
): Promise<Entry<Extract<JournalEvent, { type: Type }>>[]> {
  await settled();
  return [...desk.journal.entriesAfter(0)].filter(
    (entry): entry is Entry<Extract<JournalEvent, { type: Type }>> => entry.event.type === type,
  );
}

/** Who looked at what, a line each. */
export async function looks(atWork: DeskAtWork): Promise<string[]> {
  const viewed = await entriesOf(atWork, 'record.viewed');
  return viewed.map(({ by, event }) => `${by} ${event.partition} ${event.record}`);
}
