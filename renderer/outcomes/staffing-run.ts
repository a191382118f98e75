import type { Busy, Demand } from '#shared/outcomes/staffing/demand.ts';
import type { StaffingPlan } from '#shared/outcomes/staffing/plan.ts';
import type { UnitsPoint } from '#shared/outcomes/staffing/captured-by-units.ts';
import type { TrialResult } from '#shared/outcomes/staffing/try-plans.ts';

/** What the window asks the one who plays. */
export interface StaffingAsked {
  readonly history: Demand;
  readonly busy: Busy;
  readonly present: StaffingPlan;
  readonly changed: StaffingPlan;
  /** The team whose number is varied for the curve. */
  readonly varied: { readonly id: string; readonly most: number } | null;
  readonly seed: number;
}

export interface StaffingPlayed extends TrialResult {
  readonly curve: readonly UnitsPoint[];
  /** Milliseconds the playing took. */
  readonly took: number;
}

/** What the one who plays says. */
export type StaffingSaid =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'played'; readonly played: StaffingPlayed };

/** Who plays a trial: says how far it is and hands over what came of it. Calling what is returned ends it. */
export type PlayStaffing = (asked: StaffingAsked, hear: (said: StaffingSaid) => void) => () => void;

/** In a thread of its own, so that the board goes on and every key is heard meanwhile. */
export const playInWorker: PlayStaffing = (asked, hear) => {
  const worker = new Worker(new URL('./staffing-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<StaffingSaid>) => hear(data));
  worker.postMessage(asked);
  return () => worker.terminate();
};
