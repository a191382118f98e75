import { PLACES, type KeyBinding } from './key-binding.ts';

const INCIDENT = ['incident', 'facts'] as const;

/** Keys of what words and type strings mean. */
export const CALL_TYPE_KEYS: readonly KeyBinding[] = [
  {
    id: 'flag.ask',
    keys: ['Shift+I'],
    label: 'Ask what the marked words speak of',
    group: 'Facts',
    places: INCIDENT,
  },
  {
    id: 'flag.set-aside',
    keys: ['Shift+E'],
    label: 'The marked words are about something else',
    group: 'Facts',
    places: INCIDENT,
  },
  {
    id: 'go.call-types',
    keys: ['g t'],
    label: 'Call types of other systems (supervisors and administrators)',
    group: 'Move',
    places: PLACES.filter((place) => !['sheet', 'veil', 'lock', 'alarm'].includes(place)),
    word: 'types',
  },
];
