import { beside } from './retention-examples.ts';
import type { Examples } from './topic-examples.ts';
import type { auditTopics } from '#shared/contract/audit-topics.ts';
import { NO_FILTER } from '#shared/audit/audit-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

const filtered = (filter: object) => ({ filter: { ...NO_FILTER, ...filter } });
const badFilters = [
  { filter: null },
  { filter: {} },
  filtered({ by: '' }),
  filtered({ by: 7 }),
  filtered({ group: 'gossip' }),
  filtered({ failedOnly: 'yes' }),
  filtered({ number: 0 }),
  filtered({ number: 1.5 }),
  filtered({ from: '2026-02-30' }),
  filtered({ from: 'yesterday' }),
  filtered({ from: '2026-03-04', to: '2026-03-03' }),
  filtered({ text: 'invented' }),
];

export const AUDIT_EXAMPLES: Pick<Examples, keyof typeof auditTopics> = {
  'audit.page': {
    as: 'Sam',
    good: (atWork) => ({
      filter: { ...NO_FILTER, by: atWork.idOf('Dana') as OperatorId, from: '2026-03-03' },
      before: null,
      lines: 50,
    }),
    bad: [...badFilters, { before: 0 }, { before: 'last' }, { lines: 0 }, { lines: 201 }],
  },
  'audit.entry': {
    as: 'Ada',
    good: () => ({ seq: 3 }),
    bad: [{ seq: 0 }, { seq: -1 }, { seq: 1.5 }, { seq: null }, { body: true }],
  },
  'audit.standing': { as: 'Ada', good: () => ({}), bad: [{ extra: 1 }, [], 'text'] },
  'audit.check': { as: 'Sam', good: () => ({}), bad: [{ extra: 1 }, [], 'text'] },
  'audit.export': {
    as: 'Sam',
    good: () => ({ filter: NO_FILTER }),
    bad: badFilters,
    refusedHere: true,
  },
  'audit.renew-key': {
    as: 'Sam',
    good: (atWork) => ({ secondPerson: beside(atWork, 'Ada') }),
    bad: [
      { secondPerson: null },
      { secondPerson: {} },
      { secondPerson: { operatorId: 7, passphrase: 'x' } },
      { extra: 1 },
    ],
  },
  'audit.print-key': {
    as: 'Ada',
    good: () => ({}),
    bad: [{ extra: 1 }, [], 'text'],
    refusedHere: true,
  },
};
