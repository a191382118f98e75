import type { KeyBinding, Place } from './key-binding.ts';

function here(
  id: string,
  keys: readonly string[],
  label: string,
  group: 'Move' | 'Map',
): KeyBinding {
  return { id, keys, label, group, places: ['map'] };
}

/** Keys of the map: the list walks, the picture zooms and moves, a point is set in two steps. */
const ON_THE_MAP: readonly KeyBinding[] = [
  here('map.next', ['j', 'ArrowDown'], 'Next on the map', 'Move'),
  here('map.previous', ['k', 'ArrowUp'], 'Previous on the map', 'Move'),
  here('map.first', ['Home'], 'Top of the list', 'Move'),
  here('map.last', ['End'], 'End of the list', 'Move'),
  here('map.open', ['Enter'], 'Open the incident or unit; look closer at an area', 'Map'),
  here('map.closer', ['+', '='], 'Closer', 'Move'),
  here('map.further', ['-'], 'Further away', 'Move'),
  here('map.fit', ['f', '0'], 'All of it; again: the areas served', 'Move'),
  here('map.left', ['Shift+ArrowLeft', 'ArrowLeft'], 'Move the map to the west', 'Move'),
  here('map.right', ['Shift+ArrowRight', 'ArrowRight'], 'Move the map to the east', 'Move'),
  here('map.up', ['Shift+ArrowUp'], 'Move the map to the north', 'Move'),
  here('map.down', ['Shift+ArrowDown'], 'Move the map to the south', 'Move'),
  here('map.place', ['e'], 'Set the point of the incident or unit', 'Map'),
  here('map.keep-area', ['1'], 'The point lies in another area: keep the area that was set', 'Map'),
  here('map.take-area', ['2'], 'The point lies in another area: take that one', 'Map'),
  here('map.areas', ['i'], 'Maps of the areas: import, approve, step back', 'Map'),
];

/** With the way there, from wherever somebody works. */
export function mapKeys(working: readonly Place[]): readonly KeyBinding[] {
  const go = { id: 'go.map', keys: ['g m'], label: 'Go to the map', word: 'map' } as const;
  return [{ ...go, group: 'Move', places: working }, ...ON_THE_MAP];
}
