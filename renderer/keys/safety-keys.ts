import { PLACES, type KeyBinding } from './key-binding.ts';

/** Keys about the people in the units. */
export const SAFETY_KEYS: readonly KeyBinding[] = [
  {
    id: 'alarm.acknowledge',
    keys: ['Enter'],
    label: 'Duress: I have seen it',
    group: 'Safety',
    places: ['alarm'],
  },
  {
    id: 'alarm.seen',
    keys: ['Ctrl+B'],
    label: 'Back-up asked for: I have seen it',
    group: 'Safety',
    places: PLACES,
  },
  {
    id: 'check-in',
    keys: ['c'],
    label: 'The crew was heard: check-in',
    group: 'Safety',
    places: ['teams'],
  },
  {
    id: 'back-up',
    keys: ['Shift+B'],
    label: 'The crew asks for back-up',
    group: 'Safety',
    places: ['teams'],
  },
  {
    id: 'duress',
    keys: ['Shift+D'],
    label: 'The crew is in duress: free police go at once',
    group: 'Safety',
    places: ['teams'],
  },
];
