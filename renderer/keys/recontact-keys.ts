import type { KeyBinding } from './key-binding.ts';

const CALLING = ['queue', 'incident', 'facts', 'teams', 'clinician'] as const;

/** What a caller who waits says when they are called again. Two hands on purpose: it is on the record. */
export const RECONTACT_KEYS: readonly KeyBinding[] = [
  {
    id: 'recontact.still-safe',
    keys: ['Shift+O'],
    label: 'Called the caller again: still safe',
    group: 'Call',
    places: CALLING,
    word: 'safe',
  },
  {
    id: 'recontact.worse',
    keys: ['Shift+W'],
    label: 'Called the caller again: worse, ask again and decide again',
    group: 'Call',
    places: CALLING,
    word: 'worse',
  },
  {
    id: 'recontact.no-answer',
    keys: ['Shift+X'],
    label: 'Called the caller again: no answer',
    group: 'Call',
    places: CALLING,
    word: 'no-answer',
  },
];
