import { answerBy, isWaiting, type Call, type CallSource } from './call.ts';
import { rawTypeOf } from '../call-type/told-type.ts';
import type { EidoEvent } from '../eido/eido-events.ts';
import { overAt } from '../eido/eido-said.ts';
import type { JoinEvent } from '../duplicate/join-events.ts';
import type { CallId, IncidentId, OperatorId } from '../lib/brand.ts';
import type { Fix } from '../location/fix.ts';
import type { OverdueTo } from '../phone/nomination.ts';
import { isOver } from '../timers/running.ts';

export type CallEvent =
  | {
      readonly type: 'call.received';
      readonly callId: CallId;
      readonly number: number;
      readonly source: CallSource;
      readonly receivedAt: string;
      readonly ani: string | null;
      readonly address: string;
      readonly areaId: string | null;
      readonly callType: string | null;
      readonly words: string;
    }
  /** Whoever handed it over says it otherwise, before anybody has answered it. */
  | {
      readonly type: 'call.corrected';
      readonly callId: CallId;
      readonly ani: string | null;
      readonly address: string;
      readonly areaId: string | null;
      readonly callType: string | null;
      readonly words: string;
    }
  | EidoEvent
  | {
      readonly type: 'call.answered';
      readonly callId: CallId;
      readonly incidentId: IncidentId;
      readonly answeredBy: OperatorId;
    }
  /** Nobody answered it within the promise, which was `seconds`. */
  | { readonly type: 'call.went-late'; readonly callId: CallId; readonly seconds: number }
  /** Where the caller was said to be; `incidentId` of the incident it opened, null while it waits. */
  | {
      readonly type: 'call.located';
      readonly callId: CallId;
      readonly incidentId: IncidentId | null;
      readonly fix: Fix;
    }
  /** A clinician asks for it, before anybody has answered it. */
  | {
      readonly type: 'call.nominated';
      readonly callId: CallId;
      readonly clinician: OperatorId;
      readonly response: string;
      readonly reason: string;
    }
  | {
      readonly type: 'call.nomination-denied';
      readonly callId: CallId;
      readonly clinician: OperatorId;
      readonly reason: string;
    }
  | {
      readonly type: 'call.nomination-withdrawn';
      readonly callId: CallId;
      readonly clinician: OperatorId;
    }
  | {
      readonly type: 'call.nomination-overdue';
      readonly callId: CallId;
      readonly to: OverdueTo;
      readonly from: string;
    }
  | JoinEvent;

export function isOfCall(event: { readonly type: string }): event is CallEvent {
  return event.type.startsWith('call.') || event.type.startsWith('eido.');
}

/** What the watch has to write of a call that waits, at `now` (milliseconds). */
export function watchCall(call: Call, seconds: number, now: number): CallEvent[] {
  const { callId, receivedAt, lateAt } = call;
  if (!isWaiting(call) || lateAt !== null) return [];
  return isOver({ from: receivedAt, until: answerBy(receivedAt, seconds) }, now)
    ? [{ type: 'call.went-late', callId, seconds }]
    : [];
}

/** The location of a call, whether it waits or was answered. */
export function located({ callId, incidentId }: Call, fix: Fix): CallEvent {
  return { type: 'call.located', callId, incidentId, fix };
}

export function evolveCall(call: Call | null, event: CallEvent, at: string): Call | null {
  switch (event.type) {
    case 'call.received': {
      const { type: _type, ...received } = event;
      return {
        ...received,
        incidentId: null,
        answeredAt: null,
        answeredBy: null,
        lateAt: null,
        nomination: null,
        fixes: [],
        sender: null,
        joined: null,
        toldApart: [],
      };
    }
    case 'call.corrected': {
      const { ani, address, areaId, callType, words } = event;
      return call && { ...call, ani, address, areaId, callType, words };
    }
    case 'eido.taken':
    case 'eido.updated': {
      const { said } = event;
      const sender = { agency: said.agency, type: rawTypeOf(said.type), over: overAt(said.status) };
      return call && { ...call, sender };
    }
    case 'eido.proposal-settled':
      return call;
    case 'call.nominated': {
      const { clinician, response, reason } = event;
      return (
        call && { ...call, nomination: { clinician, response, reason, since: at, overdue: null } }
      );
    }
    case 'call.nomination-denied':
    case 'call.nomination-withdrawn':
      return call && { ...call, nomination: null };
    case 'call.nomination-overdue':
      return (
        call && {
          ...call,
          nomination: call.nomination && { ...call.nomination, overdue: event.to },
        }
      );
    case 'call.located':
      return call && { ...call, fixes: withFix(call.fixes, event.fix) };
    case 'call.went-late':
      return call && { ...call, lateAt: at };
    case 'call.joined': {
      const { incidentId, joinedBy, reasons } = event;
      const joined = { at, by: joinedBy, reasons };
      return call && { ...call, incidentId, answeredAt: at, answeredBy: joinedBy, joined };
    }
    case 'call.parted':
      return (
        call && { ...call, incidentId: null, answeredAt: null, answeredBy: null, joined: null }
      );
    case 'call.told-apart':
      return call && { ...call, toldApart: [...call.toldApart, event.other] };
    case 'call.answered':
      return (
        call && {
          ...call,
          incidentId: event.incidentId,
          answeredAt: at,
          answeredBy: event.answeredBy,
        }
      );
  }
}

/** The row of a call holds the latest; the journal holds every one. */
const FIXES_SHOWN = 20;

/** The first fix says where the call came from: it stays when there are many. */
function withFix(fixes: readonly Fix[], fix: Fix): readonly Fix[] {
  const all = [...fixes, fix];
  return all.length <= FIXES_SHOWN ? all : [...all.slice(0, 1), ...all.slice(2)];
}
