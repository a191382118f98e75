import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Ending } from '#shared/phone/ending.ts';
import { TRANSFER_STEPS } from '#shared/phone/transfer.ts';
import { OUTCOMES as TABLE } from '#shared/phone/outcome.ts';

/** Every way a conversation ends or goes on elsewhere. */
export type OutcomeId =
  | Ending['outcome']
  | 'lost'
  | 'to-988'
  | 'to-dispatch'
  | 'team'
  | 'help-took-over'
  | 'not-found'
  | 'accepted'
  | 'return';

export interface PhoneOutcome {
  readonly id: OutcomeId;
  /** Keymap id of the same. */
  readonly action: string;
  readonly keys: string;
  readonly label: string;
  /** What will have happened after the second stroke, in one sentence. */
  readonly means: string;
  /** Label of the one line that may be added; null when nothing is asked, or more than a line. */
  readonly asks: string | null;
}

function fromTable(id: OutcomeId & keyof typeof TABLE, action: string, keys: string): PhoneOutcome {
  const { label, means } = TABLE[id];
  return { id, action, keys, label, means, asks: null };
}

export const LOST = fromTable('lost', 'phone.lost', 'v');
const TEAM = fromTable('team', 'phone.escalate', 'e');
/** In the place of the team: somebody was called from the line already. */
const HELP = fromTable('help-took-over', 'phone.escalate', 'e');

const WHILE_TALKING: readonly PhoneOutcome[] = [
  fromTable('resolved', 'phone.resolve', 'r'),
  fromTable('referred', 'phone.refer', 'f'),
  fromTable('follow-up', 'phone.follow-up', 'o'),
  LOST,
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
];

/** What a letter does while the caller is on the line with me. */
export function outcomesNow(fromLine: Incident['fromLine']): readonly PhoneOutcome[] {
  return [...WHILE_TALKING, fromLine === null ? TEAM : HELP];
}

/** What a letter does while the caller is lost. */
export const WHILE_LOST: readonly PhoneOutcome[] = [
  TEAM,
  fromTable('not-found', 'phone.lost', 'v'),
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

/** What can be done while the call is on its way to somebody else. */
export function outcomesOfTransfer(view: IncidentView): readonly PhoneOutcome[] {
  const { phone } = view;
  if (isOfferedTo988(view)) return [ACCEPTED, RETURNED, LOST, TEAM];
  const mayFail =
    phone.state === 'transferring' &&
    phone.transfer.line !== null &&
    TRANSFER_STEPS[phone.transfer.step].reachedOut;
  return [mayFail ? RETURNED : TAKE_BACK, LOST, TEAM];
}

export function isOfferedTo988({ phone }: IncidentView): boolean {
  return (
    phone.state === 'transferring' && phone.transfer.to === '988' && phone.transfer.line === null
  );
}

export const EVERY_OUTCOME: readonly PhoneOutcome[] = [
  ...WHILE_TALKING,
  TEAM,
  HELP,
  ...WHILE_LOST,
  ACCEPTED,
  RETURNED,
];
