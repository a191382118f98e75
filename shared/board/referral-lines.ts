import type { IncidentId, OperatorId, ReferralId, DisclosureId } from '../lib/brand.ts';
import type { ReferralDue } from '../referral/referral-clock.ts';
import type {
  Answered,
  DeclineReason,
  EndReason,
  ReferralConsent,
  ReferralKind,
  ReferralStep,
  ReferredTo,
  Reported,
  Standing,
} from '../referral/referral.ts';

/** A referral as a clinician works with it. */
export interface ReferralLine {
  readonly referralId: ReferralId;
  readonly incidentId: IncidentId;
  readonly incidentNumber: number;
  readonly owner: OperatorId;
  readonly ownerName: string;
  readonly kind: ReferralKind;
  readonly consent: ReferralConsent;
  /** Null when the words are no more. */
  readonly to: ReferredTo | null;
  readonly madeAt: string;
  readonly standing: Standing;
  readonly sentAt: string | null;
  readonly answers: readonly {
    readonly answer: Answered;
    readonly at: string;
    readonly saidBy: string;
    readonly note: string;
    readonly reason: DeclineReason | null;
  }[];
  readonly unmade: readonly string[];
  readonly reported: Reported | null;
  readonly due: ReferralDue | null;
  /** Since when it is overdue; null while it is not. */
  readonly overdueSince: string | null;
  /** What was overdue. */
  readonly overdue: ReferralStep | null;
  /** A consent holds that lets the place be told. */
  readonly consentHolds: boolean;
  /** The last packet that went to a partner since the referral was made; null while none did. */
  readonly went: DisclosureId | null;
  readonly endReasons: readonly EndReason[];
}

/** What is due next on top. */
export interface ReferralList {
  readonly lines: readonly ReferralLine[];
  readonly open: number;
}

/** What a confirmation file says in one line, and what becomes of it. */
export interface ArrivalVerdict {
  /** Number of the arrival in the file, from 1. */
  readonly line: number;
  readonly code: string;
  readonly arrivedOn: string;
  readonly servedOn: string | null;
  readonly outcome: 'new' | 'known' | 'refused';
  /** Why it is refused; empty otherwise. */
  readonly because: string;
}

/** A confirmation file as it was checked. */
export interface ArrivalsExamination {
  /** Why nothing of it can be used; null when its lines were looked at. */
  readonly fault: string | null;
  /** Whose key has signed it. */
  readonly organization: string | null;
  readonly signedAt: string | null;
  readonly lines: readonly ArrivalVerdict[];
}
