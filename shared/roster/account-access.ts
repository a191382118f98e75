import type { ConsoleEvent } from './console-events.ts';
import type { OperatorEvent } from './operator-events.ts';

/** What an account hears of. */
export type AccountEvent = OperatorEvent | Extract<ConsoleEvent, { type: 'console.unlocked' }>;

/** As many as count towards a lock-out. */
const FAILURES_KEPT = 5;

/** How an account stands to signing on. Beside the operator, because nobody but who keeps accounts reads it. */
export interface AccountAccess {
  /** When it was made, or taken up again: who never signed on counts from there. */
  readonly since: string;
  readonly signedOnAt: string | null;
  /** The latest moment somebody proved to be them: by signing on, or by unlocking a console. */
  readonly provedAt: string | null;
  /** When the last passphrases were wrong; a right one takes none of them away. */
  readonly failures: readonly string[];
  /** How many were wrong since one was right. */
  readonly inARow: number;
  /** Null unless somebody has to let them in again. */
  readonly lockedOutAt: string | null;
  readonly deactivated: { readonly at: string; readonly reason: string } | null;
}

const LET_IN = { failures: [], inARow: 0, lockedOutAt: null } as const;

export function evolveAccess(
  access: AccountAccess | null,
  event: AccountEvent,
  at: string,
): AccountAccess | null {
  if (event.type === 'operator.added')
    return { ...LET_IN, since: at, signedOnAt: null, provedAt: null, deactivated: null };
  if (access === null) return null;
  switch (event.type) {
    case 'operator.signed-on':
      return { ...access, signedOnAt: at, provedAt: later(access.provedAt, at), inARow: 0 };
    case 'console.unlocked':
      return { ...access, provedAt: later(access.provedAt, at), inARow: 0 };
    case 'operator.deactivated':
      return { ...access, deactivated: { at, reason: event.reason } };
    case 'operator.reactivated':
      return { ...access, since: at, deactivated: null };
    case 'operator.sign-on-failed':
      return {
        ...access,
        failures: [...access.failures, at].slice(-FAILURES_KEPT),
        inARow: access.inARow + 1,
      };
    case 'operator.locked-out':
      return { ...access, lockedOutAt: at };
    case 'operator.unlocked':
      return { ...access, ...LET_IN };
    default:
      return access;
  }
}

/** A clock that fell back for a day makes nobody look away for years. */
function later(known: string | null, at: string): string {
  return known !== null && Date.parse(known) > Date.parse(at) ? known : at;
}
