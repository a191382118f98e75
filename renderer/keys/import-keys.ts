import type { KeyBinding, Place } from './key-binding.ts';

function here(id: string, keys: readonly string[], label: string): KeyBinding {
  return { id, keys, label, group: 'Import', places: ['import'] };
}

const IN_THE_IMPORT: readonly KeyBinding[] = [
  here('import.choose', ['i'], 'Choose a file of calls'),
  here('import.columns', ['c'], 'To the columns'),
  here('import.save-mapping', ['s'], 'Save what the columns mean'),
  here('import.begin', ['a'], 'Take the calls over'),
  here('import.stop', ['x'], 'Stop: what was taken stays'),
  here('import.resume', ['r'], 'Go on with the import that was cut short last'),
  here('import.put-away', ['Backspace'], 'Put the file away'),
];

/** With the way there, from wherever somebody works. */
export function importKeys(working: readonly Place[]): readonly KeyBinding[] {
  const go = {
    id: 'go.import',
    keys: ['g x'],
    label: 'Go to the import of earlier calls (supervisors and administrators)',
    word: 'import',
  } as const;
  return [{ ...go, group: 'Move', places: working }, ...IN_THE_IMPORT];
}
