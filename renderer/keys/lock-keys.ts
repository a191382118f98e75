import { PLACES, type KeyBinding } from './key-binding.ts';

/** Leaving a console without leaving the work: from every screen, in a text field and under the veil too. */
export const LOCK_KEYS: readonly KeyBinding[] = [
  {
    id: 'lock',
    keys: ['Ctrl+Shift+L'],
    label: 'Lock the console: the passphrase opens it again',
    group: 'Window',
    places: PLACES.filter((place) => place !== 'lock'),
    word: 'lock',
  },
  {
    id: 'switch-person',
    keys: ['Ctrl+Shift+U'],
    label: 'Somebody else takes over here: a letter of the name, Enter, their passphrase',
    group: 'Window',
    places: PLACES,
    word: 'switch',
  },
];
