import type { DispositionCode } from '../incident/disposition.ts';

/** What has to be said before a conversation ends, or may be said. Each is one field of the outcome bar. */
export const FIELDS = {
  safety: 'Safety questions',
  company: 'Who they are with',
  agreed: 'What was agreed',
  'follow-up': 'Follow-up',
  'second-person': 'A second person',
  to: 'Referred to',
  consent: 'Consent',
  how: 'How they get there',
  when: 'When',
  know: 'What dispatch must know',
  stays: 'The caller',
  'last-words': 'Last words',
  'last-known': 'Where they were last',
  'hung-up': 'Who hung up',
  why: 'Why it can be closed',
} as const;
export type OutcomeField = keyof typeof FIELDS;

export type OutcomeId =
  | 'resolved'
  | 'referred'
  | 'follow-up'
  | 'warm-transfer'
  | 'team'
  | 'police-ems'
  | 'help-took-over'
  | 'lost'
  | 'not-found';

export interface Outcome {
  readonly label: string;
  /** What will have happened, in one sentence. */
  readonly means: string;
  /** Refused without. Nothing that calls for help or starts a clock requires anything. */
  readonly requires: readonly OutcomeField[];
  /** Asked beside, and never waited for. */
  readonly asks: readonly OutcomeField[];
  /** What is done in the same commit. */
  readonly follows: readonly Follows[];
  /** How the incident is closed by it; null when it stays open. */
  readonly disposition: DispositionCode | null;
}

export const FOLLOWS = {
  'clinical-note': 'what was said is a note that clinicians read',
  'conversation-ends': 'the conversation ends',
  'incident-closes': 'the incident closes, unless a unit is out or dispatch has to decide again',
  'call-promised': 'the promised call stands in the due list with its owner',
  'referral-kept': 'the referral stands until the place confirms that the person came',
  'dispatch-told': 'every dispatcher hears of it and sees it at the top of the queue',
  'dispatch-decides': 'dispatch decides who goes',
  'units-sent': 'free police and EMS units go at once',
  'line-stays': 'the conversation stays with the clinician until they end it',
  'clock-runs': 'the clock of the next call to the person runs, and nothing is closed',
} as const;
export type Follows = keyof typeof FOLLOWS;

/**
 * How a conversation by phone ends or goes on, what each requires and what follows from it. The outcome
 * bar, the refusals and the clinician's help read this and nothing else.
 *
 * With a risk screen that is high, whatever ends the conversation also needs a follow-up within three days
 * and a safety plan on record, or a second person. The policy lowers nothing from L3 on one
 * person's word, and a high screen is what L3 rests on; the days after such a call are the dangerous ones.
 */
export const OUTCOMES: Readonly<Record<OutcomeId, Outcome>> = {
  resolved: {
    label: 'Resolved by phone',
    means: 'The conversation ends and the incident is closed as resolved by phone.',
    requires: ['safety', 'company', 'agreed', 'follow-up'],
    asks: [],
    follows: ['clinical-note', 'conversation-ends', 'incident-closes'],
    disposition: 'resolved-by-phone',
  },
  referred: {
    label: 'Referred',
    means:
      'The conversation ends and the incident is closed as referred. That is no connection yet: it is one when the place says that the person came.',
    requires: ['safety', 'to', 'consent', 'how', 'when'],
    asks: ['follow-up'],
    follows: ['clinical-note', 'referral-kept', 'conversation-ends', 'incident-closes'],
    disposition: 'referred',
  },
  'follow-up': {
    label: 'Follow-up scheduled',
    means: 'The conversation ends, and a call is promised that stands in the due list.',
    requires: ['safety', 'agreed', 'follow-up'],
    asks: [],
    follows: ['clinical-note', 'call-promised', 'conversation-ends', 'incident-closes'],
    disposition: 'follow-up-scheduled',
  },
  'warm-transfer': {
    label: 'Warm transfer',
    means: 'The call is offered to somebody else. Stay on the line until they say yes.',
    requires: [],
    asks: [],
    follows: ['line-stays'],
    disposition: '988-accepted',
  },
  team: {
    label: 'A team has to go',
    means: 'Dispatch hears it at once and decides who goes.',
    requires: [],
    asks: ['know', 'stays'],
    follows: ['dispatch-told', 'dispatch-decides'],
    disposition: null,
  },
  'police-ems': {
    label: 'Police/EMS now',
    means: 'Police and EMS go at once. You stay with the caller.',
    requires: [],
    asks: [],
    follows: ['units-sent', 'dispatch-told', 'line-stays'],
    disposition: null,
  },
  'help-took-over': {
    label: 'Help has taken over',
    means: 'The conversation ends. The incident goes on with dispatch.',
    requires: [],
    asks: [],
    follows: ['conversation-ends'],
    disposition: null,
  },
  lost: {
    label: 'Caller lost',
    means: 'The line is gone. The incident stays open, and the clock of calling again runs.',
    requires: [],
    asks: ['last-words', 'last-known', 'hung-up'],
    follows: ['clinical-note', 'clock-runs'],
    disposition: null,
  },
  'not-found': {
    label: 'Not found again',
    means: 'The incident is closed as caller lost.',
    requires: ['why'],
    asks: [],
    follows: ['clinical-note', 'conversation-ends', 'incident-closes'],
    disposition: 'caller-lost',
  },
};
