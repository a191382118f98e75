import { standsIn } from './heard-calls.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { CallerLine } from '#shared/board/duplicate-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { callersOf } from '#shared/duplicate/decide-merge.ts';
import type { JoinEvent } from '#shared/duplicate/join-events.ts';
import type { MergeEvent } from '#shared/duplicate/merge-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { CallId } from '#shared/lib/brand.ts';

/** Everybody who called about an incident, with what they said, the first caller first. */
export function callerLines(db: Database, incident: Incident): CallerLine[] {
  return callersOf(incident).flatMap((callId) => {
    const call = findCall(db, callId);
    if (call === null) return [];
    const { number, receivedAt, ani, words, joined, incidentId } = call;
    const own = incidentId === incident.incidentId;
    const how = !own ? 'merged' : joined === null ? 'first' : 'joined';
    const reasons = joined?.reasons ?? [];
    return [{ callId, number, receivedAt, ani, words, reasons, how }];
  });
}

/** The incidents that stand in one, and those that stand in them. */
export function absorbedBy(db: Database, incident: Incident): Incident[] {
  return incident.absorbed.flatMap(({ incidentId }) => {
    const absorbed = findIncident(db, incidentId);
    return absorbed === null ? [] : [absorbed, ...absorbedBy(db, absorbed)];
  });
}

export function mergedView(
  db: Database,
  incident: Incident,
): Pick<IncidentView, 'callers' | 'absorbed' | 'mergedInto'> {
  const stands = standsIn(db, incident);
  return {
    callers: callerLines(db, incident),
    absorbed: incident.absorbed.map(({ incidentId, number }) => ({ incidentId, number })),
    mergedInto:
      stands === incident ? null : { incidentId: stands.incidentId, number: stands.number },
  };
}

/** What the timeline says of it; undefined for every other event. */
export function sayDuplicate(
  event: JournalEvent,
  db: Database,
): Pick<TimelineLine, 'text' | 'kind'> | undefined {
  switch (event.type) {
    case 'call.joined':
      return { kind: 'call', text: sayJoined(db, event) };
    case 'call.parted': {
      const reason = event.reason === '' ? '' : `: ${event.reason}`;
      const number = numberOf(db, event.callId);
      return {
        kind: 'call',
        text: `Call ${number} waits again, it is about something else${reason}`,
      };
    }
    case 'incident.merged':
    case 'incident.took-in':
    case 'incident.unmerged':
    case 'incident.gave-back':
      return { kind: 'call', text: sayMerge(event) };
    default:
      return undefined;
  }
}

function sayJoined(db: Database, event: Extract<JoinEvent, { type: 'call.joined' }>): string {
  const call = findCall(db, event.callId);
  if (call === null) return 'Another call about it';
  const said = call.words === '' ? '' : ` “${call.words}”`;
  const why = event.reasons.length === 0 ? 'joined by hand' : event.reasons.join(', ');
  return `Call ${call.number} is about it too, from ${call.ani ?? 'no number'}:${said} (${why})`;
}

function sayMerge(event: MergeEvent): string {
  switch (event.type) {
    case 'incident.merged':
      return `Merged into incident ${event.intoNumber}: ${event.reasons.join(', ')}`;
    case 'incident.took-in':
      return `Incident ${event.number} was merged into this one: ${event.reasons.join(', ')}`;
    case 'incident.unmerged':
      return `Stands by itself again, apart from ${event.fromNumber}${because(event.reason)}`;
    case 'incident.gave-back':
      return `Incident ${event.number} stands by itself again${because(event.reason)}`;
  }
}

function because(reason: string): string {
  return reason === '' ? '' : `: ${reason}`;
}

function numberOf(db: Database, callId: CallId): number | string {
  return findCall(db, callId)?.number ?? '';
}

/** What is said aloud of it. A join is heard by who joins: fifty at once would drown what matters. */
export function announceDuplicate(
  event: JournalEvent,
  about: (incidentId: string) => string,
  db: Database,
): Announcement[] {
  switch (event.type) {
    case 'call.parted':
      return [{ text: `Call ${numberOf(db, event.callId)} waits again.`, sound: 'new-call' }];
    case 'incident.merged':
      return [
        { text: `${about(event.incidentId)} is merged into ${event.intoNumber}.`, sound: null },
      ];
    case 'incident.unmerged':
      return [{ text: `${about(event.incidentId)} stands by itself again.`, sound: 'alert' }];
    default:
      return [];
  }
}
