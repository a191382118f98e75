import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { importTopics } from '#shared/contract/import-topics.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';

/** Of an invented program's export. */
export const INVENTED_MAPPING: Mapping = {
  id: 'invented-program',
  title: 'Invented program',
  times: { formats: ['YYYY-MM-DD HH:mm'] },
  recordNumber: { column: 'No' },
  received: { column: 'Call' },
  type: { columns: ['Kind'] },
};

/** Sam brings a mapping file along: without a file of calls to try it on it is kept. */
export function mappingSaved(atWork: DeskAtWork, mapping: Mapping = INVENTED_MAPPING): string {
  atWork.do(atWork.as('Sam'), 'import.read-mapping', { text: JSON.stringify(mapping) });
  return mapping.id;
}

const nothing = [{ extra: 1 }, [], 'text'];
const noMapping = [{ mappingId: '' }, { mappingId: 7 }, { mappingId: 'x'.repeat(65) }];

/** What these act on is read from a file first, which takes longer than an answer. */
const beginning = { as: 'Sam', refusedHere: true } as const;

export const IMPORT_EXAMPLES: Pick<Examples, keyof typeof importTopics> = {
  'import.view': { as: 'Ada', good: () => ({}), bad: nothing },
  'import.choose': {
    as: 'Sam',
    good: () => ({ path: '/srv/exports/calls.csv' }),
    bad: [{ path: '' }, { path: null }, { path: 'x'.repeat(4097) }, { extra: 1 }],
  },
  'import.choose-waiting': {
    ...beginning,
    good: () => ({ waitingId: '1' }),
    bad: [{ waitingId: '' }, { waitingId: 1 }],
  },
  'import.put-away': { as: 'Sam', good: () => ({}), bad: nothing },
  'import.take-column': {
    ...beginning,
    good: () => ({ column: 'Call', use: 'received' as const }),
    bad: [{ column: null }, { column: 'x'.repeat(301) }, { use: 'id' }, { use: undefined }],
  },
  'import.use-mapping': {
    ...beginning,
    good: (atWork) => ({ mappingId: mappingSaved(atWork) }),
    bad: noMapping,
  },
  'import.read-mapping': {
    as: 'Ada',
    good: () => ({ text: JSON.stringify(INVENTED_MAPPING) }),
    bad: [{ text: '' }, { text: null }, { text: 'x'.repeat(1024 * 1024 + 1) }],
  },
  'import.save-mapping': {
    ...beginning,
    good: () => ({ name: 'Monthly export' }),
    bad: [{ name: ' ' }, { name: null }, { name: 'x'.repeat(121) }],
  },
  'import.remove-mapping': {
    as: 'Sam',
    good: (atWork) => ({ mappingId: mappingSaved(atWork) }),
    bad: noMapping,
  },
  'import.export-mapping': {
    as: 'Ada',
    good: (atWork) => ({ mappingId: mappingSaved(atWork) }),
    bad: noMapping,
  },
  'import.begin': {
    ...beginning,
    good: () => ({ hash: 'a'.repeat(64) }),
    bad: [{ hash: '' }, { hash: 'g'.repeat(64) }, { hash: null }],
  },
  'import.stop': {
    ...beginning,
    good: () => ({ importId: 'id-1' }),
    bad: [{ importId: '' }, { importId: 7 }],
  },
  'import.resume': {
    ...beginning,
    good: () => ({ importId: 'id-1' }),
    bad: [{ importId: '' }, { importId: null }, { importId: 'x'.repeat(65) }],
  },
  'import.left-out': {
    as: 'Ada',
    good: () => ({ importId: null, kind: 'rejected' as const, offset: 0 }),
    bad: [{ importId: '' }, { kind: 'taken' }, { offset: -1 }, { offset: 0.5 }, { extra: 1 }],
  },
};
