import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { heldBy, owned } from '../hand-over/open-work.ts';
import { newAccount } from './new-account.ts';
import { prove } from './prove.ts';
import { accessOf } from '#db/board/access-projection.ts';
import { autoLockMinutes } from '#db/board/center-projection.ts';
import type { AccountLine } from '#shared/board/account-lines.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import {
  changeRole,
  deactivate,
  namesake,
  reactivate,
  type AccountContext,
} from '#shared/roster/decide-account.ts';
import { daysAway, isLockedOut, unlockAccount } from '#shared/roster/lock-out.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { passphraseFault } from '#shared/roster/passphrase.ts';

type AccountTopic =
  | 'accounts.view'
  | 'operator.add'
  | 'operator.change-role'
  | 'operator.reset-passphrase'
  | 'operator.unlock'
  | 'operator.deactivate'
  | 'operator.reactivate'
  | 'operator.change-passphrase';

/** Who has an account, and as what. */
export function accountAnswers(core: DeskCore): Answers<AccountTopic> {
  const accounts = () => [...core.operators.values()];
  const contextOf = (operatorId: OperatorId, session: Session): AccountContext => ({
    accounts: accounts(),
    by: operatorOf(session).operatorId,
    owns: openWorkOf(core, operatorId),
  });
  return {
    'accounts.view': () => ({
      autoLockMinutes: autoLockMinutes(core.db),
      accounts: accounts()
        .map((account) => lineOf(core, account))
        .sort((a, b) => a.name.localeCompare(b.name)),
    }),

    'operator.add': (account, session) => {
      const known = namesake(accounts(), account.name);
      if (known !== null)
        return refuse('name-twice', `There already is an account called “${known.name}”.`);
      const weak = weakness(core, account.name, account.passphrase);
      if (weak !== null) return weak;
      return done(
        core,
        core.commit(operatorOf(session).operatorId, () => [newAccount(core, account)]),
      );
    },

    'operator.change-role': ({ operatorId, role }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          changeRole(core.operators.get(operatorId), role, contextOf(operatorId, session)),
        ),
      ),

    'operator.reset-passphrase': ({ operatorId, passphrase }, session) => {
      const account = core.operators.get(operatorId);
      if (account === undefined)
        return refuse('unknown-operator', 'This account does not exist. Nothing was changed.');
      const weak = weakness(core, account.name, passphrase);
      if (weak !== null) return weak;
      return done(
        core,
        core.commit(operatorOf(session).operatorId, () => {
          core.options.passphrases.set(core.db, operatorId, passphrase);
          return [{ type: 'operator.passphrase-changed', operatorId, how: 'reset' }];
        }),
      );
    },

    'operator.unlock': ({ operatorId }, session) => {
      const by = operatorOf(session).operatorId;
      return done(
        core,
        core.commit(by, () =>
          unlockAccount(core.operators.get(operatorId), accessOf(core.db, operatorId), by),
        ),
      );
    },

    'operator.deactivate': ({ operatorId, reason }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          deactivate(core.operators.get(operatorId), reason, contextOf(operatorId, session)),
        ),
      ),

    'operator.reactivate': ({ operatorId }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          reactivate(core.operators.get(operatorId), isAway(core, operatorId)),
        ),
      ),

    'operator.change-passphrase': ({ current, passphrase }, session) => {
      const { operatorId, name } = operatorOf(session);
      const proved = prove(core, { operatorId, passphrase: current }, operatorId, 'own-passphrase');
      if (isRefusal(proved)) return proved;
      const weak = weakness(core, name, passphrase);
      if (weak !== null) return weak;
      return done(
        core,
        core.commit(operatorId, () => {
          core.options.passphrases.set(core.db, operatorId, passphrase);
          return [{ type: 'operator.passphrase-changed', operatorId, how: 'own' }];
        }),
      );
    },
  };
}

/** What is open and theirs, in words; null when nothing is. */
function openWorkOf(core: DeskCore, operatorId: OperatorId): string | null {
  const { incidents, contacts, onPhone } = heldBy(core.db, operatorId);
  const numbers = [...incidents, ...onPhone].map(({ number }) => number);
  return numbers.length === 0 && contacts.length === 0 ? null : owned(numbers, contacts.length);
}

/** Why a new passphrase is not taken; null when it is. */
function weakness(core: DeskCore, name: string, passphrase: string): Refusal | null {
  const fault = passphraseFault(passphrase, { name, center: core.center?.name ?? '' });
  return fault === null ? null : refuse('weak-passphrase', `${fault} Nothing was changed.`);
}

function isAway(core: DeskCore, operatorId: OperatorId): boolean {
  if (core.options.mode !== 'live') return false;
  return daysAway(accessOf(core.db, operatorId), core.now().toISOString()) !== null;
}

function lineOf(core: DeskCore, { operatorId, name, role, active }: Operator): AccountLine {
  const access = accessOf(core.db, operatorId);
  const now = core.now().toISOString();
  const away = isAway(core, operatorId);
  return {
    operatorId,
    name,
    role,
    state: !active ? 'deactivated' : isLockedOut(access) ? 'locked-out' : away ? 'away' : 'active',
    signedOnAt: access?.signedOnAt ?? null,
    since: access?.since ?? now,
    lockedOutAt: access?.lockedOutAt ?? null,
    deactivated: access?.deactivated ?? null,
    present: core.present.some(({ operator }) => operator.operatorId === operatorId),
  };
}
