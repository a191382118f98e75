import type { IncidentView } from '#shared/board/incident-view.ts';
import { TRANSFER_STEPS } from '#shared/phone/transfer.ts';

/** Every way a conversation ends or goes on elsewhere. */
export type OutcomeId =
  | 'resolve'
  | 'refer'
  | 'lost'
  | 'to-988'
  | 'to-dispatch'
  | 'escalate'
  | 'accepted'
  | 'dropped'
  | 'return';

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
    means: 'Step by step: consent, packet, dialing. The caller stays with you until they say yes.',
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

/** Only for one that was offered to 988 before there were steps. */
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
  means: 'The call stays with you. One that a receiver did not take is not sent off again.',
  asks: 'Why it was not accepted (no clinical detail)',
};

/** Before anybody outside was reached, and inside the center: nothing has failed yet. */
const TAKE_BACK: PhoneOutcome = { ...RETURNED, label: 'Take it back' };

const DROPPED: PhoneOutcome = {
  id: 'dropped',
  action: 'phone.lost',
  keys: 'v',
  label: 'The caller’s line dropped',
  means: 'The transfer ends, and the call is yours again, raised: call the caller back.',
  asks: null,
};

/** What can be done while the call is on its way to somebody else. */
export function outcomesOfTransfer(view: IncidentView): readonly PhoneOutcome[] {
  const { phone } = view;
  const escalate = OUTCOMES.filter(({ id }) => id === 'escalate');
  if (isOfferedTo988(view)) return [ACCEPTED, RETURNED, DROPPED, ...escalate];
  const mayFail =
    phone.state === 'transferring' &&
    phone.transfer.line !== null &&
    TRANSFER_STEPS[phone.transfer.step].reachedOut;
  return [mayFail ? RETURNED : TAKE_BACK, DROPPED, ...escalate];
}

export function isOfferedTo988({ phone }: IncidentView): boolean {
  return (
    phone.state === 'transferring' && phone.transfer.to === '988' && phone.transfer.line === null
  );
}

export const EVERY_OUTCOME: readonly PhoneOutcome[] = [...OUTCOMES, ACCEPTED, DROPPED, RETURNED];
