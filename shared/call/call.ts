import type { Joined } from '../duplicate/join-events.ts';
import type { CallId, IncidentId, OperatorId } from '../lib/brand.ts';
import type { Fix } from '../location/fix.ts';
import type { Nomination } from '../phone/nomination.ts';

export const CALL_SOURCES = [
  'typed',
  'simulated',
  'imported',
  'paper',
  '988',
  'eido',
  'ali',
] as const;
export type CallSource = (typeof CALL_SOURCES)[number];

/** One contact with the center. It waits until somebody answers it; answering opens an incident. */
export interface Call {
  readonly callId: CallId;
  /** Short number said aloud; the incident opened from the call keeps it. */
  readonly number: number;
  readonly source: CallSource;
  readonly receivedAt: string;
  /** Callback number (ANI); null when the caller hides it. */
  readonly ani: string | null;
  /** Location record (ALI) as delivered; the dispatcher confirms it at intake. */
  readonly address: string;
  readonly areaId: string | null;
  readonly callType: string | null;
  /** The caller's first words. */
  readonly words: string;
  readonly incidentId: IncidentId | null;
  readonly answeredAt: string | null;
  readonly answeredBy: OperatorId | null;
  /** When the watch wrote that it was not answered in time; null as long as it was. */
  readonly lateAt: string | null;
  /** What a clinician asks for it; null while nobody does. */
  readonly nomination: Nomination | null;
  /** Where the caller was said to be, the newest last; empty when no record came with the call. */
  readonly fixes: readonly Fix[];
  /** The agency that handed it over, as its document names itself; null when none did. */
  readonly sender: CallSender | null;
  /** How it became another call about its incident; null while it waits, and for the one that opened it. */
  readonly joined: Joined | null;
  /** Calls somebody has said are about something else. */
  readonly toldApart: readonly CallId[];
}

export interface CallSender {
  readonly agency: string;
  /** Its own words for the type; null when it gave none. */
  readonly type: string | null;
  /** What that agency says of its own incident: it is over there. Nothing closes here for it. */
  readonly over: 'closed' | 'cancelled' | null;
}

/** Until when somebody is to answer a call that came in at `receivedAt`. */
export function answerBy(receivedAt: string, seconds: number): string {
  return new Date(Date.parse(receivedAt) + seconds * 1000).toISOString();
}

export function isWaiting(call: Call): boolean {
  return call.incidentId === null;
}
