import { canAct, type ReferralAct } from './referral-acts.ts';
import type { ReferralEvent } from './referral-events.ts';
import {
  END_REASON_LABELS,
  isOpen,
  REFERRAL_STATE_LABELS,
  type DeclineReason,
  type EndReason,
  type Referral,
  type ReferralConsent,
  type ReferralKind,
  type ReferredTo,
  type Reported,
  type SentWay,
} from './referral.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { consentFor, type Consent } from '../disclosure/consent.ts';
import type { IncidentId, OperatorId, ReferralId } from '../lib/brand.ts';
import { isolate } from '../lib/isolate.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

type Decided = ReferralEvent[] | Refusal;

/** What a clinician says about a referral they make. */
export interface ReferralDraft extends Omit<ReferredTo, 'code'> {
  readonly consent: ReferralConsent;
  readonly kind: ReferralKind;
}

/** A code and its digest, given by main. */
export interface NewCode {
  readonly code: string;
  readonly digest: string;
}

/** The person was told where to go. It is no connection. */
export function makeReferral(
  referralId: ReferralId,
  incidentId: IncidentId,
  { consent, kind, ...to }: ReferralDraft,
  { code, digest }: NewCode,
): Decided {
  const organization = to.organization.trim();
  if (organization === '')
    return refuse('place-needed', 'Say where to. No referral was made; name the place.');
  return [
    {
      type: 'referral.made',
      referralId,
      incidentId,
      kind,
      consent,
      codeDigest: digest,
      referral: {
        ...to,
        organization,
        phone: to.phone.trim(),
        how: to.how.trim(),
        when: to.when.trim(),
        code,
      },
    },
  ];
}

/** Somebody else looks after it. Taking what one has already changes nothing. */
export function takeReferral(referral: Referral, owner: OperatorId): Decided {
  const { referralId, incidentId, owner: from } = referral;
  if (!isOpen(referral)) return over(referral);
  if (from === owner) return [];
  return [{ type: 'referral.owner-changed', referralId, incidentId, from, owner }];
}

/** The consent by which the place may be told; null while none holds. */
export function consentToTell(
  { kind }: Pick<Referral, 'kind'>,
  consents: readonly Consent[],
  now: number,
): Consent | null {
  const asked = { recipient: 'partner', partition: kind, purpose: 'treatment' } as const;
  return consentFor(consents, asked, now);
}

/** Whether this is what can have told the place: a packet for a partner, of the same incident and since then. */
export function wentTo(
  { incidentId, madeAt }: Pick<Referral, 'incidentId' | 'madeAt'>,
  disclosure: Disclosure,
): boolean {
  const { recipient, at } = disclosure;
  return disclosure.incidentId === incidentId && recipient === 'partner' && at >= madeAt;
}

/**
 * It was told to the place: what went is on the record as a disclosure, by a consent that holds. Told again, the
 * time of the answer runs anew.
 */
export function sendReferral(
  referral: Referral,
  { way, disclosure }: { readonly way: SentWay; readonly disclosure: Disclosure | null },
  consents: readonly Consent[],
  now: number,
): Decided {
  const no = cannot(referral, 'send');
  if (no !== null) return no;
  const { referralId, incidentId, consent } = referral;
  if (consent === 'self')
    return refuse(
      'goes-alone',
      'The person goes by themselves and nobody is told. Nothing was sent; if they say otherwise now, make a new referral.',
    );
  const standing = consentToTell(referral, consents, now);
  if (standing === null)
    return refuse(
      'no-consent',
      'No consent holds that lets a community partner have it for care. Nothing was recorded as sent; ask, and write the consent down: x.',
    );
  if (disclosure === null || !wentTo(referral, disclosure))
    return refuse(
      'nothing-went',
      'Nothing has gone to a community partner since the referral was made. Nothing was recorded as sent; let the packet go first.',
    );
  const { consentId } = standing;
  const { disclosureId } = disclosure;
  return [{ type: 'referral.sent', referralId, incidentId, way, consentId, disclosureId }];
}

export type PlaceAnswer = { readonly saidBy: string; readonly note: string } & (
  | { readonly answer: 'accepted'; readonly appointment: string | null }
  | { readonly answer: 'waitlisted'; readonly until: string }
  | { readonly answer: 'declined'; readonly reason: DeclineReason }
);

const ANSWER_ACTS = {
  accepted: 'accept',
  waitlisted: 'waitlist',
  declined: 'decline',
} as const satisfies Record<PlaceAnswer['answer'], ReferralAct>;

