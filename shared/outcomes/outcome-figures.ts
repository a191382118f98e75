import type { FunnelStep } from './counted-call.ts';
import type { Cut, ShareFigure, TimeFigure } from './figure-catalogue.ts';
import type { Period } from './period.ts';
import type { UnservedCode } from '../incident/alternative-course.ts';
import type { DispositionCode } from '../incident/disposition.ts';
import type { Level } from '../routing/level.ts';
import type { Ratio } from '../statistics/rate-ratio.ts';
import type { Share } from '../statistics/share.ts';

/** A share, and the calls of its denominator that the record cannot tell it of. */
export interface KnownShare extends Share {
  readonly unknown: number;
}

/** Calls that are alike in something. `id` is null where the record does not say. */
export interface Group {
  readonly id: string | null;
  readonly label: string;
}

export interface FunnelStepCount {
  readonly step: FunnelStep;
  /** How many got so far. */
  readonly calls: number;
  /** Of those that are known to have got to the step before; of all calls at the first. */
  readonly share: KnownShare;
}

export interface FunnelGroup extends Group {
  readonly calls: number;
  readonly steps: Readonly<Record<FunnelStep, number>>;
  readonly capture: KnownShare;
}

export interface FunnelPart {
  readonly calls: number;
  /** Of them still open: what they have not done yet is not known. */
  readonly open: number;
  /** N0 to N8. */
  readonly steps: readonly FunnelStepCount[];
  readonly detection: readonly { readonly figure: ShareFigure; readonly share: KnownShare }[];
  readonly capture: KnownShare;
  /** Each group is named by `id`: the Monday of a week, 0 to 167 from Monday midnight, area, type. */
  readonly byWeek: readonly FunnelGroup[];
  readonly byHourOfWeek: readonly FunnelGroup[];
  readonly byArea: readonly FunnelGroup[];
  readonly byCallType: readonly FunnelGroup[];
}

export interface UnservedPart {
  readonly unserved: KnownShare;
  /** Every reason, the most frequent first, and those without one. */
  readonly byReason: readonly (Group & {
    readonly id: UnservedCode | null;
    readonly share: Share;
  })[];
}

export interface HarmfulOverride {
  readonly id: string;
  readonly number: string;
  readonly receivedLocal: string;
  readonly callType: string | null;
  readonly recommended: Level | null;
  readonly decided: Level | null;
  readonly highest: Level | null;
  readonly because: readonly ('higher-level' | 'danger-found' | 'back-up')[];
}

export interface OverrideGroup extends Group {
  readonly all: KnownShare;
  readonly up: KnownShare;
  readonly down: KnownShare;
}

export interface SafetyPart {
  readonly shares: readonly { readonly figure: ShareFigure; readonly share: KnownShare }[];
  readonly overridesByCallType: readonly OverrideGroup[];
  /** By letters that stay the same person's and name nobody. */
  readonly overridesByOperator: readonly OverrideGroup[];
  /** Every one of them, the newest first. */
  readonly harmfulOverrides: readonly HarmfulOverride[];
  /** The five of the field, of the calls that ended as one of them. */
  readonly dispositions: readonly (Group & {
    readonly id: DispositionCode;
    readonly share: Share;
  })[];
  /** Null with what is missing: without comparable calls of before nobody can say what was avoided. */
  readonly avoidedTransfers: {
    readonly value: number | null;
    readonly missing: string | null;
  };
}

export interface WithinStandard {
  readonly seconds: number;
  /** The part that is to be within it. */
  readonly wanted: number;
  readonly source: string;
  readonly share: Share;
}

export interface TimePart {
  readonly figure: TimeFigure;
  /** Seconds; null of none. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly n: number;
  /** One end happened or had to, and it is not known when. */
  readonly unknown: number;
  /** Left out because a moment stands before an earlier one. */
  readonly outOfOrder: number;
  readonly standards: readonly WithinStandard[];
}

export type TimesPart = readonly TimePart[];

export interface EquityLine extends Group {
  readonly figure: ShareFigure;
  readonly by: Cut;
  readonly group: KnownShare;
  readonly rest: KnownShare;
  /** The group's share for each of the rest's; null where either has none. */
  readonly ratio: Ratio | null;
  /** Either side has fewer than 30: nothing is said of the difference. */
  readonly enough: boolean;
  /** Worse off by more than a fifth: below 0.8, or above 1.25 where more is worse. */
  readonly flagged: boolean;
}

export interface EquityPart {
  readonly lines: readonly EquityLine[];
  /** What could not be compared, and why. */
  readonly missing: readonly { readonly what: string; readonly why: string }[];
}

/** Where the calls of a period come from. */
export interface CountedSources {
  readonly console: number;
  readonly imported: number;
  /** ISO date of the first call on record, in whatever period; null without any. */
  readonly since: string | null;
}

/** Everything the outcomes say of one period from the counted calls alone. */
export interface OutcomeFigures {
  readonly period: Period;
  readonly counted: CountedSources;
  readonly funnel: FunnelPart;
  readonly unserved: UnservedPart;
  readonly safety: SafetyPart;
  readonly times: TimesPart;
  readonly equity: EquityPart;
}

/** Which calls of a figure: those it counts, all it counts among, or those the record cannot tell of. */
export const SIDES = ['numerator', 'denominator', 'unknown'] as const;
export type Side = (typeof SIDES)[number];

/** One call behind a figure. Names nobody and shows no address. */
export interface CallBehind {
  /** Incident id, or key of an imported call. */
  readonly id: string;
  readonly source: 'console' | 'import';
  /** Incident number, or record number of the export. */
  readonly number: string;
  readonly receivedLocal: string;
  readonly callType: string;
  readonly area: string;
  readonly level: Level | null;
  readonly response: string | null;
  readonly disposition: string | null;
  readonly open: boolean;
  /** The time that was measured, for a figure of times. */
  readonly seconds: number | null;
}

export interface CallsBehind {
  readonly total: number;
  readonly calls: readonly CallBehind[];
}
