import type { CallId, IncidentId, OperatorId } from '../lib/brand.ts';

/** A waiting call is another one about an open incident, and whether two calls are about two things. */
export type JoinEvent =
  | {
      readonly type: 'call.joined';
      readonly callId: CallId;
      readonly incidentId: IncidentId;
      readonly joinedBy: OperatorId;
      /** In words, as they were shown; none when a person saw by themself that it is the same. */
      readonly reasons: readonly string[];
    }
  | {
      /** It was about something else after all, and waits again. */
      readonly type: 'call.parted';
      readonly callId: CallId;
      readonly incidentId: IncidentId;
      /** When it had been joined. */
      readonly joinedAt: string;
      readonly reason: string;
    }
  /** Two calls are about two things: nobody is asked again. An incident stands under the call it began with. */
  | {
      readonly type: 'call.told-apart';
      readonly callId: CallId;
      readonly other: CallId;
    };

/** What a joined call is to its incident; null for one that opened an incident of its own. */
export interface Joined {
  readonly at: string;
  readonly by: OperatorId;
  readonly reasons: readonly string[];
}
