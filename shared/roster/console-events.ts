import type { OperatorId } from '../lib/brand.ts';

/** Why a console locked: by hand, because nobody touched it, or with the computer. */
export type LockReason = 'asked' | 'idle' | 'system';

/** What happens to a console with somebody signed on, and what the center wants of all of them. */
export type ConsoleEvent =
  | {
      readonly type: 'console.locked';
      readonly operatorId: OperatorId;
      readonly why: LockReason;
    }
  | { readonly type: 'console.unlocked'; readonly operatorId: OperatorId }
  | { readonly type: 'access.set'; readonly autoLockMinutes: number };

/** After so many minutes without a key or a hand on the mouse a console locks itself. */
export const AUTO_LOCK_MINUTES = { usual: 10, most: 30 } as const;
