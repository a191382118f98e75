import type { PlannedTeam } from '../outcomes/staffing/plan.ts';

/** Calls and teams a what-if starts from: as they were, and as the center is staffed now. Nobody in it is named. */
export interface StaffingBasis {
  /** ISO dates of the first Monday and the last Sunday; null when the period holds no whole week with calls. */
  readonly weeks: { readonly from: string; readonly to: string; readonly count: number } | null;
  /** Areas by place; `calls.area` counts into it. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  /** A call each, earliest first, one list for each of its members: a hundred thousand of them are sent at once. */
  readonly calls: {
    /** Seconds from the first Monday midnight. */
    readonly at: readonly number[];
    /** Place in `areas`; null where the record does not say. */
    readonly area: readonly (number | null)[];
    /** Seconds from being sent until clear; null where they are not known or cannot be so. */
    readonly busy: readonly (number | null)[];
  };
  /** Of the calls, those whose record does not say that they were eligible: all about mental health count. */
  readonly taken: number;
  /** Who is staffed now: every team of an alternative response, with its units and hours. */
  readonly teams: readonly PlannedTeam[];
  readonly phone: {
    /** Calls in each hour of the week from Monday midnight. */
    readonly calls: readonly number[];
    /** Mean seconds a clinician had one; null while fewer than `OWN_TIMES_NEEDED` are known. */
    readonly handleSeconds: number | null;
    readonly known: number;
    /** Accounts of clinicians. */
    readonly clinicians: number;
  };
}
