import type { DeskCore } from '../desk-core.ts';
import { accessOf } from '#db/board/access-projection.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { AccountAccess } from '#shared/roster/account-access.ts';
import { isLastAdmin } from '#shared/roster/decide-account.ts';
import {
  daysAway,
  failure,
  isLockedOut,
  letsInAgain,
  lockedOutWords,
  NAMELESS,
} from '#shared/roster/lock-out.ts';
import { DESK_OPERATOR, type Operator } from '#shared/roster/operator.ts';
import type { Proving } from '#shared/roster/operator-events.ts';
import { may } from '#shared/roster/permission.ts';

/** What failed, said the same whether the name exists or not. */
const WRONG = refuse(
  'wrong-passphrase',
  'That is not the passphrase of this account. Nothing was changed. Five wrong ones within 15 minutes lock it out.',
);

/**
 * Whether somebody is who they say, for every place that asks. A wrong one counts and is on the record, who is
 * locked out is not even judged, and who has been away too long is let in by an administrator only.
 * Never inside `commit`: a failure is written although what it was for is refused.
 */
export function prove(
  core: DeskCore,
  { operatorId, passphrase }: { readonly operatorId: string; readonly passphrase: string },
  by: OperatorId | null,
  proving: Proving,
): Operator | Refusal {
  const account = core.operators.get(operatorId);
  if (core.options.mode === 'training')
    return account === undefined ? WRONG : account.active ? account : deactivated(account);
  const barred = account === undefined ? null : lockedOut(core, account);
  if (barred !== null) return barred;
  const matches = core.options.passphrases.matches(core.db, operatorId, passphrase);
  if (account === undefined || !matches) return failed(core, account, by ?? DESK_OPERATOR, proving);
  if (!account.active) return deactivated(account);
  const away = awayTooLong(core, account);
  if (away !== null) return away;
  // A hash that is made anew can wait for a disk that is full.
  core.troubles.during(() => core.options.passphrases.freshen(core.db, operatorId, passphrase));
  return account;
}

function lockedOut(core: DeskCore, account: Operator): Refusal | null {
  const access = accessOf(core.db, account.operatorId);
  if (!isLockedOut(access)) return lockedOutUnwritten(core, account, access);
  if (!letsInAgain(access, core.now().toISOString(), somebodyUnlocks(core, account)))
    return lockedOutWords(account.name);
  const { operatorId } = account;
  core.commit(DESK_OPERATOR, () => [{ type: 'operator.unlocked', operatorId, why: 'nobody-else' }]);
  return null;
}

/** By guesses that could not be written: with those on record they are too many. */
function lockedOutUnwritten(
  core: DeskCore,
  { operatorId, name }: Operator,
  access: AccountAccess | null,
): Refusal | null {
  // What is written again counts from the record.
  if (!core.troubles.writingFails) core.options.passphrases.unwritten.forget();
  const tooMany = core.options.passphrases.unwritten.areTooMany(
    operatorId,
    access?.failures ?? [],
    core.now(),
  );
  return tooMany ? lockedOutWords(name) : null;
}

/** Whether somebody but them could let them in. */
function somebodyUnlocks(core: DeskCore, account: Operator): boolean {
  return [...core.operators.values()].some(
    (each) =>
      each.operatorId !== account.operatorId &&
      each.active &&
      may(each.role, 'unlock-accounts') &&
      !isLockedOut(accessOf(core.db, each.operatorId)),
  );
}

function failed(
  core: DeskCore,
  account: Operator | undefined,
  by: OperatorId,
  proving: Proving,
): Refusal {
  // Before the set-up there is no account, and no record to write it on.
  if (core.center === null) return WRONG;
  const operatorId = account?.operatorId ?? NAMELESS;
  const at = core.now().toISOString();
  const events = () => {
    const access = account === undefined ? null : accessOf(core.db, account.operatorId);
    return failure(operatorId, access, at, proving);
  };
  const found = events();
  // Those that could not be written down are on record once they can, and count meanwhile.
  if (core.owed.record(by, events) === null)
    core.options.passphrases.unwritten.add(operatorId, core.now());
  const out = found.some(({ type }) => type === 'operator.locked-out');
  return out && account !== undefined ? lockedOutWords(account.name) : WRONG;
}

function awayTooLong(core: DeskCore, account: Operator): Refusal | null {
  const { operatorId, name } = account;
  // By a clock that is known to be wrong nobody was away.
  if (core.troubles.clock.isOff) return null;
  const days = daysAway(accessOf(core.db, operatorId), core.now().toISOString());
  if (days === null || isLastAdmin(account, [...core.operators.values()])) return null;
  const reason = `Nobody signed on with it for ${days} days.`;
  core.commit(DESK_OPERATOR, () => [{ type: 'operator.deactivated', operatorId, reason }]);
  return refuse(
    'inactive',
    `The account of ${name} was not used for ${days} days and is deactivated. An administrator takes it up again (g y).`,
  );
}

function deactivated({ name }: Operator): Refusal {
  return refuse(
    'deactivated',
    `The account of ${name} was deactivated. An administrator takes it up again (g y).`,
  );
}
