import type { OperatorId } from '../lib/brand.ts';
import type { Policy } from '../policy/policy.ts';

/** What a decision may lean on besides the incident: who, when, and the policy in force. */
export interface DecideContext {
  readonly by: OperatorId;
  /** ISO instant. */
  readonly now: string;
  readonly policy: Policy;
  readonly policyHash: string;
}
