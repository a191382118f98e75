import type { CallId, IncidentId, OperatorId } from '../lib/brand.ts';
import type { Call, CallSource } from './call.ts';

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
  | {
      readonly type: 'call.answered';
      readonly callId: CallId;
      readonly incidentId: IncidentId;
      readonly answeredBy: OperatorId;
    };

export function evolveCall(call: Call | null, event: CallEvent, at: string): Call | null {
  switch (event.type) {
    case 'call.received': {
      const { type: _type, ...received } = event;
      return { ...received, incidentId: null, answeredAt: null, answeredBy: null };
    }
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
