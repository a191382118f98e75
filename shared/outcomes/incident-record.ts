import type { Call } from '../call/call.ts';
import type { Incident } from '../incident/incident.ts';
import type { Teams } from '../incident/unserved.ts';
import type { Entry } from '../journal/journal-event.ts';
import type { Policy } from '../policy/policy.ts';

/** Everything the record holds of an incident that the figures look at. */
export interface IncidentRecord {
  readonly incident: Incident;
  readonly call: Call | null;
  /** All of its entries, the oldest first, without the words of a protected partition. */
  readonly entries: readonly Entry[];
  /** The one it was first decided under, or else the last adopted; null before there was any. */
  readonly policy: Policy | null;
  /** Of which team each of its units is. */
  readonly teams: Teams;
  readonly timeZone: string;
}
