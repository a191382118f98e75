import { incidentOf, streamOf, type JournalEvent } from './journal-event.ts';

/** Whose record words belong to: an incident's where there is one, otherwise that of the stream they stand in. */
export function recordOf(event: JournalEvent): string {
  return recordNamed(incidentOf(event), streamOf(event));
}

/** The same of a stored row. */
export function recordNamed(incidentId: string | null, stream: string): string {
  return incidentId === null ? stream : recordOfIncident(incidentId);
}

export function recordOfIncident(incidentId: string): string {
  return `incident/${incidentId}`;
}
