import type { KeyBinding } from './key-binding.ts';

function here(id: string, keys: readonly string[], label: string): KeyBinding {
  return { id, keys, label, group: 'Roster', places: ['roster'] };
}

function move(id: string, keys: readonly string[], label: string): KeyBinding {
  return { id, keys, label, group: 'Move', places: ['roster'] };
}

/** Keys of the roster: arrows walk over the picture, letters change what is marked. */
export const ROSTER_KEYS: readonly KeyBinding[] = [
  move('roster.below', ['j', 'ArrowDown'], 'The role or unit below'),
  move('roster.above', ['k', 'ArrowUp'], 'The role or unit above'),
  move('roster.right', ['ArrowRight'], 'The next shift or gap of the role'),
  move('roster.left', ['ArrowLeft'], 'The shift or gap before'),
  move('roster.later', [']', 'PageDown'], 'The day or week after'),
  move('roster.earlier', ['[', 'PageUp'], 'The day or week before'),
  move('roster.next-gap', ['f'], 'The next gap in a crew'),
  here('roster.today', ['t'], 'Today'),
  here('roster.span', ['w'], 'One day or seven'),
  here('roster.open', ['Enter'], 'Change the shift, fill the gap, open the unit'),
  here('roster.add', ['a'], 'Add a shift to the unit'),
  here('roster.call-off', ['x'], 'Called in sick: the person does not come'),
  here('roster.remove', ['Delete', 'Backspace'], 'Remove the shift'),
  here('roster.copy', ['c'], 'Copy these days forward'),
  here('roster.unit', ['u'], 'The unit: team, zone, off the roster'),
  here('roster.import', ['i'], 'Import a roster file'),
  here('roster.export', ['e'], 'Export these days as a file'),
];
