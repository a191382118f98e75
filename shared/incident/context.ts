import type { OperatorId } from '../lib/brand.ts';
import type { Policy } from '../policy/policy.ts';
import type { LocalMoment } from '../unit/availability.ts';

/** What a decision may lean on besides the incident: who, when, and the policy in force. */
export interface DecideContext {
  readonly by: OperatorId;
  /** ISO instant. */
  readonly now: string;
  /** The same moment on the center's wall clock: hours and periods of teams are read in it. */
  readonly local: LocalMoment;
  readonly policy: Policy;
  readonly policyHash: string;
}
