import type { CostLine } from '../outcomes/cost-lines.ts';

/** One change of the assumptions, for people. */
export interface CostChange {
  readonly version: number;
  readonly byName: string;
  /** ISO instant. */
  readonly at: string;
  readonly note: string;
  /** What was changed, line by line. */
  readonly changed: readonly string[];
  readonly withdrawn: {
    readonly byName: string;
    readonly at: string;
    readonly reason: string;
  } | null;
}

/** The assumptions behind the cost figures as a supervisor edits them. */
export interface KeptCosts {
  readonly version: number;
  readonly lines: readonly CostLine[];
  /** The newest first. */
  readonly changes: readonly CostChange[];
}
