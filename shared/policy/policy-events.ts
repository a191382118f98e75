import type { Policy } from './policy.ts';

/** The whole document goes into the journal, so that every past decision can be derived again. */
export interface PolicyEvent {
  readonly type: 'policy.adopted';
  readonly hash: string;
  readonly policy: Policy;
}
