import type { DispositionCode } from '../incident/disposition.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import { needsDecision } from '../incident/phase.ts';
import { servedAfterAll } from '../incident/unserved.ts';

/**
 * What closes with a conversation that ends this way. Somebody still out, a level that was raised or another
 * decision meanwhile: then the conversation ends, and the incident does not.
 */
export function closedWithPhone(incident: Incident, outcome: DispositionCode): IncidentEvent[] {
  const { incidentId } = incident;
  const unitsOut = incident.units.some((unit) => unit.releasedAt === null);
  const stillPhone = !needsDecision(incident) && incident.decision?.fill === 'clinician';
  if (unitsOut || !stillPhone) return [];
  return [
    ...servedAfterAll(incident),
    { type: 'incident.closed', incidentId, disposition: outcome, note: '' },
  ];
}
