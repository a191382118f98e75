import type { StaffedHours } from './staffed-hours.ts';
import type { Share } from '../statistics/share.ts';

/** What the record of a period knows of what the program did: everything the cost figures count. */
export interface CostRecord {
  readonly days: number;
  /** Of the alternative teams; null without a shift of theirs. */
  readonly roster: StaffedHours | null;
  /** How many of each role an average alternative team has: for hours the roster does not hold. */
  readonly crew: Readonly<Record<string, number>>;
  /** From dispatch to clear, of the calls a team was assigned to; and for how many of them that is not known. */
  readonly busy: { readonly hours: number; readonly notKnown: number };
  readonly contacts: number;
  /** Served. */
  readonly completed: number;
  /** Confirmed by the receiving place. */
  readonly linked: number;
  readonly followUps: number;
  /** Of the contacts: how often police was there, and how often the person was taken to a hospital. */
  readonly police: Share;
  readonly hospital: Share;
}

/** Below so many contacts nothing is said of avoided cost: the interval would be the assumptions' alone. */
export const FEWEST_CONTACTS = 30;
