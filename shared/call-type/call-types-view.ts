import type { Confidence } from './propose.ts';
import type { TypeNexus } from './type-nexus.ts';

/** How a string came to what it means: a person, a pattern of the table, nobody yet. */
export const STRING_STATES = ['reviewed', 'table', 'proposed', 'unmapped'] as const;
export type StringState = (typeof STRING_STATES)[number];

/** One type string of another system, with the calls that came with it. */
export interface TypeStringLine {
  readonly raw: string;
  readonly calls: number;
  readonly state: StringState;
  /** What takes effect; null when it says too little, or nobody has said. */
  readonly callType: string | null;
  readonly nexus: TypeNexus;
  /** Only where nobody has said yet. */
  readonly proposal: { readonly callType: string; readonly confidence: Confidence } | null;
}

export interface MapTotals {
  readonly strings: number;
  readonly calls: number;
  readonly mapped: { readonly strings: number; readonly calls: number };
  /** Calls by what their string means; those nobody has said anything of stand apart. */
  readonly byNexus: Readonly<Record<TypeNexus | 'unmapped', number>>;
}

export interface CallTypesView {
  readonly version: number;
  readonly table: {
    readonly patterns: number;
    /** Null: the one that ships with CareDesk. */
    readonly source: string | null;
    readonly adoptedAt: string | null;
    readonly adoptedByName: string | null;
  };
  readonly totals: MapTotals;
  /** The most frequent first. */
  readonly lines: readonly TypeStringLine[];
  /** Strings that are not among them: each came with fewer calls than the last of them. */
  readonly further: number;
}

/** All there is to say of one string. */
export interface TypeStringDetail {
  readonly raw: string;
  readonly reviewed: {
    readonly callType: string | null;
    readonly at: string;
    readonly byName: string;
  } | null;
  /** The first pattern of the table that matches, whatever a person said. */
  readonly pattern: { readonly pattern: string; readonly callType: string } | null;
  readonly proposal: {
    readonly callType: string | null;
    readonly nexus: TypeNexus;
    readonly confidence: Confidence;
    readonly because: readonly string[];
  };
  readonly similar: readonly {
    readonly raw: string;
    readonly callType: string;
    readonly centers: readonly string[];
  }[];
}
