import { cleo, incidentId, START } from './given.ts';
import type { Consent } from '#shared/disclosure/consent.ts';
import type { Disclosure } from '#shared/disclosure/disclosure.ts';
import type { ConsentId, DisclosureId, ReferralId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import {
  answerReferral,
  endReferral,
  makeReferral,
  sendReferral,
  withdrawReferral,
  type ReferralDraft,
} from '#shared/referral/decide-referral.ts';
import { confirmArrival } from '#shared/referral/confirm-arrival.ts';
import { evolveReferral, type ReferralEvent } from '#shared/referral/referral-events.ts';
import type { Referral, ReferralState } from '#shared/referral/referral.ts';

/** A code that is one, and a stand-in for its digest. */
export const A_CODE = { code: '23456-789AH', digest: 'digest of the code' };

export const referralId = 'r1' as ReferralId;
export const MADE = Date.parse(START);
export const instant = (minutes: number) => new Date(MADE + minutes * 60_000).toISOString();
export const DAY = 24 * 60;

export const clinic: ReferralDraft = {
  consent: 'share',
  kind: 'clinical',
  organization: ' Invented walk-in clinic ',
  phone: '312-555-0142',
  receiver: null,
  service: null,
  how: 'by bus',
  when: 'tonight',
};

export const consent: Consent = {
  consentId: 'k-1' as ConsentId,
  incidentId,
  consenter: 'adult',
  recipient: 'partner',
  partitions: ['clinical'],
  purposes: ['treatment'],
  way: 'spoken',
  givenAt: START,
  recordedBy: cleo,
  expiresAt: instant(30 * DAY),
  ended: null,
};

/** What went to the partner. */
export const packet: Disclosure = {
  disclosureId: 'd-1' as DisclosureId,
  incidentId,
  recipient: 'partner',
  to: '',
  purpose: 'treatment',
  way: 'read-aloud',
  sections: ['why'] as unknown as Disclosure['sections'],
  basis: [],
  digest: '0'.repeat(64),
  fileDigest: null,
  asOf: START,
  emergency: null,
  at: instant(1),
  by: cleo,
  readBack: [],
  overdueAt: null,
  reviewed: null,
};

/** The referral after what was decided, so many minutes after it was made. */
export function told(
  events: readonly ReferralEvent[] | Refusal,
  from: Referral | null = null,
  minutes = 0,
): Referral {
  if (isRefusal(events)) throw new Error(events.because);
  let referral = from;
  for (const event of events)
    referral = evolveReferral(referral, event, { at: instant(minutes), by: cleo });
  if (referral === null) throw new Error('No referral was made.');
  return referral;
}

export const made = (more: Partial<ReferralDraft> = {}): Referral =>
  told(makeReferral(referralId, incidentId, { ...clinic, ...more }, A_CODE));

export const send = (referral: Referral, minutes = 5, consents: readonly Consent[] = [consent]) =>
  sendReferral(referral, { way: 'phone', disclosure: packet }, consents, MADE + minutes * 60_000);

export const dates = { madeOn: '2026-03-03', today: '2026-04-20' };

const said = { saidBy: 'Kim', note: '' };
const sent = told(send(made()), made(), 5);
const accepted = (appointment: string | null) =>
  told(
    answerReferral(sent, { answer: 'accepted', ...said, appointment }, Date.parse(instant(60))),
    sent,
    60,
  );
const arrived = told(
  confirmArrival(accepted(null), { arrivedOn: '2026-03-05', servedOn: null }, 'code', dates),
  accepted(null),
  2 * DAY,
);

/** A referral in each of its states. */
export const IN_STATE: Readonly<Record<ReferralState, Referral>> = {
  made: made(),
  sent,
  waitlisted: told(
    answerReferral(
      sent,
      { answer: 'waitlisted', ...said, until: instant(10 * DAY) },
      Date.parse(instant(60)),
    ),
    sent,
    60,
  ),
  accepted: accepted(instant(3 * DAY)),
  arrived,
  linked: told(
    confirmArrival(
      arrived,
      { arrivedOn: '2026-03-05', servedOn: '2026-03-20' },
      'signed-file',
      dates,
    ),
    arrived,
    18 * DAY,
  ),
  declined: told(
    answerReferral(sent, { answer: 'declined', ...said, reason: 'full' }, MADE),
    sent,
    60,
  ),
  withdrawn: told(withdrawReferral(sent), sent, 60),
  ended: told(endReferral(sent, 'no-answer'), sent, 5 * DAY),
};
