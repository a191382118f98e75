import type { ClockJumped } from '../trouble/clock-events.ts';

/** A time in which the center worked on paper, as somebody declared it afterwards. */
export interface Outage {
  readonly outageId: string;
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** What went wrong with the machines, and is on record. */
export type OutageEvent = ({ readonly type: 'outage.declared' } & Outage) | ClockJumped;
