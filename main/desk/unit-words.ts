import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { Incident, LostUnit } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { StackEnd } from '#shared/unit/unit-events.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

const NOT_COMING: Readonly<Record<StackEnd | 'unstacked', string>> = {
  unstacked: 'taken off by hand',
  'incident-closed': 'the incident is closed',
  'off-duty': 'off duty',
  'out-of-service': 'out of service',
  'sent-elsewhere': 'sent elsewhere',
};

/** Corrections, and which incident a unit comes to, in an incident's timeline; null for other events. */
export function sayUnits(event: JournalEvent): Pick<TimelineLine, 'text' | 'kind'> | null {
  switch (event.type) {
    case 'unit.status-corrected': {
      const { unitId, reason } = event;
      const [is, was] = [event.to, event.from].map((each) => UNIT_STATUS[each].label.toLowerCase());
      return { kind: 'unit', text: `Corrected: ${unitId} is ${is}, not ${was} (${reason})` };
    }
    case 'unit.stacked':
      return {
        kind: 'unit',
        text: `${event.unitId} comes after incident ${event.afterNumber} — ${event.reason}`,
      };
    case 'unit.unstacked':
      return {
        kind: 'alert',
        text: `${event.unitId} does not come: ${NOT_COMING.unstacked} — ${event.reason}`,
      };
    case 'unit.came-free':
      return { kind: 'alert', text: `${event.unitId} is free now: send it` };
    case 'unit.stack-ended':
      return { kind: 'alert', text: `${event.unitId} does not come: ${NOT_COMING[event.why]}` };
    case 'incident.unit-pre-empted':
      return {
        kind: 'alert',
        text: `${event.unitId} was taken for incident ${event.byNumber} — ${event.reason}`,
      };
    case 'incident.unit-reassigned':
      return {
        kind: 'alert',
        text: `${event.unitId} was reassigned to incident ${event.toNumber} — ${event.reason}`,
      };
    case 'incident.unit-stood-down': {
      const reason = event.reason === null ? '' : ` — ${event.reason}`;
      return { kind: 'unit', text: `Stood down: ${event.unitId}${reason}` };
    }
    default:
      return null;
  }
}

/** Why a person has to look at the incident: a stacked unit is free, or one does not come any more. */
export function unitAttention({ stacked, lost }: Incident): string | null {
  const free = stacked.find((unit) => unit.free);
  if (free !== undefined) return `${free.unitId} is free now: send it`;
  return lost && sayLost(lost);
}

function sayLost(lost: LostUnit): string {
  switch (lost.why) {
    case 'pre-empted':
      return `${lost.unitId} was taken for incident ${lost.byNumber}`;
    case 'reassigned':
      return `${lost.unitId} was reassigned to incident ${lost.byNumber}`;
    case 'stood-down':
      return 'Stood down';
    default:
      return `${lost.unitId} does not come: ${NOT_COMING[lost.why]}`;
  }
}

/** What is said aloud of it; `about` names the incident. */
export function announceUnits(
  event: JournalEvent,
  about: (incidentId: string) => string,
): Announcement[] {
  switch (event.type) {
    case 'unit.came-free': {
      const text = `${about(event.incidentId)}: ${event.unitId} is free now. Send it.`;
      return [{ text, sound: 'alert' }];
    }
    case 'unit.stack-ended': {
      if (event.why === 'incident-closed') return [];
      const text = `${about(event.incidentId)}: ${event.unitId} does not come, ${NOT_COMING[event.why]}.`;
      return [{ text, sound: 'alert' }];
    }
    case 'incident.unit-pre-empted': {
      const text = `${about(event.incidentId)}: ${event.unitId} was taken for incident ${event.byNumber}. It needs a unit.`;
      return [{ text, sound: 'alert' }];
    }
    case 'incident.unit-reassigned': {
      const text = `${about(event.incidentId)}: ${event.unitId} was reassigned to incident ${event.toNumber}. It needs a unit.`;
      return [{ text, sound: 'alert' }];
    }
    case 'unit.unstacked': {
      const text = `${about(event.incidentId)}: ${event.unitId} does not come, ${NOT_COMING.unstacked}.`;
      return [{ text, sound: 'alert' }];
    }
    case 'incident.unit-stood-down': {
      const text = `${about(event.incidentId)}: ${event.unitId} is stood down. Tell the crew by radio.`;
      return [{ text, sound: null }];
    }
    default:
      return [];
  }
}
