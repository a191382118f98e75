import { z } from 'zod';
import { query } from './endpoint.ts';
import { line, period } from './input-parts.ts';
import { CUTS, SHARE_FIGURE_IDS, TIME_FIGURE_IDS } from '../outcomes/figure-catalogue.ts';
import { SIDES, type CallsBehind, type OutcomeFigures } from '../outcomes/outcome-figures.ts';

/** As many calls behind a figure as come with one answer. */
export const CALLS_A_PAGE = 200;

/** What the program did over some days, and the calls behind each figure. */
export const outcomeFigureTopics = {
  'outcomes.figures': query<OutcomeFigures>()('see-outcomes', z.strictObject({ period })),
  'outcomes.calls': query<CallsBehind>()(
    'see-outcomes',
    z.strictObject({
      period,
      figure: z.enum([...SHARE_FIGURE_IDS, ...TIME_FIGURE_IDS]),
      side: z.enum(SIDES),
      /** Only the calls of one group: its `by` and `id`. Null is all of them. */
      cell: z.strictObject({ by: z.enum(CUTS), id: line.nullable() }).nullable(),
      /** From 0. */
      page: z.int().min(0).max(100_000),
    }),
  ),
} as const;
