import type { KeyBinding } from './key-binding.ts';

const DISPATCH = ['queue', 'incident', 'facts', 'teams'] as const;

/** Keys of the cautions. Two hands on purpose: nobody acknowledges by a slip of one finger. */
export const CAUTION_KEYS: readonly KeyBinding[] = [
  {
    id: 'caution.acknowledge',
    keys: ['Shift+A'],
    label: 'Acknowledge the cautions of this incident; Alt+Shift+A in the sheet that sends',
    group: 'Safety',
    places: [...DISPATCH, 'clinician', 'sheet'],
  },
  {
    id: 'caution',
    keys: ['Shift+C'],
    label: 'Cautions: record, attach by name, remove',
    group: 'Safety',
    places: [...DISPATCH, 'clinician'],
    word: 'caution',
  },
];
