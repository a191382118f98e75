import { PASSPHRASE } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { storeKeyTopics } from '#shared/contract/store-key-topics.ts';

const nothing = [{ extra: 1 }, [], 'text'];
const way = { by: 'passphrase', passphrase: 'a passphrase of the center' } as const;
const wrongWay = [
  { way: { by: 'paper' } },
  { way: { by: 'keystore', passphrase: 'a passphrase of the center' } },
  { way: { by: 'passphrase', passphrase: 'too short' } },
  { way: { by: 'passphrase', passphrase: 'aaaaaaaaaaaaaaaa' } },
];
const wrongGroups = [{ readBack: ['K7QF2'] }, { readBack: ['K7QF2', 7] }, { readBack: 'K7QF2' }];
const groups: string[] = ['K7QF2', '9XMT0'];

/** The window's rim carries them out: a desk is open already. */
export const STORE_KEY_EXAMPLES: Pick<Examples, keyof typeof storeKeyTopics> = {
  'store-key.first-offer': { as: null, good: () => ({}), bad: nothing, refusedHere: true },
  'store-key.encrypt-first': {
    as: null,
    good: () => ({ way, readBack: groups }),
    bad: [...wrongWay, ...wrongGroups],
    refusedHere: true,
  },
  'store-key.leave-plain': { as: null, good: () => ({}), bad: nothing, refusedHere: true },
  'store-key.print-recovery': { as: null, good: () => ({}), bad: nothing, refusedHere: true },
  'store-key.locked': { as: null, good: () => ({}), bad: nothing, refusedHere: true },
  'store-key.unlock': {
    as: null,
    good: () => ({ recoveryKey: 'K7QF2', newPassphrase: null }),
    bad: [{ recoveryKey: 7 }, { newPassphrase: 'too short' }, { recoveryKey: 'K'.repeat(81) }],
    refusedHere: true,
  },
  'store-key.standing': { as: 'Ada', good: () => ({}), bad: nothing, refusedHere: true },
  'store-key.offer': { as: 'Ada', good: () => ({}), bad: nothing, refusedHere: true },
  'store-key.encrypt': {
    as: 'Ada',
    good: () => ({ own: PASSPHRASE, way, readBack: groups }),
    bad: [...wrongWay, ...wrongGroups, { own: 7 }],
    refusedHere: true,
  },
  'store-key.change-way': {
    as: 'Ada',
    good: () => ({ own: PASSPHRASE, way }),
    bad: [...wrongWay, { own: null }],
    refusedHere: true,
  },
  'store-key.renew-recovery': {
    as: 'Ada',
    good: () => ({ own: PASSPHRASE, readBack: groups }),
    bad: [...wrongGroups, { own: 7 }],
    refusedHere: true,
  },
};
