import type { KeyBinding, Place } from './key-binding.ts';

/** The way to what addresses are looked up in. */
export function placeKeys(working: readonly Place[]): readonly KeyBinding[] {
  return [
    {
      id: 'go.places',
      keys: ['g z'],
      label: 'Place tables: streets, grid, common places (supervisors and administrators)',
      group: 'Move',
      places: working,
      word: 'places',
    },
  ];
}
