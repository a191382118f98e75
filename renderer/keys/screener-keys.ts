import { PLACES, type KeyBinding } from './key-binding.ts';

const AT_THE_DESK = ['clinician'] as const;

/** Keys of the suicide screen. Yes, no and who said it have the keys they have for every question. */
export const SCREENER_KEYS: readonly KeyBinding[] = [
  {
    id: 'phone.screener',
    keys: ['c'],
    label: 'The suicide screen',
    group: 'Phone',
    places: AT_THE_DESK,
  },
  {
    id: 'screener.next-step',
    keys: ['Shift+Enter'],
    label: 'Suicide screen: begin it, finish it',
    group: 'Phone',
    places: AT_THE_DESK,
  },
  {
    id: 'screener.refused',
    keys: ['Shift+U'],
    label: 'Suicide screen: refused to answer',
    group: 'Facts',
    places: AT_THE_DESK,
  },
  {
    id: 'go.screener',
    keys: ['g n'],
    label: 'Wording of the suicide screen (supervisors and administrators)',
    group: 'Move',
    places: PLACES.filter((place) => !['sheet', 'veil', 'lock', 'alarm'].includes(place)),
    word: 'screener',
  },
];
