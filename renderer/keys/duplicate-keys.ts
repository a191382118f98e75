import type { KeyBinding } from './key-binding.ts';

const DISPATCH = ['queue', 'incident', 'facts', 'teams'] as const;

/** The same thing told twice, from the queue, the incident and the sheet a call is typed into. */
export const DUPLICATE_KEYS: readonly KeyBinding[] = [
  {
    id: 'duplicates',
    keys: ['Shift+J'],
    label: 'Told twice: join a call, merge an incident, take them apart',
    group: 'Call',
    places: DISPATCH,
    word: 'same',
  },
  {
    id: 'duplicate.join',
    keys: ['Ctrl+J'],
    label: 'Join the call to what it is likely the same as',
    group: 'Call',
    places: [...DISPATCH, 'sheet'],
  },
  {
    id: 'duplicate.different',
    keys: ['Ctrl+D'],
    label: 'It is something else',
    group: 'Call',
    places: [...DISPATCH, 'sheet'],
  },
  {
    id: 'queue.unfold',
    keys: ['ArrowRight'],
    label: 'Show the calls that stand behind this one',
    group: 'Move',
    places: ['queue'],
  },
  {
    id: 'queue.fold',
    keys: ['ArrowLeft'],
    label: 'Put them away again',
    group: 'Move',
    places: ['queue'],
  },
];
