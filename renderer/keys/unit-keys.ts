import type { KeyBinding } from './key-binding.ts';

const DISPATCH = ['queue', 'incident', 'facts', 'teams'] as const;

/** Keys of the teams board, and what is done with a unit from anywhere at the dispatcher's screen. */
export const UNIT_KEYS: readonly KeyBinding[] = [
  {
    id: 'teams.next',
    keys: ['j', 'ArrowDown'],
    label: 'Next team',
    group: 'Move',
    places: ['teams'],
  },
  {
    id: 'teams.previous',
    keys: ['k', 'ArrowUp'],
    label: 'Previous team',
    group: 'Move',
    places: ['teams'],
  },
  { id: 'assign', keys: ['a'], label: 'Assign a unit', group: 'Teams', places: DISPATCH },
  { id: 'status', keys: ['s'], label: 'Status of a unit', group: 'Teams', places: DISPATCH },
  {
    id: 'status.correct',
    keys: ['Shift+S'],
    label: 'Correct a wrong status of a unit',
    group: 'Teams',
    places: DISPATCH,
  },
  {
    id: 'undo',
    keys: ['Ctrl+Z'],
    label: 'Take back what you did last, within two minutes, while that is true',
    group: 'Window',
    places: [...DISPATCH, 'clinician'],
  },
];
