import type { KeyBinding, Place } from './key-binding.ts';

function here(id: string, keys: readonly string[], label: string): KeyBinding {
  return { id, keys, label, group: 'Directory', places: ['directory'] };
}

function move(id: string, keys: readonly string[], label: string): KeyBinding {
  return { id, keys, label, group: 'Move', places: ['directory'] };
}

/** Keys of the directory. In its search field they are on Alt, and the arrows walk through what was found. */
const IN_THE_DIRECTORY: readonly KeyBinding[] = [
  move('directory.next', ['j', 'ArrowDown'], 'Next service'),
  move('directory.previous', ['k', 'ArrowUp'], 'Service before'),
  move('directory.page-down', ['PageDown'], 'Ten further down'),
  move('directory.page-up', ['PageUp'], 'Ten further up'),
  move('directory.first', ['Home'], 'Top of the list'),
  move('directory.open', ['Enter'], 'Read the service'),
  here('directory.find', ['f'], 'To the search field'),
  here('directory.open-now', ['o'], 'Only what is open now'),
  here('directory.has-room', ['h'], 'Only what has room'),
  here('directory.clear', ['0'], 'Clear the filters'),
  here('directory.dial', ['d'], 'Dial its first number'),
  here('directory.print', ['Shift+P'], 'Print the page for the person'),
  here('directory.capacity', ['r'], 'Note room there (supervisors and administrators)'),
  here('directory.verified', ['v'], 'Checked: the entry is right'),
  here('directory.closed', ['x'], 'Closed for now'),
  here('directory.import', ['i'], 'Import a directory, step back, export'),
];

/** With the way there, from wherever somebody works. */
export function directoryKeys(working: readonly Place[]): readonly KeyBinding[] {
  const go = {
    id: 'go.directory',
    keys: ['g d'],
    label: 'Go to the directory of services',
    word: 'directory',
  } as const;
  return [{ ...go, group: 'Move', places: working }, ...IN_THE_DIRECTORY];
}
