import type { OperatorId } from '../lib/brand.ts';
import type { ReceiverKind } from '../policy/phone-desk.ts';

/** Who a call is transferred to: a line of the policy, or another clinician of this center. */
export type TransferTarget = ReceiverKind | 'clinician';

/** A line outside this console, as the policy had it when the transfer began. */
export interface OutsideLine {
  readonly id: string;
  readonly label: string;
  /** `tel:` or `sip:`; null when it is reached in another way. */
  readonly dial: string | null;
}

export const CONSENT_VOICES = ['caller', 'person', 'guardian'] as const;
/** Who agreed or refused: the one who calls, the one it is about, or who decides for them. */
export type ConsentVoice = (typeof CONSENT_VOICES)[number];

/** Somebody said yes, or there was no time to ask. */
export type TransferConsent =
  { readonly given: 'said-yes'; readonly by: ConsentVoice } | { readonly given: 'emergency' };

export interface PreparedPacket {
  readonly preparedBy: OperatorId;
  readonly preparedAt: string;
}

/** A step that is over, and when it began. */
export interface PassedStep {
  readonly step: TransferStep;
  readonly since: string;
}

interface UnderWay {
  readonly to: TransferTarget;
  /** The clinician or dispatcher it is offered to; null for a line, and for all of dispatch. */
  readonly operatorId: OperatorId | null;
  readonly from: OperatorId;
  readonly line: OutsideLine | null;
  readonly startedAt: string;
  /** When the present step began. */
  readonly since: string;
  readonly passed: readonly PassedStep[];
}

interface Agreed {
  readonly consent: TransferConsent;
}

interface WithPacket extends Agreed {
  readonly packet: PreparedPacket;
}

/**
 * A transfer under way. Each step has what the ones before it brought, so that nobody is dialed without
 * consent and a packet, and nobody is introduced without a name.
 */
export type Transfer = UnderWay &
  (
    | { readonly step: 'offered' }
    | { readonly step: 'consent' }
    | ({ readonly step: 'packet' } & Agreed)
    | ({ readonly step: 'dialing' } & WithPacket)
    | ({ readonly step: 'three-way' | 'introduced' } & WithPacket & { readonly receiver: string })
  );

export type TransferStep = Transfer['step'];

/** What can be done while a transfer runs. */
export type TransferAct =
  | 'consent'
  | 'packet'
  | 'dial'
  | 'introduce'
  | 'accept'
  | 'drop-receiver'
  | 'drop-caller'
  | 'return';

export interface StepOfTransfer {
  /** As the stepper, the row and the timeline write it. */
  readonly label: string;
  /** Acts that are possible; what ends a transfer in order, such as police/EMS now, always is. */
  readonly allows: readonly TransferAct[];
  /** What has to be written down before the next step, as a refusal says it. */
  readonly first: string;
  /** Whether the receiver has been reached out to: one that comes back then has bounced. */
  readonly reachedOut: boolean;
  /** How many times the policy's `transferSeconds` it may take. */
  readonly times: 1 | 2;
}

const ANY_TIME = ['return', 'drop-caller'] as const;

/**
 * The steps of a warm transfer: what the screen, the refusals and the watch read. Whoever has the caller on the
 * line records them, except that inside the center the receiver accepts an offer at their own console.
 */
export const TRANSFER_STEPS: Readonly<Record<TransferStep, StepOfTransfer>> = {
  offered: {
    label: 'Offered',
    allows: ['accept', ...ANY_TIME],
    first: 'whoever it is offered to accepts it at their console',
    reachedOut: true,
    times: 1,
  },
  consent: {
    label: 'Consent',
    allows: ['consent', ...ANY_TIME],
    first: 'ask the caller, and write down who agreed',
    reachedOut: false,
    times: 1,
  },
  packet: {
    label: 'Packet',
    allows: ['packet', ...ANY_TIME],
    first: 'look at the packet, and say that it is ready',
    reachedOut: false,
    times: 2,
  },
  dialing: {
    label: 'Dialing',
    allows: ['dial', ...ANY_TIME],
    first: 'write down who answered',
    reachedOut: true,
    times: 1,
  },
  'three-way': {
    label: 'Three-way',
    allows: ['introduce', 'drop-receiver', ...ANY_TIME],
    first: 'introduce the caller to whoever answered',
    reachedOut: true,
    times: 1,
  },
  introduced: {
    label: 'Introduced',
    allows: ['accept', 'drop-receiver', ...ANY_TIME],
    first: 'wait for the receiver’s word, with the packet read back',
    reachedOut: true,
    times: 2,
  },
};

/** The way of a call to an outside line. What follows the last of them is the receiver's word. */
export const WARM_STEPS = ['consent', 'packet', 'dialing', 'three-way', 'introduced'] as const;

/** Inside the center nobody is dialed: the receiver accepts at their own console. */
export function isInside(to: TransferTarget): to is 'clinician' | 'dispatch' {
  return to === 'clinician' || to === 'dispatch';
}

/** A failed transfer or a line that dropped: the call is with its origin again, and stands at the top. */
export interface CameBack {
  readonly from: TransferTarget;
  /** Null when it was offered inside the center. */
  readonly line: string | null;
  /** Null when it is the line to the caller that dropped. */
  readonly why: string | null;
  readonly at: string;
}

/** The caller wants nobody else on the line. */
export interface ConsentRefused {
  readonly by: ConsentVoice;
  readonly at: string;
}

/** A team outside this board that took the caller over, and goes. */
export interface JoinedTeam {
  readonly label: string;
  /** Who of it accepted. */
  readonly receiver: string;
  readonly at: string;
}
