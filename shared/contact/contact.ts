import type { ContactId, IncidentId, OperatorId } from '../lib/brand.ts';
import type { Kept } from '../partition/partition.ts';

export const WHOM = ['caller', 'person'] as const;
/** Who is to be called, by their part in the incident: no file on anybody is kept here. */
export type Whom = (typeof WHOM)[number];
export const WHOM_LABELS: Readonly<Record<Whom, string>> = {
  caller: 'the caller',
  person: 'the person it is about',
};

export const MESSAGE_SAFE = ['yes', 'no', 'unknown'] as const;
/** Whether a message may be left where somebody else may hear it. */
export type MessageSafe = (typeof MESSAGE_SAFE)[number];

export const MAY_ANSWER = ['only-them', 'anybody', 'unknown'] as const;
/** Who may pick up: whether somebody else there may learn that the center calls. */
export type MayAnswer = (typeof MAY_ANSWER)[number];

export const FOLLOW_UPS = ['day-1', 'day-7', 'day-30', 'opioid', 'referral'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** What a contact was promised as. */
export type Promised =
  | { readonly kind: 'callback'; readonly minutes: number }
  | { readonly kind: 'follow-up'; readonly after: FollowUp };

/** When somebody has to call: due from, late after. Both ISO instants. */
export interface DueSpan {
  readonly from: string;
  readonly by: string;
}

/** A callback is promised to the minute; this much later it is late. */
export const CALLBACK_GRACE_MINUTES = 5;
export const LONGEST_CALLBACK_MINUTES = 24 * 60;

/** To be verified locally, like every time the center promises. */
const FOLLOW_UP_HOURS: Readonly<Record<FollowUp, readonly [from: number, by: number]>> = {
  'day-1': [24, 48],
  'day-7': [168, 192],
  'day-30': [720, 768],
  opioid: [24, 72],
  referral: [48, 96],
};

export const FOLLOW_UP_LABELS: Readonly<Record<FollowUp, string>> = {
  'day-1': 'after 1 day',
  'day-7': 'after 7 days',
  'day-30': 'after 30 days',
  opioid: 'opioid: 24 to 72 hours',
  referral: 'after a referral: 2 to 4 days',
};

export const ATTEMPTS = ['no-answer', 'message-left', 'busy', 'wrong-number', 'reached'] as const;
export type AttemptResult = (typeof ATTEMPTS)[number];
export const ATTEMPT_LABELS: Readonly<Record<AttemptResult, string>> = {
  'no-answer': 'No answer',
  'message-left': 'Message left',
  busy: 'Busy, or not now',
  'wrong-number': 'Wrong number',
  reached: 'Reached',
};

export const CONTACT_OUTCOMES = [
  'spoke',
  'connected',
  'declined',
  'not-reached',
  'not-needed',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];
export const CONTACT_OUTCOME_LABELS: Readonly<Record<ContactOutcome, string>> = {
  spoke: 'Spoke with them',
  connected: 'Connected with help, as they say',
  declined: 'They want no more calls',
  'not-reached': 'Could not be reached',
  'not-needed': 'No longer needed',
};

export interface ContactAttempt {
  readonly result: AttemptResult;
  readonly note: string | Kept;
  /** The note is clinical text: read by clinicians only (invariant 12). */
  readonly clinical: boolean;
  readonly at: string;
  readonly by: OperatorId;
}

/** Somebody at the center promised to call. It has an owner until a person says how it ended. */
export interface Contact {
  readonly contactId: ContactId;
  readonly incidentId: IncidentId;
  readonly kind: Promised['kind'];
  /** Which of the follow-ups; null for a callback. */
  readonly after: FollowUp | null;
  readonly owner: OperatorId;
  readonly whom: Whom;
  readonly number: string;
  readonly message: MessageSafe;
  readonly mayAnswer: MayAnswer;
  readonly reason: string | Kept;
  /** The reason is clinical text: read by clinicians only (invariant 12). */
  readonly clinical: boolean;
  readonly promisedAt: string;
  readonly due: DueSpan;
  /** As it was promised at first, whatever was agreed on later: what the figures measure. */
  readonly firstDue: DueSpan;
  /** Written by the watch, once for the time that runs; null before. */
  readonly dueAt: string | null;
  readonly lateAt: string | null;
  readonly attempts: readonly ContactAttempt[];
  readonly ended: {
    readonly outcome: ContactOutcome;
    readonly note: string | Kept;
    readonly clinical: boolean;
    readonly at: string;
    readonly by: OperatorId;
  } | null;
}

export type ContactState = 'coming' | 'due' | 'late';

export function stateOf({ dueAt, lateAt }: Pick<Contact, 'dueAt' | 'lateAt'>): ContactState {
  if (lateAt !== null) return 'late';
  return dueAt === null ? 'coming' : 'due';
}

/** “Callback”, or “Follow-up after 7 days”. */
export function contactLabel({ kind, after }: Pick<Contact, 'kind' | 'after'>): string {
  if (kind === 'callback' || after === null) return 'Callback';
  return `Follow-up ${FOLLOW_UP_LABELS[after]}`;
}

/** When a contact promised at `now` is due and late. */
export function dueSpanOf(promised: Promised, now: string): DueSpan {
  const minutesLater = (minutes: number) =>
    new Date(Date.parse(now) + minutes * 60_000).toISOString();
  if (promised.kind === 'callback') {
    const { minutes } = promised;
    return { from: minutesLater(minutes), by: minutesLater(minutes + CALLBACK_GRACE_MINUTES) };
  }
  const [from, by] = FOLLOW_UP_HOURS[promised.after];
  return { from: minutesLater(from * 60), by: minutesLater(by * 60) };
}
