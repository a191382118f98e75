import { canonicalJson } from '../lib/canonical-json.ts';

/** The same field in the eyes of both editors, and what stood there when the second one began. */
export interface FieldConflict<Fields extends object> {
  readonly field: keyof Fields & string;
  readonly seen: Fields[keyof Fields];
  readonly mine: Fields[keyof Fields];
  /** On record now, because somebody else put it there. */
  readonly theirs: Fields[keyof Fields];
}

export interface Merge<Fields extends object> {
  /** Every field nobody disputes as it should stand; a disputed one as it is on record. */
  readonly merged: Fields;
  readonly conflicts: readonly FieldConflict<Fields>[];
}

/**
 * Two people had the same form open. A field I did not touch stays as they left it, one they did not touch
 * becomes mine, and the same value twice is no dispute. What remains is for a person to decide: nothing of
 * either side is dropped here.
 */
export function mergeFields<Fields extends object>(
  seen: Fields,
  mine: Fields,
  onRecord: Fields,
): Merge<Fields> {
  const merged = { ...onRecord };
  const conflicts: FieldConflict<Fields>[] = [];
  for (const field of Object.keys(mine) as (keyof Fields & string)[]) {
    const [was, want, now] = [seen[field], mine[field], onRecord[field]];
    if (same(want, was) || same(want, now)) continue;
    if (same(now, was)) merged[field] = want;
    else conflicts.push({ field, seen: was, mine: want, theirs: now });
  }
  return { merged, conflicts };
}

/** A choice of several is one field each: what both tick and untick never disputes. */
export function mergeChoices(
  seen: readonly string[],
  mine: readonly string[],
  onRecord: readonly string[],
): string[] {
  const taken = seen.filter((each) => !mine.includes(each));
  const added = mine.filter((each) => !seen.includes(each) && !onRecord.includes(each));
  return [...onRecord.filter((each) => !taken.includes(each)), ...added];
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
