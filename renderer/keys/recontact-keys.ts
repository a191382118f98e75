import type { KeyBinding } from './key-binding.ts';

const DISPATCH = ['queue', 'incident', 'facts', 'teams'] as const;

/** What a caller who waits says when they are called again. Two hands on purpose: it is on the record. */
export const RECONTACT_KEYS: readonly KeyBinding[] = [
  {
    id: 'recontact.still-safe',
    keys: ['Shift+O'],
    label: 'Called the caller again: still safe',
    group: 'Call',
    places: DISPATCH,
    word: 'safe',
  },
  {
    id: 'recontact.worse',
    keys: ['Shift+W'],
    label: 'Called the caller again: worse, ask again and decide again',
    group: 'Call',
    places: DISPATCH,
    word: 'worse',
  },
  {
    id: 'recontact.no-answer',
    keys: ['Shift+X'],
    label: 'Called the caller again: no answer',
    group: 'Call',
    places: DISPATCH,
    word: 'no-answer',
  },
];
