import type { ConsentId, DisclosureId, IncidentId, OperatorId, ReferralId } from '../lib/brand.ts';
import type { Kept } from '../partition/partition.ts';

export const REFERRAL_CONSENTS = ['share', 'self'] as const;
/** What the person said when asked: whether the place may be told that they come. */
export type ReferralConsent = (typeof REFERRAL_CONSENTS)[number];
export const REFERRAL_CONSENT_LABELS: Readonly<Record<ReferralConsent, string>> = {
  share: 'Yes, the place may be told',
  self: 'No, they go by themselves and nobody is told',
};

/** In which partition its words are kept: what somebody is treated for follows from the place. */
export const REFERRAL_KINDS = ['clinical', 'part-2'] as const;
export type ReferralKind = (typeof REFERRAL_KINDS)[number];

/** Where somebody is referred to. It names what they are treated for, so it is kept apart. */
export interface ReferredTo {
  readonly organization: string;
  readonly phone: string;
  /** The line of the policy it is; null for a place that was typed or found in the directory. */
  readonly receiver: string | null;
  /** The service of the directory it is; null otherwise. */
  readonly service: string | null;
  readonly how: string;
  readonly when: string;
  /** What the receiving place confirms with that the person came; null for one of before there were any. */
  readonly code: string | null;
}

export const SENT_WAYS = ['phone', 'fax', 'printed', 'file'] as const;
export type SentWay = (typeof SENT_WAYS)[number];
export const SENT_WAY_LABELS: Readonly<Record<SentWay, string>> = {
  phone: 'by phone',
  fax: 'by fax',
  printed: 'on paper',
  file: 'as a file',
};

export const DECLINE_REASONS = [
  'full',
  'not-eligible',
  'out-of-area',
  'payment',
  'not-reached',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const DECLINE_REASON_LABELS: Readonly<Record<DeclineReason, string>> = {
  full: 'No room',
  'not-eligible': 'Not for this person',
  'out-of-area': 'Outside its area',
  payment: 'Payment or insurance',
  'not-reached': 'They could not reach the person',
  other: 'Another reason',
};

/** What the place said, and who there. Kept apart: it may name the place. */
export interface AnswerWords {
  readonly saidBy: string;
  readonly note: string;
  /** Why it declined; null for the other answers. */
  readonly reason: DeclineReason | null;
}

export const CONFIRMED_BY = ['code', 'signed-file'] as const;
/** How the receiving place confirmed: with the code the person brought, or in a file it has signed. */
export type ConfirmedBy = (typeof CONFIRMED_BY)[number];
export const CONFIRMED_BY_LABELS: Readonly<Record<ConfirmedBy, string>> = {
  code: 'with the code',
  'signed-file': 'in a signed file',
};

/** Something the receiving place confirmed: on which local date it was, and when that was recorded. */
export interface Confirmation {
  readonly on: string;
  readonly by: ConfirmedBy;
  readonly at: string;
}

export const END_REASONS = ['no-answer', 'not-arrived', 'not-linked', 'elsewhere'] as const;
/** Why nobody goes on with it, as a person said. */
export type EndReason = (typeof END_REASONS)[number];
export const END_REASON_LABELS: Readonly<Record<EndReason, string>> = {
  'no-answer': 'The place never answered',
  'not-arrived': 'They did not go',
  'not-linked': 'They came, and took up no service',
  elsewhere: 'They are helped elsewhere',
};

/**
 * Where a referral stands. A referral that is made, sent or accepted is no connection: `arrived` and `linked`
 * are, and nothing but the receiving place’s own confirmation leads there.
 */
export type Standing =
  /** Told to the person, and to nobody else. */
  | { readonly state: 'made'; readonly since: string }
  | {
      readonly state: 'sent';
      readonly since: string;
      readonly way: SentWay;
      readonly consentId: ConsentId;
      readonly disclosureId: DisclosureId;
    }
  /** `until`: when the place said that it knows more, ISO. */
  | { readonly state: 'waitlisted'; readonly since: string; readonly until: string }
  /** `appointment`: ISO; null where the person just comes. */
  | { readonly state: 'accepted'; readonly since: string; readonly appointment: string | null }
  | { readonly state: 'arrived'; readonly since: string; readonly arrival: Confirmation }
  | {
      readonly state: 'linked';
      readonly since: string;
      readonly arrival: Confirmation;
      /** A service attended within the days of a linkage. */
      readonly linkage: Confirmation;
    }
  | { readonly state: 'declined'; readonly since: string }
  | { readonly state: 'withdrawn'; readonly since: string; readonly arrival: Confirmation | null }
  | {
      readonly state: 'ended';
      readonly since: string;
      readonly why: EndReason;
      readonly arrival: Confirmation | null;
    };

export type ReferralState = Standing['state'];
export const REFERRAL_STATES = [
  'made',
  'sent',
  'waitlisted',
  'accepted',
  'arrived',
  'linked',
  'declined',
  'withdrawn',
  'ended',
] as const satisfies readonly ReferralState[];

/** Said to everybody at the board: nothing in it names a place. */
export const REFERRAL_STATE_LABELS: Readonly<Record<ReferralState, string>> = {
  made: 'made',
  sent: 'sent',
  waitlisted: 'on the waiting list',
  accepted: 'accepted',
  arrived: 'arrived',
  linked: 'linked',
  declined: 'declined',
  withdrawn: 'withdrawn',
  ended: 'ended',
};

export type Answered = 'accepted' | 'waitlisted' | 'declined';

/** What the person said by themselves. It is no confirmation, and counted nowhere. */
export interface Reported {
  readonly what: 'came' | 'did-not-go';
  readonly at: string;
}

export const STEPS = ['send', 'answer', 'wait', 'arrival', 'linkage'] as const;
/** What is waited for. Each has a time, and its passing is written once. */
export type ReferralStep = (typeof STEPS)[number];

export interface Referral {
  readonly referralId: ReferralId;
  readonly incidentId: IncidentId;
  readonly owner: OperatorId;
  readonly kind: ReferralKind;
  readonly consent: ReferralConsent;
  readonly referral: ReferredTo | Kept;
  /** SHA-256 of the code, in hex; null where there is none. */
  readonly codeDigest: string | null;
  readonly madeAt: string;
  readonly standing: Standing;
  /** When it was first told to the place; null while it was not. */
  readonly sentAt: string | null;
  /** Every answer of the place, in the order they came. */
  readonly answers: readonly {
    readonly answer: Answered;
    readonly at: string;
    readonly words: AnswerWords | Kept;
  }[];
  /** Appointments the person did not come to, ISO. */
  readonly unmade: readonly string[];
  readonly reported: Reported | null;
  /** Written by the watch, once for the time that ran; null before, and when something moved since. */
  readonly overdue: { readonly step: ReferralStep; readonly at: string } | null;
}

/** Where somebody still has to do something. */
export function isOpen({ standing: { state } }: Pick<Referral, 'standing'>): boolean {
  return !['linked', 'declined', 'withdrawn', 'ended'].includes(state);
}

/** What the place has confirmed so far. */
export function arrivalOf({ standing }: Pick<Referral, 'standing'>): Confirmation | null {
  return 'arrival' in standing ? standing.arrival : null;
}
