import type { ReviewedString } from './call-type-map.ts';
import { fold, type CallTypeTable } from '../intake-file/call-type-table.ts';

/** One string and what a person said it means; null: it says too little. */
export interface ReviewedLine {
  readonly raw: string;
  readonly callType: string | null;
}

export type CallTypeEvent =
  /** A table of patterns. `from`: the file the data folder keeps, or one chosen in the window. */
  | {
      readonly type: 'call-type-map.adopted';
      readonly patterns: CallTypeTable;
      readonly source: string;
      readonly from: 'folder' | 'window';
    }
  | { readonly type: 'call-type-map.reviewed'; readonly lines: readonly ReviewedLine[] }
  /** The strings stand again as the table, or a proposal, says. */
  | { readonly type: 'call-type-map.review-withdrawn'; readonly raws: readonly string[] };

export function isOfCallTypes(event: { readonly type: string }): event is CallTypeEvent {
  return event.type.startsWith('call-type-map.');
}

/** The pattern part, as the center keeps it. Null in place of a table: the one that ships with CareDesk. */
export interface KeptPatterns {
  readonly version: number;
  readonly patterns: CallTypeTable | null;
  readonly source: string | null;
  readonly adoptedAt: string | null;
  readonly adoptedBy: string | null;
  /** The table last taken from the data folder's file: one that is unchanged is not taken again. */
  readonly folder: CallTypeTable | null;
}

export const NO_PATTERNS: KeptPatterns = {
  version: 0,
  patterns: null,
  source: null,
  adoptedAt: null,
  adoptedBy: null,
  folder: null,
};

interface Stamp {
  readonly at: string;
  readonly by: string;
}

export function evolvePatterns(
  kept: KeptPatterns,
  event: CallTypeEvent,
  { at, by }: Stamp,
): KeptPatterns {
  const version = kept.version + 1;
  if (event.type !== 'call-type-map.adopted') return { ...kept, version };
  const { patterns, source, from } = event;
  return {
    version,
    patterns,
    source,
    adoptedAt: at,
    adoptedBy: by,
    folder: from === 'folder' ? patterns : kept.folder,
  };
}

/** What an event makes of the reviewed strings: those it sets, and those it takes away, by the folded string. */
export function reviewsIn(
  event: CallTypeEvent,
  { at, by }: Stamp,
): {
  readonly set: readonly (readonly [string, ReviewedString])[];
  readonly gone: readonly string[];
} {
  switch (event.type) {
    case 'call-type-map.adopted':
      return { set: [], gone: [] };
    case 'call-type-map.reviewed':
      return {
        set: event.lines.map(
          ({ raw, callType }) => [fold(raw), { raw, callType, at, by }] as const,
        ),
        gone: [],
      };
    case 'call-type-map.review-withdrawn':
      return { set: [], gone: event.raws.map(fold) };
  }
}
