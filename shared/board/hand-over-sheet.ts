import type { PolicyMark } from './board-rows.ts';
import type { ContactLine } from './contact-lines.ts';
import type { HandOverState, SignedLine } from '../hand-over/hand-over.ts';
import type { HandOverId, IncidentId, OperatorId, UnitId } from '../lib/brand.ts';
import type { Role } from '../roster/operator.ts';
import type { Level } from '../routing/level.ts';
import type { SafetyState } from '../unit/safety.ts';

/** A hand-over on every board: who gives to whom, and whether it came back. Nothing that was said in it. */
export interface HandOverRow {
  readonly handOverId: HandOverId;
  readonly from: OperatorId;
  readonly fromName: string;
  readonly to: OperatorId;
  readonly toName: string;
  readonly offeredAt: string;
  readonly answerBy: string;
  /** Why it came back; null while it waits for an answer. */
  readonly cameBack: string | null;
}

/** Somebody signed off and still owns open work. Gone when others have taken it, or they are back. */
export interface LeftHolding {
  readonly operatorId: OperatorId;
  readonly name: string;
  readonly at: string;
  readonly incidents: readonly { readonly incidentId: IncidentId; readonly number: number }[];
  readonly contacts: number;
}

export interface ShiftRows {
  readonly handOvers: readonly HandOverRow[];
  readonly left: readonly LeftHolding[];
}

export interface HandOverIncident extends SignedLine {
  readonly incidentId: IncidentId;
  readonly number: number;
  readonly openedAt: string;
  readonly level: Level;
  readonly phase: string;
  readonly callType: string;
  readonly address: string;
  readonly area: string | null;
  readonly ownerName: string;
  readonly why: string;
  readonly attention: string | null;
  readonly hold: {
    readonly from: string;
    readonly until: string;
    readonly reason: string;
    readonly expired: boolean;
  } | null;
  readonly units: readonly string[];
  /** Those that count now and everybody who reads this sheet may read. */
  readonly cautions: readonly string[];
}

export interface HandOverUnit {
  readonly unitId: UnitId;
  readonly team: string;
  readonly status: string;
  readonly since: string;
  readonly incidentNumber: number | null;
  /** Why it cannot be sent; null when it can. */
  readonly gap: string | null;
}

/** Everything the oncoming person reads before they accept, made in main at one moment. */
export interface ShiftSheet {
  readonly madeAt: string;
  readonly of: { readonly operatorId: OperatorId; readonly name: string; readonly role: Role };
  /** The offer this sheet belongs to; null before it is offered. */
  readonly offer: (HandOverRow & { readonly remark: string | null }) | null;
  /** Goes to the oncoming person. */
  readonly incidents: readonly HandOverIncident[];
  readonly contacts: readonly (SignedLine & { readonly line: ContactLine })[];
  /** Stays with others; the highest level first, as many as are listed. */
  readonly others: readonly HandOverIncident[];
  readonly othersOpen: number;
  /** Promised by others and waiting for a call now. */
  readonly dueElsewhere: readonly ContactLine[];
  readonly alarms: readonly (SignedLine & {
    readonly unitId: UnitId;
    readonly state: SafetyState;
    readonly since: string;
  })[];
  readonly short: readonly HandOverUnit[];
  readonly out: readonly HandOverUnit[];
  readonly waiting: {
    readonly calls: number;
    readonly oldest: string | null;
    readonly clinician: number;
    readonly transfers: number;
  };
  readonly policy: PolicyMark;
  /** Every line that is signed for. Sent back with the acceptance. */
  readonly signed: readonly SignedLine[];
}

/** One line of the supervisor's record. */
export interface PastHandOver {
  readonly id: string;
  readonly fromName: string;
  /** Null when somebody signed off without handing over. */
  readonly toName: string | null;
  readonly at: string;
  readonly state: HandOverState['is'] | 'left';
  readonly why: string | null;
  readonly remark: string | null;
  readonly incidents: number;
  readonly contacts: number;
  readonly policyVersion: string | null;
}
