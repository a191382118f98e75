import type { Examples } from './topic-examples.ts';

export const STAFFING_EXAMPLES: Pick<Examples, 'outcomes.staffing'> = {
  'outcomes.staffing': {
    as: 'Sam',
    good: () => ({ period: { from: '2026-03-01', to: '2026-03-31' } }),
    bad: [
      { period: { from: '2026-03-31', to: '2026-03-01' } },
      { period: { from: '2026-02-30', to: '2026-03-31' } },
      { period: null },
      { weeks: 4 },
    ],
  },
};
