import type { CallTypeMap } from '#shared/call-type/call-type-map.ts';
import { csvText } from '#shared/lib/csv-line.ts';

/**
 * The map as the file it can be imported from again: what people reviewed first, then the patterns. A string
 * somebody found to say too little is left out; the file has no way to say so.
 */
export function tableText({ reviewed, patterns, types }: CallTypeMap): string {
  const lines = [...reviewed.values()].flatMap(({ raw, callType }) =>
    callType === null || !types.has(callType) ? [] : [[raw, callType, 'reviewed']],
  );
  return csvText([
    ['pattern', 'call_type', 'note'],
    ...lines,
    ...patterns.map(({ pattern, callType, note }) => [pattern, callType, note]),
  ]);
}
