import type { KnownShare } from './outcome-figures.ts';
import type { Quarter } from './quarters.ts';
import type { UnservedCode } from '../incident/alternative-course.ts';

export interface CessaCount {
  /** Null where the record does not say. */
  readonly id: string | null;
  readonly label: string;
  readonly calls: number;
}

/** What a quarterly report under 50 ILCS 754 (CESSA) counts. Whole quarters, whatever the period asked for. */
export interface CessaQuarter extends Quarter {
  /** False while it is not over. */
  readonly complete: boolean;
  /** Behavioral-health calls; each of the four lists adds up to them. */
  readonly calls: number;
  readonly byLevel: readonly CessaCount[];
  readonly byResponse: readonly CessaCount[];
  readonly byDisposition: readonly CessaCount[];
  readonly byTransport: readonly CessaCount[];
  /** Section 30(a): police on the scene. */
  readonly police: KnownShare;
  /** Eligible, and no provider was available: the reason that lets police answer instead. */
  readonly unavailable: {
    readonly code: 'CESSA-unavailable';
    readonly calls: number;
    readonly byReason: readonly (CessaCount & { readonly id: UnservedCode })[];
    /** To how many of them police came. */
    readonly police: KnownShare;
  };
  /** Section 45: teams that were on the scene within the maximum response time, and the longest there was. */
  readonly maximumTime: {
    readonly minutes: number;
    readonly within: KnownShare;
    readonly longestSeconds: number | null;
  };
  /** Petitions for involuntary admission that providers began; null as long as no record of them is kept. */
  readonly petitions: number | null;
}

export interface CessaPart {
  readonly quarters: readonly CessaQuarter[];
  readonly missing: readonly { readonly what: string; readonly why: string }[];
}

/** The working figure of the state; the regional maximum governs. */
export const MAXIMUM_MINUTES = 60;

/** Reasons that mean that no provider was available within the time. */
export const UNAVAILABLE: readonly UnservedCode[] = [
  'out-of-hours',
  'out-of-area',
  'all-busy',
  'timed-out',
];
