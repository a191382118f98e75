import type { Example } from './topic-examples.ts';

const period = { from: '2026-03-01', to: '2026-03-31' };
const asked = { period, figure: 'capture', side: 'numerator', cell: null, page: 0 } as const;

export const outcomeFigureExamples: {
  readonly [T in 'outcomes.figures' | 'outcomes.calls']: Example<T>;
} = {
  'outcomes.figures': {
    as: 'Sam',
    good: () => ({ period }),
    bad: [
      { period: { from: '2026-03-31', to: '2026-03-01' } },
      { period: { from: '2026-02-30', to: '2026-03-01' } },
      { period, more: true },
    ],
  },
  'outcomes.calls': {
    as: 'Sam',
    good: () => asked,
    bad: [
      { ...asked, figure: 'step_eligible = 1' },
      { ...asked, side: 'all' },
      { ...asked, cell: { by: 'person', id: 'x' } },
      { ...asked, page: -1 },
    ],
  },
};
