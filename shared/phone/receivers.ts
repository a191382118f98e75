import { isInside, type OutsideLine, type TransferTarget } from './transfer.ts';
import type { Recipient } from '../disclosure/recipient.ts';
import type { Incident } from '../incident/incident.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { phoneDeskOf, type Receiver } from '../policy/phone-desk.ts';
import type { Policy } from '../policy/policy.ts';

/** Who a call can be offered to: a colleague, dispatch, or a line of the policy. */
export type TransferReceiver =
  | { readonly to: 'clinician'; readonly operatorId: OperatorId }
  | { readonly to: 'dispatch' }
  | { readonly to: '988' | 'partner' | 'team'; readonly line: OutsideLine };

/** The line of the policy with this id; without one, the first to 988. Null when there is none. */
export function lineOf(policy: Policy, id: string | null): TransferReceiver | null {
  const { receivers } = phoneDeskOf(policy);
  const found = receivers.find((each) => (id === null ? each.kind === '988' : each.id === id));
  return found === undefined ? null : receiverOf(found);
}

export function receiverOf({ id, label, dial, kind }: Receiver): TransferReceiver {
  return kind === 'dispatch' ? { to: kind } : { to: kind, line: { id, label, dial } };
}

/** Why it cannot be transferred there now; null when it can. */
export function notPossible(
  { bounces, consentRefused }: Incident,
  receiver: TransferReceiver,
  by: OperatorId,
): Refusal | null {
  if (receiver.to === 'clinician' && receiver.operatorId === by)
    return refuse('receiver-is-you', 'The call is already with you.');
  if (bounces >= 1)
    return refuse(
      'bounced',
      'A transfer already came back once. Stay on the line, or escalate to a team or police/EMS.',
    );
  if (consentRefused !== null && receiver.to !== 'dispatch')
    return refuse(
      'consent-refused',
      'The caller wants nobody else on the line. Stay with them, give the call back to dispatch, or escalate to a team or police/EMS.',
    );
  return null;
}

/** As whom the packet is cut for them. */
export function packetRecipient(to: TransferTarget): Recipient {
  switch (to) {
    case 'team':
      return 'field-team';
    case 'clinician':
    case 'dispatch':
      return 'dispatch';
    default:
      return to;
  }
}

/** What a receiver is called in a sentence. */
export function nameOfReceiver({
  to,
  line,
}: {
  readonly to: TransferTarget;
  readonly line: OutsideLine | null;
}): string {
  if (line !== null) return line.label;
  if (isInside(to)) return to === 'dispatch' ? 'dispatch' : 'another clinician';
  return to === '988' ? '988' : 'the receiver';
}
