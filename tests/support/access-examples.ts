import { PASSPHRASE, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { accessTopics } from '#shared/contract/access-topics.ts';

/** Also once it is deactivated. */
function onTheo(atWork: DeskAtWork) {
  const { accounts } = atWork.do(atWork.as('Ada'), 'accounts.view', {});
  return { operatorId: accounts.find(({ name }) => name === 'Theo')!.operatorId };
}
const nobody = [{ operatorId: '' }, { operatorId: 7 }, { name: 'Theo' }];

export const ACCESS_EXAMPLES: Pick<Examples, keyof typeof accessTopics> = {
  'accounts.view': { as: 'Sam', good: () => ({}), bad: [{ role: 'admin' }, [], 'text'] },
  'operator.add': {
    as: 'Ada',
    good: () => ({ name: 'Nora', role: 'dispatcher', passphrase: PASSPHRASE }),
    bad: [
      { name: ' ' },
      { name: '\u200B\u2060' },
      { role: 'mayor' },
      { passphrase: 'short' },
      { operatorId: 'chosen' },
    ],
  },
  'operator.change-role': {
    as: 'Ada',
    good: (atWork) => ({ ...onTheo(atWork), role: 'call-taker' }),
    bad: [...nobody, { role: 'mayor' }],
  },
  'operator.reset-passphrase': {
    as: 'Ada',
    good: (atWork) => ({ ...onTheo(atWork), passphrase: 'another horse' }),
    bad: [...nobody, { passphrase: 'short' }],
  },
  'operator.unlock': { as: 'Sam', good: onTheo, bad: nobody },
  'operator.deactivate': {
    as: 'Ada',
    good: (atWork) => ({ ...onTheo(atWork), reason: 'Works elsewhere now.' }),
    bad: [...nobody, { reason: ' ' }],
  },
  'operator.reactivate': {
    as: 'Ada',
    good: (atWork) => {
      const reason = 'On leave.';
      atWork.do(atWork.as('Ada'), 'operator.deactivate', { ...onTheo(atWork), reason });
      return onTheo(atWork);
    },
    bad: nobody,
  },
  'console.lock': { as: 'Dana', good: () => ({}), bad: [{ why: 'idle' }, [], 'text'] },
  'console.unlock': {
    as: 'Dana',
    good: () => ({ passphrase: PASSPHRASE }),
    bad: [{ passphrase: 7 }, { operatorId: 'somebody' }],
  },
  'access.set': {
    as: 'Ada',
    good: () => ({ autoLockMinutes: 5 }),
    bad: [{ autoLockMinutes: 0 }, { autoLockMinutes: 31 }, { autoLockMinutes: 2.5 }],
  },
  'operator.change-passphrase': {
    as: 'Pat',
    good: () => ({ current: PASSPHRASE, passphrase: 'another horse' }),
    bad: [{ current: 7 }, { passphrase: 'short' }, { operatorId: 'somebody' }],
  },
};
