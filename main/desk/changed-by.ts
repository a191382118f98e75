import type { DeskCore } from './desk-core.ts';
import type { Changed } from '#shared/edit/changed-meanwhile.ts';
import { placeFieldsOf, type PlaceFields } from '#shared/incident/edit-incident.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import { asText } from '#shared/edit/changed-meanwhile.ts';

/**
 * Who last changed something about an incident, and when. Read from its entries, and only when two people
 * dispute it: the incident itself does not carry it.
 */
function lastChanged(
  core: DeskCore,
  { incidentId }: Incident,
  valueIn: (event: Entry['event']) => unknown,
): Changed {
  let last: Changed | null = null;
  let before: string | null = null;
  for (const { event, by, at } of core.journal.ofIncident(incidentId, [])) {
    const value = valueIn(event);
    if (value === undefined) continue;
    const text = asText(value);
    if (text !== before) last = { byName: core.nameOf(by), at };
    before = text;
  }
  return last ?? { byName: 'Somebody', at: core.now().toISOString() };
}

export function placeChanged(
  core: DeskCore,
  incident: Incident,
  field: keyof PlaceFields,
): Changed {
  return lastChanged(core, incident, (event) =>
    event.type === 'incident.opened' || event.type === 'incident.place-set'
      ? placeFieldsOf(event)[field]
      : undefined,
  );
}

export function callTypeChanged(core: DeskCore, incident: Incident): Changed {
  return lastChanged(core, incident, (event) =>
    event.type === 'incident.opened' || event.type === 'incident.call-type-set'
      ? event.callType
      : undefined,
  );
}

export function languageChanged(core: DeskCore, incident: Incident): Changed {
  return lastChanged(core, incident, (event) =>
    event.type === 'incident.language-set' ? event.language : undefined,
  );
}
