import type { Incident } from './incident.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** The refusal every change to a closed incident gets, or null while it is open. */
export function openIncidentOnly(incident: Incident): Refusal | null {
  const { mergedInto, number } = incident;
  if (mergedInto !== null)
    return refuse(
      'incident-merged',
      `Incident ${number} is merged into ${mergedInto.number}, and nothing was changed. Work on ${mergedInto.number}.`,
    );
  return incident.closed === null
    ? null
    : refuse(
        'incident-closed',
        `Incident ${incident.number} is closed. Add a note, or open a new call.`,
      );
}