/** What the place says. It may say otherwise later. */
export function answerReferral(referral: Referral, said: PlaceAnswer, now: number): Decided {
  const no = cannot(referral, ANSWER_ACTS[said.answer]);
  if (no !== null) return no;
  const { referralId, incidentId, kind } = referral;
  const words = { saidBy: said.saidBy.trim(), note: said.note.trim(), reason: null };
  const on = { referralId, incidentId, kind };
  switch (said.answer) {
    case 'accepted': {
      const { appointment } = said;
      if (appointment !== null && isPast(appointment, now)) return isOverAlready('appointment');
      return [{ type: 'referral.accepted', ...on, appointment, words }];
    }
    case 'waitlisted': {
      const { until } = said;
      if (isPast(until, now)) return isOverAlready('waiting time');
      return [{ type: 'referral.waitlisted', ...on, until, words }];
    }
    case 'declined':
      return [{ type: 'referral.declined', ...on, words: { ...words, reason: said.reason } }];
  }
}

/** The person did not come to the appointment. */
export function missAppointment(referral: Referral, next: string | null, now: number): Decided {
  const no = cannot(referral, 'miss');
  if (no !== null) return no;
  const { referralId, incidentId, standing } = referral;
  const appointment = standing.state === 'accepted' ? standing.appointment : null;
  if (appointment === null)
    return refuse(
      'no-appointment',
      'No appointment was agreed, so none was missed. Nothing was recorded; say what the person reports, or end the referral.',
    );
  if (!isPast(appointment, now))
    return refuse(
      'appointment-ahead',
      'The appointment is still to come. Nothing was recorded; set another one with the answer of the place.',
    );
  if (next !== null && isPast(next, now)) return isOverAlready('appointment');
  return [{ type: 'referral.appointment-unmade', referralId, incidentId, appointment, next }];
}

/** What the person says by themselves: shown apart, and counted nowhere. */
export function reportReferral(referral: Referral, what: Reported['what']): Decided {
  const no = cannot(referral, 'report');
  if (no !== null) return no;
  const { referralId, incidentId } = referral;
  return [{ type: 'referral.reported', referralId, incidentId, what }];
}

/** The person wants it no more. Nothing about them is asked or told after that. */
export function withdrawReferral(referral: Referral): Decided {
  const no = cannot(referral, 'withdraw');
  if (no !== null) return no;
  const { referralId, incidentId } = referral;
  return [{ type: 'referral.withdrawn', referralId, incidentId }];
}

const NEEDS: Readonly<Record<EndReason, (referral: Referral) => boolean>> = {
  'no-answer': ({ standing }) => standing.state === 'sent',
  'not-arrived': ({ standing }) => standing.state !== 'arrived',
  'not-linked': ({ standing }) => standing.state === 'arrived',
  elsewhere: () => true,
};

/** Nobody goes on with it. Only a person ends it, and only with what was really so (invariant 7). */
export function endReferral(referral: Referral, why: EndReason): Decided {
  const no = cannot(referral, 'end');
  if (no !== null) return no;
  const { referralId, incidentId, standing } = referral;
  if (!NEEDS[why](referral))
    return refuse(
      'not-so',
      `“${END_REASON_LABELS[why]}” is not said of a referral that is ${REFERRAL_STATE_LABELS[standing.state]}. It stays open; choose another reason.`,
    );
  return [{ type: 'referral.ended', referralId, incidentId, why }];
}

/** What can be ended with now. */
export function endReasonsFor(referral: Referral): EndReason[] {
  return (Object.keys(NEEDS) as EndReason[]).filter((why) => NEEDS[why](referral));
}

export function cannot(referral: Referral, act: ReferralAct): Refusal | null {
  return canAct(referral.standing.state, act) ? null : over(referral);
}

function over({ standing: { state } }: Referral): Refusal {
  const what = isolate(REFERRAL_STATE_LABELS[state]);
  const next =
    state === 'made'
      ? 'It has to be sent first'
      : 'Look at how it stands now, or make a new referral';
  return refuse(
    `referral-${state}`,
    `This cannot be done with a referral that is ${what}. Nothing was changed. ${next}.`,
  );
}

function isPast(instant: string, now: number): boolean {
  return Date.parse(instant) <= now;
}

function isOverAlready(what: string): Refusal {
  return refuse(
    'in-the-past',
    `The ${what} has to lie ahead. Nothing was recorded; set a time that is still to come.`,
  );
}
