import type { DeskCore } from '../desk-core.ts';
import { referralsToWatch } from '#db/board/referrals-projection.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import { watchReferral } from '#shared/referral/referral-clock.ts';
import type { ReferralStep } from '#shared/referral/referral.ts';

/** Referrals in which this step has taken too long, once each. */
export function overdueReferrals(step: ReferralStep) {
  return ({ db }: DeskCore, now: number): NewEvent[] =>
    referralsToWatch(db, step, new Date(now).toISOString()).flatMap((each) =>
      watchReferral(each, now),
    );
}
