import type { CallRow } from '#shared/board/board-rows.ts';
import { flagOf, NO_NARRATIVE, type WordsFlag } from '#shared/call-type/words-flag.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Of a call that waits: the caller's words, and those of whoever handed it over. */
export function flagOfCall(
  { callType, words, sender }: Pick<CallRow, 'callType' | 'words' | 'sender'>,
  policy: Policy | null,
): WordsFlag | null {
  if (policy === null) return null;
  const all = sender?.type == null ? words : `${words}\n${sender.type}`;
  return flagOf({ callType, facts: {}, words: all, narrative: NO_NARRATIVE }, policy);
}
