import type { KeyBinding } from './key-binding.ts';

function here(id: string, keys: readonly string[], label: string): KeyBinding {
  return { id, keys, label, group: 'Policy', places: ['policy'] };
}

const SECTION_NAMES = [
  'Rules',
  'Facts',
  'Responses',
  'Team types',
  'Call types',
  'Promises',
  'Status limits',
  'Phone desk',
  'Receivers of a transfer',
];

/** Keys of the policy workshop. Arrows move between the cells of a table; the table itself reads them. */
export const POLICY_KEYS: readonly KeyBinding[] = [
  here('policy.edit', ['Enter', 'F2'], 'Edit the cell; Esc leaves it'),
  here('policy.add', ['a'], 'Add a row below: a rule, a fact, a team'),
  here('policy.add-period', ['t'], 'A new period of this team, from tomorrow on'),
  here('policy.add-condition', ['c'], 'Add a condition to the rule'),
  here('policy.up', ['Shift+ArrowUp'], 'Move the row up, where order counts; Alt+↑ does the same'),
  here(
    'policy.down',
    ['Shift+ArrowDown'],
    'Move the row down, where order counts; Alt+↓ does the same',
  ),
  here('policy.to-gate', ['m'], 'Move the rule to another gate'),
  here('policy.remove', ['Delete', 'Backspace'], 'Remove the row; Ctrl+Z brings it back'),
  here('policy.undo', ['Ctrl+Z'], 'Undo'),
  here('policy.redo', ['Ctrl+Shift+Z'], 'Redo'),
  here('policy.what-if', ['w'], 'What if: past calls under this draft'),
  here('policy.publish', ['Ctrl+Enter'], 'Publish this draft'),
  here('policy.proposal', ['s'], 'The proposal that waits for a second supervisor'),
  here('policy.history', ['h'], 'Every policy so far'),
  here('policy.step-back', ['b'], 'Step back to the policy before'),
  ...SECTION_NAMES.map((name, at) => here(`policy.section-${at + 1}`, [String(at + 1)], name)),
];
