import type { UnitId } from '../lib/brand.ts';
import type { CrewGap } from '../roster/coverage.ts';
import type { Shift, Span } from '../roster/shift.ts';
import type { CrewMember, Posting } from '../unit/unit.ts';
import type { UnitStatus } from '../unit/unit-status.ts';

/** Some days of the roster, as the center's calendar has them. */
export interface RosterView {
  /** Each day with the instants it begins and ends: one of 23 or 25 hours is as long as it is. */
  readonly days: readonly (Span & { readonly date: string })[];
  readonly units: readonly RosterUnit[];
  /** Everybody who is planned on these days, for type-ahead. */
  readonly names: readonly string[];
}

export interface RosterUnit {
  readonly unitId: UnitId;
  readonly teamType: string;
  readonly team: string;
  readonly short: string;
  readonly zone: string;
  readonly status: UnitStatus;
  readonly requiredRoles: readonly string[];
  readonly crew: readonly CrewMember[];
  readonly posting: (Posting & { readonly team: string }) | null;
  /** When its team serves, on these days. */
  readonly hours: readonly Span[];
  readonly shifts: readonly RosterShift[];
  /** Where the plan leaves a required role unfilled; none for a unit nobody is planned on. */
  readonly gaps: readonly CrewGap[];
}

export type RosterShift = Omit<Shift, 'reached' | 'unitId'>;

export interface RosterText {
  readonly fileName: string;
  readonly csv: string;
}

/** A row that cannot be taken over, and why. */
export interface RejectedRow {
  readonly line: number;
  readonly why: string;
}

/** What a roster file would change. It is taken over whole, or not at all. */
export interface RosterFileView {
  readonly rejected: readonly RejectedRow[];
  /** Shifts it would plan. */
  readonly planned: readonly (Omit<RosterShift, 'shiftId' | 'calledOff'> & {
    readonly unitId: UnitId;
    readonly line: number;
  })[];
  /** Rows that are on the roster already, and rows whose shift is over. */
  readonly known: number;
  readonly over: number;
}
