import type { AccountAccess } from './account-access.ts';
import type { OperatorEvent, Proving } from './operator-events.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** So many wrong ones within the time lock an account out. */
export const WRONG_AT_MOST = 5;
export const WITHIN_MS = 15 * 60_000;
/** So many in a row, whatever the clock says: it may have been set. */
export const IN_A_ROW_AT_MOST = 10;
/** Days without signing on after which an account is not used any more. */
export const AWAY_DAYS = 30;

const DAY_MS = 86_400_000;

/** Who tried a name that no account has. */
export const NAMELESS = 'unknown' as OperatorId;

/** What is written when a passphrase was wrong. */
export function failure(
  operatorId: OperatorId,
  access: AccountAccess | null,
  at: string,
  proving: Proving,
): OperatorEvent[] {
  const failed = { type: 'operator.sign-on-failed', operatorId, proving } as const;
  if (access === null) return [failed];
  // A clock that was set back makes none of them older.
  const recent = access.failures.filter((each) => Date.parse(at) - Date.parse(each) < WITHIN_MS);
  const wrong = recent.length + 1;
  if (wrong < WRONG_AT_MOST && access.inARow + 1 < IN_A_ROW_AT_MOST) return [failed];
  return [failed, { type: 'operator.locked-out', operatorId, wrong }];
}

export function isLockedOut(access: AccountAccess | null): access is AccountAccess & {
  readonly lockedOutAt: string;
} {
  return access !== null && access.lockedOutAt !== null;
}

/**
 * A lock-out ends when somebody ends it. Only where nobody is left who could, it ends with the time it
 * guards: a center is never shut out of itself for good.
 */
export function letsInAgain(
  { lockedOutAt }: { readonly lockedOutAt: string },
  now: string,
  somebodyUnlocks: boolean,
): boolean {
  return !somebodyUnlocks && Date.parse(now) - Date.parse(lockedOutAt) >= WITHIN_MS;
}

export function lockedOutWords(name: string): Refusal {
  return refuse(
    'locked-out',
    `The account of ${name} is locked out after too many wrong passphrases. A supervisor or an administrator lets it in again: g y, then u.`,
  );
}

/** Lets somebody in again; never oneself, or an unattended console would do it. */
export function unlockAccount(
  account: { readonly operatorId: OperatorId; readonly name: string } | undefined,
  access: AccountAccess | null,
  by: OperatorId,
): OperatorEvent[] | Refusal {
  if (account === undefined)
    return refuse('unknown-operator', 'This account does not exist. Nothing was changed.');
  if (!isLockedOut(access)) return [];
  if (account.operatorId === by)
    return refuse(
      'own-account',
      'Nobody lets their own account in again. Another supervisor or an administrator does it. Nothing was changed.',
    );
  return [{ type: 'operator.unlocked', operatorId: account.operatorId, why: 'asked' }];
}

/** Since when nobody has proved to be them, in whole days; null while that is not too long. */
export function daysAway(access: AccountAccess | null, now: string): number | null {
  if (access === null) return null;
  const last = Math.max(Date.parse(access.since), Date.parse(access.provedAt ?? access.since));
  const days = Math.floor((Date.parse(now) - last) / DAY_MS);
  return days > AWAY_DAYS ? days : null;
}
