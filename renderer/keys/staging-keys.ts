import type { KeyBinding } from './key-binding.ts';

const DISPATCH = ['queue', 'incident', 'facts', 'teams'] as const;

/** Keys about who waits near a scene. With Shift: neither is done by a slip of one finger. */
export const STAGING_KEYS: readonly KeyBinding[] = [
  {
    id: 'stage',
    keys: ['Shift+H'],
    label: 'Let a unit wait until the scene is secure',
    group: 'Teams',
    places: DISPATCH,
  },
  {
    id: 'scene-secure',
    keys: ['Shift+G'],
    label: 'The scene is secure: who waits may go in',
    group: 'Teams',
    places: DISPATCH,
  },
];
