import type { NameOf } from '../incident-row.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import { dispositionLabel } from '#shared/incident/disposition.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { HUNG_UP_LABELS } from '#shared/phone/outcome-events.ts';

/** How a conversation ended or went on, in the timeline; null for other events. */
export function sayOutcome(
  event: JournalEvent,
  nameOf: NameOf,
): Pick<TimelineLine, 'text' | 'kind'> | null {
  switch (event.type) {
    case 'phone.escalated': {
      const to = event.to === 'field' ? 'a team in person' : 'police/EMS';
      const stays = event.stays ? ' The caller stays on the line.' : '';
      return { kind: 'alert', text: `Clinician asks for ${to}: ${event.reason}${stays}` };
    }
    case 'phone.resolved': {
      const { outcome, ended } = event;
      const second = ended?.secondPerson ?? null;
      const signed = second === null ? '' : `, signed by ${nameOf(second)}`;
      return { kind: 'phone', text: `Phone ended: ${dispositionLabel(outcome)}${signed}` };
    }
    case 'phone.caller-lost': {
      const { lastKnown, hungUp } = event;
      const where = lastKnown === null ? 'Nobody knows where' : `Last at ${lastKnown.place}`;
      const who = hungUp === 'not-known' ? '' : `. ${HUNG_UP_LABELS[hungUp]}`;
      return { kind: 'alert', text: `The caller was lost. ${where}${who}` };
    }
    case 'phone.caller-found':
      return {
        kind: 'phone',
        text:
          event.clinician === null
            ? 'The caller was found again: a clinician is wanted on the line'
            : `The caller was found again: ${nameOf(event.clinician)} is on the line`,
      };
    default:
      return null;
  }
}

/** What is said aloud of it; `about` names the incident. */
export function announceOutcome(
  event: JournalEvent,
  about: (incidentId: string) => string,
): Announcement[] {
  switch (event.type) {
    case 'phone.escalated':
      return [
        {
          text: `${about(event.incidentId)}: the clinician asks for somebody in person.`,
          sound: 'alert',
        },
      ];
    case 'phone.caller-lost':
      return [
        {
          text: `${about(event.incidentId)}: the caller was lost and is called again.`,
          sound: 'alert',
        },
      ];
    case 'phone.caller-found':
      return [{ text: `${about(event.incidentId)}: the caller was found again.`, sound: null }];
    default:
      return [];
  }
}
