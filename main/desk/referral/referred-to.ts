import { keptMember } from '#db/journal/read-event.ts';
import { unseen } from '#db/journal/words-read.ts';
import type { Database } from '#db/open-database.ts';
import { isKept } from '#shared/partition/partition.ts';
import type { Referral, ReferredTo } from '#shared/referral/referral.ts';

/**
 * Where a referral is to, for what main compares and counts by itself. It never leaves main like this: a view takes
 * `wordsFor` its reader.
 */
export function organizationOf(db: Database, { referral }: Referral): string | null {
  if (!isKept(referral)) return referral.organization;
  const kept = unseen(db, () => keptMember(db, referral)) as ReferredTo | null;
  return kept?.organization ?? null;
}
