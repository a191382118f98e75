import type { KeyBinding, Place } from './key-binding.ts';

/** Where calls of other systems come in. */
export function intakeKeys(working: readonly Place[]): readonly KeyBinding[] {
  return [
    {
      id: 'go.intake-lines',
      keys: ['g v'],
      label: 'Intake lines: calls of other systems (supervisors and administrators)',
      group: 'Move',
      places: working,
      word: 'arrivals',
    },
  ];
}
