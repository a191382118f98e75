import { callTypeLabel } from './incident-row.ts';
import { findCall, waitingCalls } from '#db/board/calls-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import { watchCall, type CallEvent } from '#shared/call/call-events.ts';
import { sayUnplaced } from '#shared/location/unplaced.ts';
import { watchCallNomination } from '#shared/phone/monitor-timers.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { PROPOSED_PARTS } from '#shared/eido/eido-events.ts';
import { overAt } from '#shared/eido/eido-said.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** What the watch writes about calls nobody has answered, at `now` (milliseconds). */
export function lateCalls(db: Database, { promises }: Policy, now: number): CallEvent[] {
  return waitingCalls(db).flatMap((call) => watchCall(call, promises.answerSeconds, now));
}

/** The same about nominations of them that wait for an answer. */
export function nominatedCalls(db: Database, now: number): CallEvent[] {
  return waitingCalls(db).flatMap((call) => watchCallNomination(call, now));
}

/** With what is known of where the caller is, once a location came with the call. */
function sayNoAddress(db: Database, callId: string): string {
  const fixes = findCall(db, callId)?.fixes ?? [];
  return fixes.length === 0 ? 'no place yet' : sayUnplaced(fixes).toLowerCase();
}

/** What is said aloud of a call that waits. */
export function announceCall(event: JournalEvent, db: Database, policy: Policy): Announcement[] {
  switch (event.type) {
    case 'call.received': {
      const what = callTypeLabel(policy, event.callType) ?? 'type not known';
      const where = event.address === '' ? sayNoAddress(db, event.callId) : event.address;
      return [{ text: `New call ${event.number}: ${what}, ${where}`, sound: 'new-call' }];
    }
    case 'call.corrected': {
      const { number, sender } = findCall(db, event.callId) ?? {};
      return [{ text: `Call ${number}: ${sender?.agency} says it otherwise now.`, sound: null }];
    }
    case 'eido.updated':
      return announceUpdate(event, findCall(db, event.callId)?.number ?? 0);
    case 'call.went-late': {
      const number = findCall(db, event.callId)?.number ?? '';
      const text = `Call ${number} waits for more than ${event.seconds} s. Answer it.`;
      return [{ text, sound: 'alert' }];
    }
    default:
      return [];
  }
}

/** What its sender says otherwise, where somebody has to look: nothing was changed by it. */
function announceUpdate(
  { said, anew, incidentId }: Extract<CallEvent, { type: 'eido.updated' }>,
  number: number,
): Announcement[] {
  const over = anew.includes('status') ? overAt(said.status) : null;
  const what = incidentId === null ? `Call ${number}` : `Incident ${number}`;
  if (over !== null) {
    const text = `${what}: ${said.agency} has ${over} its incident. Nothing closes here for it.`;
    return [{ text, sound: 'alert' }];
  }
  const proposed = incidentId !== null && PROPOSED_PARTS.some((part) => anew.includes(part));
  return proposed ? [{ text: `${what}: ${said.agency} says it otherwise.`, sound: null }] : [];
}
