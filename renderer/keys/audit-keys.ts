import type { KeyBinding, Place } from './key-binding.ts';

function here(
  id: string,
  keys: readonly string[],
  label: string,
  group: KeyBinding['group'] = 'Administration',
): KeyBinding {
  return { id: `audit.${id}`, keys, label, group, places: ['audit'] };
}

const IN_THE_AUDIT: readonly KeyBinding[] = [
  here('next', ['j', 'ArrowDown'], 'Next entry, an older one', 'Move'),
  here('previous', ['k', 'ArrowUp'], 'The entry before, a newer one', 'Move'),
  here('page-down', ['PageDown'], 'Ten entries further down', 'Move'),
  here('page-up', ['PageUp'], 'Ten entries further up', 'Move'),
  here('first', ['Home'], 'The newest entry', 'Move'),
  here('open', ['Enter'], 'Open the incident of the entry'),
  here('by', ['b'], 'Filter: by whom'),
  here('group', ['w'], 'Filter: what'),
  here('number', ['n'], 'Filter: number of an incident or a call'),
  here('days', ['d'], 'Filter: days'),
  here('failed', ['x'], 'Filter: only what failed or was refused'),
  here('everything', ['0'], 'Filter: everything again'),
  here('again', ['r'], 'Look again'),
  here('check', ['v'], 'Check the chain now'),
  here('export', ['e'], 'Export what is shown, signed'),
  here('print-key', ['Shift+P'], 'Print the fingerprint exports are signed with'),
  here('renew-key', ['Shift+K'], 'A new signing key (two people)'),
];

/** With the way there, from wherever somebody works. */
export function auditKeys(working: readonly Place[]): readonly KeyBinding[] {
  const go = {
    id: 'go.audit',
    keys: ['g j'],
    label: 'Go to the audit (supervisors and administrators)',
    word: 'audit',
  } as const;
  return [{ ...go, group: 'Move', places: working }, ...IN_THE_AUDIT];
}
