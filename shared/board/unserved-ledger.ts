import type { UnservedCode } from '../incident/alternative-course.ts';
import type { IncidentId } from '../lib/brand.ts';
import type { Level } from '../routing/level.ts';

/** How many were eligible for an alternative response, and how many of them got none. */
export interface UnservedCount {
  readonly eligible: number;
  readonly unserved: number;
}

export interface UnservedReasonCount {
  readonly code: UnservedCode;
  readonly label: string;
  readonly unserved: number;
}

export interface UnservedGroup extends UnservedCount {
  /** Area id or call-type code; null when the incident had none. */
  readonly id: string | null;
  readonly label: string;
}

/** One incident whose person got no alternative response. Names nobody and shows no address. */
export interface UnservedLine {
  readonly incidentId: IncidentId;
  readonly number: number;
  /** ISO instant. */
  readonly openedAt: string;
  readonly callTypeLabel: string;
  readonly area: string | null;
  readonly recommended: {
    readonly level: Level;
    readonly response: string;
    readonly label: string;
  };
  readonly reason: { readonly code: UnservedCode; readonly label: string };
  readonly note: string;
  /** False while the incident goes on: somebody may come after all. */
  readonly closed: boolean;
}

/** The ledger of incidents that were eligible for an alternative response. */
export interface UnservedLedger extends UnservedCount {
  /** Closed, and somebody of an alternative response had the person. */
  readonly served: number;
  /** Neither yet: still under way without a reason. eligible = served + unserved + open. */
  readonly open: number;
  /** Every reason, the most frequent first; those nobody gave count 0. */
  readonly byReason: readonly UnservedReasonCount[];
  /** Seven days, 0 Sunday, of 24 hours of the center's wall clock, by when the incident was opened. */
  readonly byHourOfWeek: readonly (readonly UnservedCount[])[];
  readonly byArea: readonly UnservedGroup[];
  readonly byCallType: readonly UnservedGroup[];
  /** Newest first, as many as asked for. */
  readonly lines: readonly UnservedLine[];
}
