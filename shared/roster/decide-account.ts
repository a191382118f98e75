import type { Operator, Role } from './operator.ts';
import type { OperatorEvent } from './operator-events.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

export interface AccountContext {
  /** Everybody with an account. */
  readonly accounts: readonly Operator[];
  /** Who asks. */
  readonly by: OperatorId;
  /** What of theirs is open, in words; null when nothing is. */
  readonly owns: string | null;
}

/** “Dana” and “ DANA” are one name: sign-on shows names, and two alike would be taken for each other. What nobody sees is none of it. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').replace(/\p{C}/gu, '').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** The account that has a name already; null when nobody has. */
export function namesake(accounts: readonly Operator[], name: string): Operator | null {
  const folded = foldedName(name);
  return accounts.find((each) => foldedName(each.name) === folded) ?? null;
}

export function changeRole(
  account: Operator | undefined,
  role: Role,
  { accounts, owns }: AccountContext,
): OperatorEvent[] | Refusal {
  if (account === undefined) return UNKNOWN;
  const { operatorId, name, role: from } = account;
  if (from === role) return [];
  if (isLastAdmin(account, accounts)) return lastAdmin(name);
  if (owns !== null)
    return refuse(
      'still-owns',
      `${name} still owns ${owns}. Have it handed over first (g h at their console); the role stays ${from}.`,
    );
  return [{ type: 'operator.role-changed', operatorId, from, role }];
}

export function deactivate(
  account: Operator | undefined,
  reason: string,
  { accounts, by, owns }: AccountContext,
): OperatorEvent[] | Refusal {
  if (account === undefined) return UNKNOWN;
  const { operatorId, name } = account;
  if (!account.active) return [];
  if (isLastAdmin(account, accounts)) return lastAdmin(name);
  if (operatorId === by)
    return refuse(
      'own-account',
      'Nobody deactivates the account they are signed on with. Another administrator does it. Nothing was changed.',
    );
  if (owns !== null)
    return refuse(
      'still-owns',
      `${name} still owns ${owns}. Have it handed over or taken by somebody first (g h, Take); the account stays active.`,
    );
  return [{ type: 'operator.deactivated', operatorId, reason }];
}

/** Also who was away too long, before the next sign-on says so: they count from now. */
export function reactivate(account: Operator | undefined, away = false): OperatorEvent[] | Refusal {
  if (account === undefined) return UNKNOWN;
  return account.active && !away
    ? []
    : [{ type: 'operator.reactivated', operatorId: account.operatorId }];
}

/** Without an administrator nobody could make another one. */
export function isLastAdmin(account: Operator, accounts: readonly Operator[]): boolean {
  const others = accounts.filter((each) => each.operatorId !== account.operatorId);
  return (
    account.active &&
    account.role === 'admin' &&
    !others.some(({ role, active }) => role === 'admin' && active)
  );
}

function lastAdmin(name: string): Refusal {
  return refuse(
    'last-admin',
    `${name} is the only active administrator. Make another one first. Nothing was changed.`,
  );
}

const UNKNOWN = refuse('unknown-operator', 'This account does not exist. Nothing was changed.');
