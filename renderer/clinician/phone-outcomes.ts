/** Every way a conversation ends or goes on elsewhere. */
export type OutcomeId =
  'resolve' | 'refer' | 'lost' | 'to-988' | 'to-dispatch' | 'escalate' | 'accepted' | 'return';

export interface PhoneOutcome {
  readonly id: OutcomeId;
  /** Keymap id of the same. */
  readonly action: string;
  readonly keys: string;
  readonly label: string;
  /** What will have happened after the second stroke, in one sentence. */
  readonly means: string;
  /** Label of the one line that may be added; null when nothing is asked. */
  readonly asks: string | null;
}

export const OUTCOMES: readonly PhoneOutcome[] = [
  {
    id: 'resolve',
    action: 'phone.resolve',
    keys: 'r',
    label: 'Resolved by phone',
    means: 'The conversation ends and the incident is closed as resolved by phone.',
    asks: null,
  },
  {
    id: 'refer',
    action: 'phone.refer',
    keys: 'f',
    label: 'Referred',
    means: 'The conversation ends and the incident is closed as referred.',
    asks: 'Referred to (kept as a clinical note)',
  },
  {
    id: 'lost',
    action: 'phone.lost',
    keys: 'v',
    label: 'Caller lost',
    means: 'The line is gone and the incident is closed as caller lost.',
    asks: null,
  },
  {
    id: 'to-988',
    action: 'phone.to-988',
    keys: '8',
    label: 'To 988',
    means: 'The call is offered to 988. Stay on the line until they say yes.',
    asks: null,
  },
  {
    id: 'to-dispatch',
    action: 'phone.to-dispatch',
    keys: 'b',
    label: 'Back to dispatch',
    means: 'The call is offered to a dispatcher. Stay on the line until one accepts.',
    asks: null,
  },
  {
    id: 'escalate',
    action: 'phone.escalate',
    keys: 'e',
    label: 'A team has to go',
    means: 'Dispatch sees at the top of the queue that somebody has to come in person.',
    asks: 'Why, for dispatch (no clinical detail)',
  },
];

/** Offered only while the call is being transferred. */
export const ACCEPTED: PhoneOutcome = {
  id: 'accepted',
  action: 'phone.accepted',
  keys: 'a',
  label: '988 accepted',
  means: '988 has the caller, and the incident is closed as transferred to 988.',
  asks: null,
};

export const RETURNED: PhoneOutcome = {
  id: 'return',
  action: 'phone.back',
  keys: 'Backspace',
  label: 'Not accepted',
  means: 'The call stays with you. It can be transferred only once: next time, send a team.',
  asks: 'Why it was not accepted',
};

export const EVERY_OUTCOME: readonly PhoneOutcome[] = [...OUTCOMES, ACCEPTED, RETURNED];
