import {
  arrivalOf,
  type AnswerWords,
  type Answered,
  type ConfirmedBy,
  type EndReason,
  type Referral,
  type ReferralConsent,
  type ReferralKind,
  type ReferralStep,
  type ReferredTo,
  type Reported,
  type SentWay,
  type Standing,
} from './referral.ts';
import type { ConsentId, DisclosureId, IncidentId, OperatorId, ReferralId } from '../lib/brand.ts';
import type { AsRead } from '../partition/event-partitions.ts';
import type { Kept } from '../partition/partition.ts';

type OnReferral<Type extends string, Body = object> = {
  readonly type: Type;
  readonly referralId: ReferralId;
  /** The timeline of this incident shows it, also after the incident is closed. */
  readonly incidentId: IncidentId;
} & Readonly<Body>;

type Answer<Type extends string, Body = object> = OnReferral<
  Type,
  { kind: ReferralKind; words: AnswerWords } & Body
>;

/**
 * What becomes of a referral, past tense. Only states and times stand in the open: which place it is, and what
 * was said there, is kept apart (`referral`, `words`; see event-partitions.ts).
 */
export type ReferralEvent =
  | OnReferral<
      'referral.made',
      {
        kind: ReferralKind;
        consent: ReferralConsent;
        codeDigest: string | null;
        referral: ReferredTo;
      }
    >
  | OnReferral<'referral.owner-changed', { from: OperatorId; owner: OperatorId }>
  /** Told to the place: by which consent, and what went. */
  | OnReferral<'referral.sent', { way: SentWay; consentId: ConsentId; disclosureId: DisclosureId }>
  | Answer<'referral.accepted', { appointment: string | null }>
  | Answer<'referral.waitlisted', { until: string }>
  | Answer<'referral.declined'>
  /** `next`: another appointment; null while there is none. */
  | OnReferral<'referral.appointment-unmade', { appointment: string; next: string | null }>
  | OnReferral<'referral.reported', { what: Reported['what'] }>
  /** Confirmed by the receiving place; `on` is the local date there. */
  | OnReferral<'referral.arrived', { on: string; by: ConfirmedBy }>
  | OnReferral<'referral.linked', { on: string; by: ConfirmedBy }>
  | OnReferral<'referral.withdrawn'>
  | OnReferral<'referral.ended', { why: EndReason }>
  /** `clock-set-back`: the PC's clock was set back behind it, so nobody knows how long it has waited. */
  | OnReferral<'referral.overdue', { step: ReferralStep; why: 'time' | 'clock-set-back' }>;

/** Somebody typed a code that belongs to no referral. Which one is not kept. */
export interface CodeRefused {
  readonly type: 'referral.code-refused';
}

/** The referral after one more event. */
export function evolveReferral(
  referral: Referral | null,
  event: AsRead<ReferralEvent>,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): Referral | null {
  if (event.type === 'referral.made') {
    const { type: _type, ...made } = event;
    return {
      ...made,
      owner: by,
      madeAt: at,
      standing: { state: 'made', since: at },
      sentAt: null,
      answers: [],
      unmade: [],
      reported: null,
      overdue: null,
    };
  }
  if (referral === null) return null;
  const stands = (standing: Standing): Referral => ({ ...referral, standing, overdue: null });
  const answered = (answer: Answered, standing: Standing, words: AnswerWords | Kept) => {
    return { ...stands(standing), answers: [...referral.answers, { answer, at, words }] };
  };
  switch (event.type) {
    case 'referral.owner-changed':
      return { ...referral, owner: event.owner };
    case 'referral.sent': {
      const { way, consentId, disclosureId } = event;
      const sent = stands({ state: 'sent', since: at, way, consentId, disclosureId });
      return { ...sent, sentAt: referral.sentAt ?? at };
    }
    case 'referral.accepted': {
      const { appointment } = event;
      return answered('accepted', { state: 'accepted', since: at, appointment }, event.words);
    }
    case 'referral.waitlisted': {
      const { until } = event;
      return answered('waitlisted', { state: 'waitlisted', since: at, until }, event.words);
    }
    case 'referral.declined':
      return answered('declined', { state: 'declined', since: at }, event.words);
    case 'referral.appointment-unmade': {
      const { appointment, next } = event;
      const again = stands({ state: 'accepted', since: at, appointment: next });
      return { ...again, unmade: [...referral.unmade, appointment] };
    }
    case 'referral.reported':
      return { ...referral, reported: { what: event.what, at } };
    case 'referral.arrived': {
      const { on, by: confirmedBy } = event;
      return stands({ state: 'arrived', since: at, arrival: { on, by: confirmedBy, at } });
    }
    case 'referral.linked': {
      const { on, by: confirmedBy } = event;
      const linkage = { on, by: confirmedBy, at };
      // Who took part in a service has come: an arrival of its own stands in the entry before it.
      const arrival = arrivalOf(referral) ?? linkage;
      return stands({ state: 'linked', since: at, arrival, linkage });
    }
    case 'referral.withdrawn':
      return stands({ state: 'withdrawn', since: at, arrival: arrivalOf(referral) });
    case 'referral.ended': {
      const { why } = event;
      return stands({ state: 'ended', since: at, why, arrival: arrivalOf(referral) });
    }
    case 'referral.overdue':
      return { ...referral, overdue: { step: event.step, at } };
  }
}

export function isOfReferral(event: { readonly type: string }): event is AsRead<ReferralEvent> {
  return event.type.startsWith('referral.') && event.type !== 'referral.code-refused';
}
