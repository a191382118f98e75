import type { KeyBinding } from './key-binding.ts';

/** The shift changes hands, from any screen. */
export const HAND_OVER_KEYS: readonly KeyBinding[] = [
  {
    id: 'go.hand-over',
    keys: ['g h'],
    label: 'Hand-over: give your open work to the next person, or take it',
    group: 'Move',
    places: ['queue', 'incident', 'facts', 'teams', 'clinician', 'outcomes', 'policy', 'overrides'],
    word: 'handover',
  },
];
