import type { Examples } from './topic-examples.ts';

export const REPEAT_EXAMPLES: Pick<Examples, 'outcomes.repeat'> = {
  'outcomes.repeat': {
    as: 'Sam',
    good: () => ({ period: { from: '2026-01-01', to: '2026-12-31' } }),
    bad: [
      { period: null },
      { period: { from: '2026-03-04', to: '2026-03-03' } },
      { period: { from: '2026-01-01', to: '2026-12-31', windowDays: 7 } },
      { person: 'somebody' },
    ],
  },
};
