import { openedIncident, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { CautionId } from '#shared/lib/brand.ts';

/** A caution at the address of `openedIncident`, for ninety days from the start of the tests' clock. */
export function cautionHere(more: Partial<Input<'caution.record'>> = {}): Input<'caution.record'> {
  return {
    about: { kind: 'address', address: '4500 N Broadway, Uptown' },
    kind: 'animal',
    text: 'Large dog behind the door.',
    source: 'Crew of M1',
    expiresOn: '2026-06-01',
    ...more,
  };
}

/** Records it as the named person and answers with its id. */
export function recordedCaution(
  atWork: DeskAtWork,
  more: Partial<Input<'caution.record'>> = {},
  by = 'Dana',
): CautionId {
  return atWork.do(atWork.as(by), 'caution.record', cautionHere(more)).made as CautionId;
}

const aboutJordan = { kind: 'person', name: 'Jordan Example' } as const;

export const CAUTION_EXAMPLES = {
  'caution.record': {
    as: 'Pat',
    good: () => cautionHere(),
    bad: [
      { about: { kind: 'address', address: ' ' } },
      { about: { kind: 'person', address: '1 W Lawrence' } },
      { about: { kind: 'place', address: '1 W Lawrence' } },
      { kind: 'rumour' },
      { text: ' ' },
      { text: 'x'.repeat(301) },
      { source: '' },
      { expiresOn: 'in June' },
      { expiresOn: '2026-02-30' },
      { expiresOn: null },
      { recordedBy: 'Sam' },
    ],
  },
  'caution.remove': {
    as: 'Sam',
    good: (atWork) => ({ cautionId: recordedCaution(atWork), reason: 'The dog has died.' }),
    bad: [{ cautionId: '' }, { cautionId: 7 }, { reason: ' ' }, { reason: 'x'.repeat(301) }],
  },
  'caution.attach': {
    as: 'Cleo',
    good: (atWork) => {
      recordedCaution(atWork, { about: aboutJordan });
      return {
        incidentId: openedIncident(atWork, atWork.as('Dana')),
        name: aboutJordan.name,
      };
    },
    bad: [{ name: ' ' }, { name: null }, { incidentId: '' }, { cautionId: 'x' }],
  },
  'caution.acknowledge': {
    as: 'Dana',
    good: (atWork) => ({
      cautionIds: [recordedCaution(atWork)],
      incidentId: openedIncident(atWork, atWork.as('Dana')),
    }),
    bad: [
      { cautionIds: [] },
      { cautionIds: 'all' },
      { cautionIds: [''] },
      { cautionIds: Array(101).fill('c') },
      { incidentId: null },
      { by: 'Sam' },
    ],
  },
  'caution.all': { as: 'Sam', good: () => ({}), bad: [{ extra: 1 }, [], 'text'] },
} satisfies Partial<Examples>;
