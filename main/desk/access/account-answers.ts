import { done, type Answers } from '../answer.ts';
import { provesToBe } from '../center-answers.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { heldBy, owned } from '../hand-over/open-work.ts';
import { newAccount } from './new-account.ts';
import { accessOf } from '#db/board/access-projection.ts';
import { setPassphrase } from '#db/settings/credentials.ts';
import type { AccountLine } from '#shared/board/account-lines.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { refuse } from '#shared/lib/refusal.ts';
import {
  changeRole,
  deactivate,
  namesake,
  reactivate,
  type AccountContext,
} from '#shared/roster/decide-account.ts';
import type { Operator } from '#shared/roster/operator.ts';

type AccountTopic =
  | 'accounts.view'
  | 'operator.add'
  | 'operator.change-role'
  | 'operator.reset-passphrase'
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
      accounts: accounts()
        .map((account) => lineOf(core, account))
        .sort((a, b) => a.name.localeCompare(b.name)),
    }),

    'operator.add': (account, session) => {
      const known = namesake(accounts(), account.name);
      if (known !== null)
        return refuse('name-twice', `There already is an account called “${known.name}”.`);
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

    'operator.reset-passphrase': ({ operatorId, passphrase }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () => {
          if (!core.operators.has(operatorId))
            return refuse('unknown-operator', 'This account does not exist. Nothing was changed.');
          setPassphrase(core.db, operatorId, passphrase);
          return [{ type: 'operator.passphrase-changed', operatorId, how: 'reset' }];
        }),
      ),

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
          reactivate(core.operators.get(operatorId)),
        ),
      ),

    'operator.change-passphrase': ({ current, passphrase }, session) => {
      const { operatorId } = operatorOf(session);
      if (!provesToBe(core, operatorId, current))
        return refuse(
          'wrong-passphrase',
          'The first one is not your passphrase of now. It was not changed.',
        );
      return done(
        core,
        core.commit(operatorId, () => {
          setPassphrase(core.db, operatorId, passphrase);
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

function lineOf(core: DeskCore, { operatorId, name, role, active }: Operator): AccountLine {
  const access = accessOf(core.db, operatorId);
  return {
    operatorId,
    name,
    role,
    state: active ? 'active' : 'deactivated',
    signedOnAt: access?.signedOnAt ?? null,
    since: access?.since ?? core.now().toISOString(),
    deactivated: access?.deactivated ?? null,
    present: core.present.some(({ operator }) => operator.operatorId === operatorId),
  };
}
