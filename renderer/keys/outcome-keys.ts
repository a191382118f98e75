import type { KeyBinding } from './key-binding.ts';

function here(id: string, keys: readonly string[], label: string): KeyBinding {
  return { id, keys, label, group: 'Outcomes', places: ['outcomes'] };
}

const VIEWS = [
  'Funnel',
  'Times and safety',
  'Repeat calls',
  'Cost',
  'Linkage and go-to',
  'Not served',
  'What-if',
] as const;

/** Keys of the outcomes: digits turn to a view, letters choose what is counted. */
export const OUTCOME_KEYS: readonly KeyBinding[] = [
  ...VIEWS.map((label, at): KeyBinding => {
    return { ...here(`outcomes.view-${at + 1}`, [String(at + 1)], label), turnsPage: true };
  }),
  here('outcomes.count', ['a'], 'Count again'),
  here('outcomes.csv', ['e'], 'The figures as a table for a spreadsheet (CSV)'),
  here('outcomes.report', ['r'], 'The figures as a report (PDF)'),
  here('outcomes.period', ['d'], 'Choose the days that are counted'),
  here('outcomes.play', ['y'], 'Play a year of the plan (What-if)'),
];
