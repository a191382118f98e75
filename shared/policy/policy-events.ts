import type { Policy } from './policy.ts';
import type { OperatorId } from '../lib/brand.ts';

/** How a policy changes: proposed by one supervisor, approved by another, in force at a stated time. */
export type PolicyEvent =
  /**
   * A policy goes live at `effectiveFrom`. The whole document goes into the journal, so that every past
   * decision can be derived again. Without a proposal it came with the set-up or is a step back.
   */
  | {
      readonly type: 'policy.adopted';
      readonly hash: string;
      readonly policy: Policy;
      /** ISO instant; in force from then on, until a later one is. */
      readonly effectiveFrom: string;
      readonly how: 'shipped' | 'published' | 'rolled-back';
      readonly proposedBy: OperatorId | null;
      readonly approvedBy: OperatorId | null;
      readonly reason: string;
    }
  | {
      readonly type: 'policy.proposed';
      readonly hash: string;
      readonly policy: Policy;
      /** ISO instant; null means from the approval on. */
      readonly effectiveFrom: string | null;
      readonly note: string;
      /** Hash of the policy it was written against. */
      readonly basedOn: string;
    }
  /** The second supervisor says no, or the author takes it back. */
  | { readonly type: 'policy.declined'; readonly hash: string; readonly reason: string }
  /** A published policy whose time had not come is called off. */
  | { readonly type: 'policy.withdrawn'; readonly hash: string; readonly reason: string };
