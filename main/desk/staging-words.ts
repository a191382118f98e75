import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { isThere } from '#shared/unit/unit-status.ts';

/** Who waits and who may go in, in an incident's timeline; null for other events. */
export function sayStaging(event: JournalEvent): Pick<TimelineLine, 'text' | 'kind'> | null {
  switch (event.type) {
    case 'incident.staging-ordered': {
      const { unitId, securedBy, place } = event;
      return { kind: 'unit', text: `${unitId} waits at ${place} until ${securedBy} secures it` };
    }
    case 'incident.scene-secured': {
      const who = event.released.join(', ');
      return { kind: 'unit', text: `Scene secure (${event.securedBy}): ${who} may go in` };
    }
    case 'incident.entered-unsecured': {
      const { unitId, securedBy } = event;
      return { kind: 'alert', text: `${unitId} went in before ${securedBy} had secured the scene` };
    }
    default:
      return null;
  }
}

/** Somebody waits for nobody, or did not wait: a person has to look at it. */
export function stagingAttention({ staging, units }: Incident): string | null {
  for (const { unitId, securedBy } of staging) {
    const on = (id: string) => units.find((unit) => unit.unitId === id && unit.releasedAt === null);
    const waiting = on(unitId);
    if (waiting !== undefined && isThere(waiting.status)) return `${unitId} in, not secured`;
    if (on(securedBy) === undefined) return `Nobody secures it for ${unitId}`;
  }
  return null;
}

/** What is said aloud of it; `about` names the incident. */
export function announceStaging(
  event: JournalEvent,
  about: (incidentId: string) => string,
): Announcement[] {
  switch (event.type) {
    case 'incident.scene-secured': {
      const who = event.released.join(', ');
      const text = `${about(event.incidentId)}: scene secure. Tell ${who} to go in.`;
      return [{ text, sound: null }];
    }
    case 'incident.entered-unsecured': {
      const text = `${about(event.incidentId)}: ${event.unitId} went in before ${event.securedBy} had secured the scene.`;
      return [{ text, sound: 'alert' }];
    }
    default:
      return [];
  }
}
