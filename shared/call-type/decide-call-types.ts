import type { CallTypeEvent, KeptPatterns, ReviewedLine } from './call-type-events.ts';
import type { CallTypeMap } from './call-type-map.ts';
import { fold, type CallTypeTable } from '../intake-file/call-type-table.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** A table for the console; the same table again changes nothing. */
export function adoptPatterns(
  map: CallTypeMap,
  patterns: CallTypeTable,
  source: string,
): readonly CallTypeEvent[] {
  if (sameTable(map.patterns, patterns)) return [];
  return [{ type: 'call-type-map.adopted', patterns, source, from: 'window' }];
}

/**
 * The file of the data folder counts when somebody has edited it since it was last read; else what was adopted
 * in the window meanwhile stays. `shipped` is what the first one was.
 */
export function followFolder(
  kept: KeptPatterns,
  patterns: CallTypeTable,
  shipped: CallTypeTable,
  source: string,
): readonly CallTypeEvent[] {
  if (sameTable(kept.folder ?? shipped, patterns)) return [];
  return [{ type: 'call-type-map.adopted', patterns, source, from: 'folder' }];
}

/** What a person says that strings mean. Those that already mean it are left out. */
export function reviewStrings(
  map: CallTypeMap,
  lines: readonly ReviewedLine[],
): readonly CallTypeEvent[] | Refusal {
  const strange = lines.find(({ callType }) => callType !== null && !map.types.has(callType));
  if (strange !== undefined)
    return refuse(
      'unknown-call-type',
      `The policy in force has no call type “${strange.callType ?? ''}”. Nothing was changed; choose one of its types.`,
    );
  const news = lines.filter(({ raw, callType }) => {
    const before = map.reviewed.get(fold(raw));
    return before === undefined || before.callType !== callType;
  });
  return news.length === 0 ? [] : [{ type: 'call-type-map.reviewed', lines: news }];
}

export function withdrawReviews(
  map: CallTypeMap,
  raws: readonly string[],
): readonly CallTypeEvent[] {
  const there = raws.filter((raw) => map.reviewed.has(fold(raw)));
  return there.length === 0 ? [] : [{ type: 'call-type-map.review-withdrawn', raws: there }];
}

function sameTable(a: CallTypeTable, b: CallTypeTable): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
