import type { IncidentView } from '#shared/board/incident-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isAsked } from '#shared/phone/offer.ts';

/** What the focused incident is to the clinician who looks at it. */
export type CallSide =
  /** On the line with me. */
  | 'mine'
  /** On the line with me, and offered to somebody. */
  | 'handing-over'
  /** Another clinician offers it to me. */
  | 'offered-to-me'
  /** The line broke off, and they are called again. */
  | 'lost'
  /** Waits, and I am asked to take it. */
  | 'asked'
  /** Waits for a clinician; somebody else is asked, or nobody. */
  | 'waiting'
  /** The conversation is over and the incident still needs its disposition. */
  | 'wrap-up'
  | 'monitor'
  | 'closed';

/** `ready`: whether a call that rings at everybody rings here too. */
export function callSide(
  { phone, phase, owner }: IncidentView,
  me: OperatorId,
  ready: boolean,
): CallSide {
  if (phase === 'closed') return 'closed';
  switch (phone.state) {
    case 'offered':
      return isAsked(phone, me) && (ready || phone.asked.who === 'one') ? 'asked' : 'waiting';
    case 'lost':
      return 'lost';
    case 'with-clinician':
      return phone.clinician === me ? 'mine' : 'monitor';
    case 'transferring':
      if (phone.clinician === me) return 'handing-over';
      return phone.transfer.operatorId === me ? 'offered-to-me' : 'monitor';
    default:
      return phase === 'wrap-up' && owner === me ? 'wrap-up' : 'monitor';
  }
}
