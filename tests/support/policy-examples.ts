import { asWritten, inMinutes, proposed, published, slower } from './policy-at-work.ts';
import type { Examples } from './topic-examples.ts';

const noDocument = [{ document: null }, { document: [] }, { document: 'text' }, { policy: {} }];
const noHash = [{ hash: '' }, { hash: 'abc' }, { hash: 'g'.repeat(64) }, { hash: null }];
const noReason = [{ reason: ' ' }, { reason: null }, { reason: 'x'.repeat(301) }, { by: 'Sam' }];
const nothing = [{ extra: 1 }, [], 'text'];

/** A policy as it comes from the workshop's window. */
const written = () => asWritten(slower('next'));

export const POLICY_EXAMPLES = {
  'policy.workshop': { as: 'Sam', good: () => ({}), bad: nothing },
  'policy.examine': { as: 'Sam', good: () => ({ document: written() }), bad: noDocument },
  'policy.what-if': { as: 'Sam', good: () => ({ document: written() }), bad: noDocument },
  'policy.save-draft': { as: 'Sam', good: () => ({ document: written() }), bad: noDocument },
  'policy.discard-draft': { as: 'Sam', good: () => ({}), bad: nothing },
  'policy.propose': {
    as: 'Sam',
    good: (atWork) => ({
      document: written(),
      effectiveFrom: inMinutes(atWork, 60),
      note: 'The teams asked for it.',
    }),
    bad: [
      ...noDocument,
      { effectiveFrom: 'tomorrow' },
      { effectiveFrom: 7 },
      { note: ' ' },
      { note: 'x'.repeat(301) },
      { hash: 'x' },
    ],
  },
  'policy.approve': {
    as: 'Sam',
    good: (atWork) => ({ hash: proposed(atWork, slower('next')), secondPerson: null }),
    bad: [
      ...noHash,
      { secondPerson: 'Ruth' },
      { secondPerson: { operatorId: 'x' } },
      { effectiveFrom: null },
    ],
  },
  'policy.decline': {
    as: 'Sam',
    good: (atWork) => ({ hash: proposed(atWork, slower('next')), reason: 'Not now.' }),
    bad: [...noHash, ...noReason],
  },
  'policy.withdraw': {
    as: 'Sam',
    good: (atWork) => ({
      hash: published(atWork, slower('next'), inMinutes(atWork, 60)),
      reason: 'Not now.',
    }),
    bad: [...noHash, ...noReason],
  },
  'policy.roll-back': {
    as: 'Sam',
    good: (atWork) => ({ hash: published(atWork, slower('next')), reason: 'Too slow.' }),
    bad: [...noHash, ...noReason],
  },
} satisfies Partial<Examples>;
