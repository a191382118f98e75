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
    id: 'unit.undo',
    keys: ['Ctrl+Z'],
    label: 'Take back your last status change, within two minutes',
    group: 'Teams',
    places: DISPATCH,
  },
];
