import {
  evolveIncident,
  type CallerEvent,
  type IncidentEvent,
} from '#shared/incident/incident-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';

/** The incident as it stands after events of its own, before they are written. */
export function folded(
  before: Incident | null,
  events: readonly NewEvent[],
  { now, by }: { readonly now: string; readonly by: Incident['owner'] },
): Incident | null {
  let incident = before;
  for (const event of events)
    if (isOfIncident(event)) incident = evolveIncident(incident, event, { at: now, by });
  return incident;
}

function isOfIncident(event: NewEvent): event is IncidentEvent | CallerEvent {
  return /^(incident\.|call\.(joined|parted)$)/.test(event.type);
}
