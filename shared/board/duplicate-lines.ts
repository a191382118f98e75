import type { Strength } from '../duplicate/likely-duplicates.ts';
import type { CallGroup } from '../duplicate/group-waiting.ts';
import type { CallId, IncidentId } from '../lib/brand.ts';

/** Something a call or an incident may be the same as, and why. */
export type LikelyLine = {
  /** The call it stands under when somebody says that it is something else. */
  readonly callId: CallId;
  readonly number: number;
  readonly strength: Strength;
  readonly reasons: readonly string[];
  readonly callType: string;
  readonly address: string;
  readonly receivedAt: string;
  /** How it stands, in a word or two. */
  readonly standing: string;
  readonly callers: number;
} & (
  | { readonly kind: 'call' }
  | {
      readonly kind: 'incident';
      readonly incidentId: IncidentId;
      /** A closed one is only looked at. */
      readonly open: boolean;
      /** For an incident: which of both would remain, and why it cannot be; null for a call. */
      readonly merge: MergeOffer | null;
    }
);

export interface MergeOffer {
  readonly remains: IncidentId;
  /** Why it cannot be merged that way now; null when it can. */
  readonly barred: string | null;
}

/** How the waiting calls stand. What came after it was made stands alone until it is made again. */
export interface WaitingLikeness {
  readonly groups: readonly CallGroup[];
  /** Waiting calls that are likely about an open incident. */
  readonly marks: readonly WaitingMark[];
}

export interface WaitingMark {
  readonly callId: CallId;
  readonly incidentId: IncidentId;
  readonly number: number;
  readonly strength: Strength;
  readonly reasons: readonly string[];
}

/** Somebody who called about an incident, the first caller first. */
export interface CallerLine {
  readonly callId: CallId;
  readonly number: number;
  readonly receivedAt: string;
  readonly ani: string | null;
  readonly words: string;
  readonly reasons: readonly string[];
  /** The call it began with, one joined to it, or what came with a merged incident. */
  readonly how: 'first' | 'joined' | 'merged';
}
