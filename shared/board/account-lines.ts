import type { OperatorId } from '../lib/brand.ts';
import type { Role } from '../roster/operator.ts';

/** One account as who keeps accounts sees it. */
export interface AccountLine {
  readonly operatorId: OperatorId;
  readonly name: string;
  readonly role: Role;
  /** `away`: not used for so long that the next sign-on is refused. */
  readonly state: 'active' | 'locked-out' | 'away' | 'deactivated';
  /** Null while nobody has signed on with it. */
  readonly signedOnAt: string | null;
  /** When it was made or taken up again. */
  readonly since: string;
  /** Since when too many wrong passphrases keep them out; null while they do not. */
  readonly lockedOutAt: string | null;
  /** When and why nobody signs on with it; null while it is active. */
  readonly deactivated: { readonly at: string; readonly reason: string } | null;
  /** At some console now. */
  readonly present: boolean;
}

export interface AccountsView {
  /** After how long without a touch a console locks itself. */
  readonly autoLockMinutes: number;
  /** By name. */
  readonly accounts: readonly AccountLine[];
}
