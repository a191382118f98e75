import type { KeyBinding, Place } from './key-binding.ts';

/** The ways from any screen to another: the two strokes, what the help says, the command-line word. */
const WAYS = [
  ['queue', 'g q', 'Go to the queue'],
  ['board', 'g b', 'Go to the teams board'],
  ['incident', 'g i', 'Go to the incident'],
  ['clinician', 'g c', 'Go to the clinician’s desk'],
  ['outcomes', 'g o', 'Go to outcomes'],
  ['policy', 'g p', 'Go to the policy workshop (supervisors)'],
  ['overrides', 'g r', 'Go to the override review (supervisors)'],
  ['people', 'g a', 'Go to the people known from earlier calls'],
  ['roster', 'g s', 'Go to the roster (supervisors and administrators)'],
] as const;

export function goKeys(working: readonly Place[]): readonly KeyBinding[] {
  return WAYS.map(([word, keys, label]) => {
    return { id: `go.${word}`, keys: [keys], label, group: 'Move', places: working, word };
  });
}
