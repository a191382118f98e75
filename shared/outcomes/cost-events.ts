import type { CostLine } from './cost-lines.ts';
import { DEFAULT_COSTS } from './default-costs.ts';
import type { OperatorId } from '../lib/brand.ts';

/** How the assumptions behind the cost figures change: by one person, with a note, one step back at a time. */
export type CostEvent =
  /** The whole document: a figure of then can be computed again. Versions count from 1; the shipped one is 0. */
  | {
      readonly type: 'costs.set';
      readonly version: number;
      readonly lines: readonly CostLine[];
      readonly note: string;
    }
  /** This version counts no more, and the one before it does again. */
  | { readonly type: 'costs.withdrawn'; readonly version: number; readonly reason: string };

export interface CostVersion {
  readonly version: number;
  readonly lines: readonly CostLine[];
  readonly note: string;
  /** Null for the shipped one: nobody here set it. */
  readonly set: { readonly by: OperatorId; readonly at: string } | null;
  readonly withdrawn: {
    readonly by: OperatorId;
    readonly at: string;
    readonly reason: string;
  } | null;
}

export const SHIPPED_COSTS: CostVersion = {
  version: 0,
  lines: DEFAULT_COSTS,
  note: 'As shipped',
  set: null,
  withdrawn: null,
};
