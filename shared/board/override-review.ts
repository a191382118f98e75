import type { IncidentId } from '../lib/brand.ts';
import type { Level } from '../routing/level.ts';

/** A response by level, id and the label it had under the policy of that decision. */
export interface Routed {
  readonly level: Level;
  readonly response: string;
  readonly label: string;
}

/** One decision that was not the recommended one. */
export interface OverrideLine {
  readonly seq: number;
  readonly at: string;
  readonly byName: string;
  readonly incidentId: IncidentId;
  readonly number: number;
  readonly callTypeLabel: string;
  readonly area: string | null;
  /** Up sends more than recommended, down less; same is another way at the same level. */
  readonly direction: 'up' | 'down' | 'same';
  readonly recommended: Routed;
  readonly chosen: Routed;
  readonly reason: string | null;
  readonly secondPersonName: string | null;
  readonly policyVersion: string;
  /** How the incident ended; null while it is open. */
  readonly outcome: string | null;
  /** What came to be known afterwards, in order: raised, police or EMS called, decided anew. */
  readonly later: readonly string[];
}

/** decisions = followed + up + down + same. */
export interface OverrideRate {
  readonly callType: string | null;
  readonly label: string;
  readonly decisions: number;
  readonly up: number;
  readonly down: number;
  readonly same: number;
}

export interface OverrideReview extends Omit<OverrideRate, 'callType' | 'label'> {
  /** Most decisions first. */
  readonly rates: readonly OverrideRate[];
  /** Newest first, at most the number asked for. */
  readonly lines: readonly OverrideLine[];
  readonly total: number;
}
