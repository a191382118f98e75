import type { ConsentEvent } from './consent-events.ts';
import {
  holds,
  LONGEST_CONSENT_HOURS,
  type Consent,
  type Consenter,
  type ConsentPartition,
  type ConsentWay,
} from './consent.ts';
import { canBeConsentedTo, ENTITLEMENTS } from './entitlement.ts';
import { PARTITION_WORDS } from './packet.ts';
import { RECIPIENT_LABELS, type ConsentPurpose, type Recipient } from './recipient.ts';
import type { ConsentId, IncidentId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { isSetBack, minutesAfter } from '../timers/running.ts';

export interface ConsentDraft {
  readonly consenter: Consenter;
  readonly recipient: Recipient;
  readonly partitions: readonly ConsentPartition[];
  readonly purposes: readonly ConsentPurpose[];
  readonly way: ConsentWay;
  readonly hours: number;
}

/** Somebody allowed it. Refused when it could open nothing, or when the law asks for another word. */
export function giveConsent(
  consentId: ConsentId,
  incidentId: IncidentId,
  draft: ConsentDraft,
  now: string,
): ConsentEvent[] | Refusal {
  const { consenter, recipient, way, hours } = draft;
  const partitions = [...new Set(draft.partitions)];
  const purposes = [...new Set(draft.purposes)];
  if (partitions.length === 0 || purposes.length === 0)
    return refuse(
      'nothing-consented',
      'A consent says what may be shared and what for. Nothing was written down; choose at least one of each.',
    );
  if (!Number.isInteger(hours) || hours < 1 || hours > LONGEST_CONSENT_HOURS)
    return refuse(
      'consent-must-end',
      'Every consent ends, after a year at the latest. Nothing was written down; choose an end.',
    );
  const useless = partitions.find(
    (partition) => !purposes.some((purpose) => canBeConsentedTo(recipient, partition, purpose)),
  );
  if (useless !== undefined) {
    const { freely, because, source } = ENTITLEMENTS[recipient][useless];
    const free = purposes.every((purpose) => freely.includes(purpose));
    const what = `${RECIPIENT_LABELS[recipient]}, ${PARTITION_WORDS[useless]}`;
    // Asking for what needs no asking is no mistake of the person who consents.
    if (!free)
      return refuse(
        'not-to-be-consented',
        `${what}: ${because} (${source}). Nothing was written down; leave it out.`,
      );
  }
  if (partitions.includes('part-2') && way !== 'written')
    return refuse(
      'written-needed',
      'Substance-use text takes a written and signed consent (42 CFR 2.31); spoken is not enough. Nothing was written down; leave it out, or have the form signed.',
    );
  if (partitions.includes('part-2') && consenter === 'minor-with-guardian')
    return refuse(
      'own-consent-needed',
      'Substance-use text of a young person takes their own consent (42 CFR 2.14). Nothing was written down; ask the young person, and choose them.',
    );
  const expiresAt = minutesAfter(now, hours * 60);
  return [
    {
      type: 'consent.given',
      consentId,
      incidentId,
      consenter,
      recipient,
      partitions,
      purposes,
      way,
      expiresAt,
    },
  ];
}

/** From now on it opens nothing. What was shared before cannot be called back, and stays on the record. */
export function revokeConsent(consent: Consent): ConsentEvent[] | Refusal {
  const { consentId, incidentId, ended } = consent;
  if (ended === null) return [{ type: 'consent.revoked', consentId, incidentId }];
  return ended.why === 'revoked'
    ? []
    : refuse(
        'consent-ended',
        'This consent has ended already and opens nothing any more. Nothing was changed.',
      );
}

/** What the watch writes about a consent at `now` (milliseconds), once: then no clock revives it. */
export function watchConsent(consent: Consent, now: number): ConsentEvent[] {
  if (consent.ended !== null || holds(consent, now)) return [];
  const { consentId, incidentId, givenAt } = consent;
  const why = isSetBack(givenAt, now) ? 'clock-set-back' : 'time';
  return [{ type: 'consent.expired', consentId, incidentId, why }];
}
