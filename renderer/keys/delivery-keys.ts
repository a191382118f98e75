import type { KeyBinding } from './key-binding.ts';

const LOOKING = ['queue', 'incident', 'facts', 'teams', 'clinician'] as const;

/** What the center that handed an incident over says otherwise. Two hands on purpose: it changes the record. */
export const DELIVERY_KEYS: readonly KeyBinding[] = [
  {
    id: 'sent.take-over',
    keys: ['Shift+Q'],
    label: 'Take over what the sender says otherwise',
    group: 'Call',
    places: LOOKING,
  },
  {
    id: 'sent.keep-ours',
    keys: ['Shift+Z'],
    label: 'Keep ours, and not what the sender says otherwise',
    group: 'Call',
    places: LOOKING,
  },
];
