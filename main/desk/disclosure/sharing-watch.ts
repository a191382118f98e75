import type { DeskCore } from '../desk-core.ts';
import { consentsToWatch } from '#db/board/consents-projection.ts';
import { reviewsToWatch } from '#db/board/disclosures-projection.ts';
import { watchConsent } from '#shared/disclosure/decide-consent.ts';
import { watchReview } from '#shared/disclosure/decide-disclosure.ts';
import { REVIEW_DAYS } from '#shared/disclosure/disclosure.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/** Consents that have ended by the clock, once each. */
export function endedConsents({ db }: DeskCore, now: number): NewEvent[] {
  return consentsToWatch(db, new Date(now).toISOString()).flatMap((each) =>
    watchConsent(each, now),
  );
}

/** Emergency disclosures nobody has reviewed in time, once each. */
export function overdueReviews({ db }: DeskCore, now: number): NewEvent[] {
  const since = new Date(now - REVIEW_DAYS * 86_400_000).toISOString();
  return reviewsToWatch(db, since, new Date(now).toISOString()).flatMap((each) =>
    watchReview(each, now),
  );
}

/** Before anything is shared: what has ended is written down as ended, so that no clock revives it. */
export function endConsents(core: DeskCore): void {
  const now = core.now().getTime();
  if (consentsToWatch(core.db, new Date(now).toISOString()).length === 0) return;
  core.commit(DESK_OPERATOR, () => endedConsents(core, now));
}
