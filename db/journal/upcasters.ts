import type { JournalEvent } from '#shared/journal/journal-event.ts';

type Upcaster = (stored: Record<string, unknown>) => Record<string, unknown>;

/**
 * Old event shapes, lifted to today's when read; the stored row is never touched. Keyed by the type
 * name the old shape was written under.
 */
const UPCASTERS: Readonly<Record<string, Upcaster>> = {
  // Who could have gone was not kept before 0.2.
  'incident.response-decided': (stored) => {
    const decision = stored['decision'] as Record<string, unknown>;
    return 'offered' in decision ? stored : { ...stored, decision: { ...decision, offered: null } };
  },
};

export function upcast(stored: Record<string, unknown>): JournalEvent {
  const lift = UPCASTERS[String(stored['type'])];
  return (lift === undefined ? stored : lift(stored)) as unknown as JournalEvent;
}
