import { findIncident, openIncidents } from '#db/board/incidents-projection.ts';
import type { Database } from '#db/open-database.ts';
import { evolveIncident } from '#shared/incident/incident-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import {
  afterSignOff,
  CAUSES,
  monitorConsequences,
  type Cause,
} from '#shared/phone/monitor-consequences.ts';
import { isOfMonitor, type MonitorEvent } from '#shared/phone/monitor-events.ts';

/**
 * What the events of one command mean for clinicians who follow an incident, and for what they asked. Written with
 * them, whichever command it was, so that no nomination and no step-down is left waiting for nothing.
 */
export function followedByMonitors(
  db: Database,
  events: readonly JournalEvent[],
  { at, by }: { readonly at: string; readonly by: OperatorId },
): MonitorEvent[] {
  const written: MonitorEvent[] = [];
  const states = new Map<string, Incident | null>();
  const now = (id: string) => states.get(id) ?? findIncident(db, id);
  const write = (event: MonitorEvent) => {
    written.push(event);
    states.set(event.incidentId, evolveIncident(now(event.incidentId), event, { at, by }));
  };
  for (const event of events) {
    // What happened on paper changes nothing that is asked now.
    if (event.backEntry !== undefined) continue;
    if (event.type === 'operator.signed-off')
      for (const { incidentId } of openIncidents(db)) {
        const incident = now(incidentId);
        if (incident !== null) afterSignOff(incident, event.operatorId).forEach(write);
      }
    // Made by the same command: what follows from it is read off it.
    if (event.type === 'incident.opened' || isOfMonitor(event))
      states.set(event.incidentId, evolveIncident(now(event.incidentId), event, { at, by }));
    if (!CAUSES.has(event.type) || !('incidentId' in event) || event.incidentId === null) continue;
    const incident = now(event.incidentId);
    if (incident !== null) monitorConsequences(incident, event as Cause, by).forEach(write);
  }
  return written;
}
