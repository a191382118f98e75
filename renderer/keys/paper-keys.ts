import { PLACES, type KeyBinding } from './key-binding.ts';
import { PACKET_KEYS } from './packet-keys.ts';

const WORKING = PLACES.filter((place) => !['sheet', 'veil', 'lock', 'alarm'].includes(place));

/** Keys for the rest of the room: the wall board, and what is on paper when nothing runs. */
export const PAPER_KEYS: readonly KeyBinding[] = [
  {
    id: 'kit',
    keys: ['g k'],
    label: 'The paper kit: print it, how its copy is kept',
    group: 'Window',
    places: WORKING,
    word: 'kit',
  },
  {
    id: 'back-entry',
    keys: ['g e'],
    label: 'Back-entry: cards that were worked on paper',
    group: 'Window',
    places: WORKING,
    word: 'back-entry',
  },
  {
    id: 'paper',
    keys: ['Ctrl+P'],
    label: 'Print the paper kit: board, open incidents, blank forms',
    group: 'Window',
    places: [...WORKING, 'sheet'],
    word: 'paper',
  },
  {
    id: 'wall',
    keys: ['g w'],
    label: 'Wall board: a second window for the room, without personal data',
    group: 'Window',
    places: WORKING,
    word: 'wall',
  },
  ...PACKET_KEYS,
];
