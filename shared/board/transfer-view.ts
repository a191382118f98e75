import type { OperatorId } from '../lib/brand.ts';
import type { Packet988 } from '../phone/from-988.ts';
import type { CameBack, ConsentRefused, JoinedTeam, TransferTarget } from '../phone/transfer.ts';
import type { TransferLimit } from '../phone/transfer-limit.ts';
import type { DialResult } from '../phone/transfer-events.ts';

/** Somebody a call can be offered to, with why it cannot be just now. */
export interface ReceiverChoice {
  readonly to: TransferTarget;
  /** The line of the policy; null inside the center. */
  readonly line: string | null;
  readonly operatorId: OperatorId | null;
  readonly label: string;
  readonly detail: string;
  /** As it is dialed by hand; null when the policy has no number. */
  readonly number: string | null;
  /** Null when it is possible. */
  readonly notNow: string | null;
}

/** One number that was dialed, for a transfer or not. */
export interface DialLine {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly number: string;
  readonly result: DialResult;
  readonly answeredBy: string | null;
}

/** What 988 handed over, to be read back, and what it heard of the outcome. */
export interface From988View {
  readonly packet: Packet988;
  readonly told: readonly {
    readonly whom: string;
    readonly said: string;
    readonly at: string;
    readonly by: string;
  }[];
}

/** How the transfers of an incident stand, beside the one that `phone` says is under way. */
export interface TransfersView {
  /** As the queue row says it; null while none is under way. */
  readonly standing: string | null;
  /** Until when the present step may last. */
  readonly limit: TransferLimit | null;
  /** What the center's phone is given to dial the receiver; null without a number. */
  readonly number: string | null;
  readonly cameBack: (CameBack & { readonly by: string }) | null;
  readonly consentRefused: ConsentRefused | null;
  readonly joined: readonly JoinedTeam[];
  /** Empty for everybody but a clinician. */
  readonly receivers: readonly ReceiverChoice[];
  /** The last one last. */
  readonly dialed: readonly DialLine[];
}
