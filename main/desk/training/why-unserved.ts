import type { ReasonNeeded, UnservedReason } from '#shared/incident/alternative-course.ts';

/**
 * The reason a colleague gives where the ledger needs one: what CareDesk suggests, else that it came
 * otherwise, in these words. Null where none is needed.
 */
export function whyUnserved(needed: ReasonNeeded | null, note: string): UnservedReason | null {
  if (needed === null) return null;
  const { suggested } = needed;
  return suggested === null ? { code: 'other', note } : { code: suggested, note: '' };
}
