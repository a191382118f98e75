/** When copies are made by themselves. */
export interface CopySchedule {
  /** Null: only at the times of day. */
  readonly everyHours: number | null;
  /** “03:30” on the center’s clock. */
  readonly at: readonly string[];
}

export const USUAL_SCHEDULE: CopySchedule = { everyHours: 4, at: ['03:30'] };
