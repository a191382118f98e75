import { lineOf, type SearchSources } from './search-directory.ts';
import { wallNow } from './wall-now.ts';
import type { DeskCore } from '../desk-core.ts';
import { notesOf } from '#db/board/directory-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { ServiceView } from '#shared/board/directory-view.ts';
import { sayRule, type Hours } from '#shared/directory/hours.ts';
import { NO_NOTES } from '#shared/directory/service.ts';
import type { IncidentId, ServiceId } from '#shared/lib/brand.ts';

/** What a search works with, as of now and from the point of an incident. */
export function sourcesOf(core: DeskCore, incidentId: IncidentId | null): SearchSources {
  const zone = core.center?.timeZone ?? 'UTC';
  const now = core.now();
  const incident = incidentId === null ? null : findIncident(core.db, incidentId);
  return {
    db: core.db,
    directory: core.directory,
    now,
    wall: wallNow(now, zone),
    zone,
    from: incident?.place.position ?? null,
  };
}

/** Everything about a service; null when it is not in the directory in force. */
export function serviceView(
  core: DeskCore,
  serviceId: ServiceId,
  incidentId: IncidentId | null,
): ServiceView | null {
  const service = core.directory.service(serviceId);
  if (service === null) return null;
  const notes = notesOf(core.db, serviceId);
  return {
    line: lineOf(service, notes, sourcesOf(core, incidentId)),
    service,
    notes: notes ?? NO_NOTES,
    hours: hourLines(service.hours),
    placeHours: service.places.map(({ hours }) => (hours === null ? [] : hourLines(hours))),
  };
}

function hourLines({ rules, words }: Hours): string[] {
  return [...new Set([...rules.map(sayRule), ...words])];
}
