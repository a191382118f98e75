import { withNoted } from './words-flag.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { IncidentId, OperatorId } from '../lib/brand.ts';
import type { AsRead } from '../partition/event-partitions.ts';

/** A person looked at these words and says why they are about something else. */
export interface WordsSetAside {
  readonly type: 'incident.words-set-aside';
  readonly incidentId: IncidentId;
  readonly said: readonly string[];
  readonly reason: string;
}

export type WordsEvent = Extract<
  AsRead<IncidentEvent>,
  { type: 'incident.note-added' | 'incident.words-set-aside' }
>;

export function isOfWords(event: { readonly type: string }): event is WordsEvent {
  return event.type === 'incident.note-added' || event.type === 'incident.words-set-aside';
}

export function evolveWords(
  incident: Incident,
  event: WordsEvent,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): Incident {
  const { narrative } = incident;
  if (event.type === 'incident.words-set-aside') {
    const { said, reason } = event;
    return { ...incident, narrative: { ...narrative, setAside: { said, reason, at, by } } };
  }
  // Words of a protected note are never here, and are not looked at.
  if (event.kind !== 'dispatch' || typeof event.text !== 'string') return incident;
  const noted = withNoted(narrative, event.text);
  return noted === narrative ? incident : { ...incident, narrative: noted };
}

/** For the timeline. */
export function saySetAside({ said, reason }: WordsSetAside): string {
  return `Set aside ${said.map((each) => `“${each}”`).join(', ')}: ${reason}`;
}
