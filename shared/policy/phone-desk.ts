import type { Policy, Sourced } from './policy.ts';

export const RECEIVER_KINDS = ['988', 'partner', 'team', 'dispatch'] as const;
export type ReceiverKind = (typeof RECEIVER_KINDS)[number];

/** A line a call can be transferred to. */
export interface Receiver extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly kind: ReceiverKind;
  /** `tel:` or `sip:`, handed to the center's phone; null when it is reached in another way. */
  readonly dial: string | null;
  /** May be given substance-use text (42 CFR Part 2) once the person has consented. */
  readonly acceptsPart2: boolean;
}

/** How calls are answered by phone: the clinicians' desk as the center runs it. */
export interface PhoneDesk extends Sourced {
  /** Seconds one clinician is asked, before the next one is. */
  readonly offerSeconds: number;
  /** Seconds since the first clinician was asked until 988 is to take over, with the packet. */
  readonly to988Seconds: number;
  /** The response recommended when nobody takes the call, neither a clinician nor 988. */
  readonly fallback: string;
  /** Calls one clinician has at a time before no more are offered. */
  readonly capacity: number;
  /** Minutes a clinician writes up a call until calls are offered again. */
  readonly wrapUpMinutes: number;
  /** Seconds a dispatcher has to answer the proposal to send less. */
  readonly stepDownSeconds: number;
  /** Seconds a receiver has to accept a call, before it returns, raised. */
  readonly transferSeconds: number;
  /** Minutes within which a caller who was lost is called again. */
  readonly lostCallerMinutes: number;
  /** In the order in which they are shown. */
  readonly receivers: readonly Receiver[];
}

/** The phone desk of a policy; one written before 2026.5 says nothing of it and gets the plain one. */
export function phoneDeskOf(policy: Policy): PhoneDesk {
  return policy.phoneDesk ?? plainPhoneDesk(policy);
}

/** Calls that are to have been answered within a minute or two do not wait for figures to be written. */
function plainPhoneDesk({ responses, promises, medical }: Policy): PhoneDesk {
  const inPerson = new Set(responses.flatMap(({ id, byPhone }) => (byPhone ? [] : [id])));
  const instead = responses
    .filter(({ byPhone, teamTypes }) => byPhone && teamTypes.length > 0)
    .flatMap(({ fallbacks }) => fallbacks)
    .find((id) => inPerson.has(id));
  return {
    offerSeconds: 30,
    to988Seconds: Math.max(60, promises.clinicianMinutes * 60),
    fallback: instead ?? medical.response,
    capacity: 2,
    wrapUpMinutes: 5,
    stepDownSeconds: 120,
    transferSeconds: 90,
    lostCallerMinutes: 5,
    receivers: [
      {
        id: '988',
        label: '988 lifeline',
        kind: '988',
        dial: 'tel:988',
        acceptsPart2: false,
        source: SAID_BY_CODE,
        verify: true,
      },
    ],
    source: SAID_BY_CODE,
    verify: true,
  };
}

const SAID_BY_CODE = 'CareDesk, for a policy that says nothing of its phone desk';

/** Undefined when the policy in force no longer has it. */
export function findReceiver(policy: Policy, id: string): Receiver | undefined {
  return phoneDeskOf(policy).receivers.find((receiver) => receiver.id === id);
}
