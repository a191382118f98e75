import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { line, nothing, period } from './input-parts.ts';
import type { CostFigures } from '../outcomes/cost-figures.ts';
import type { GoToFigures } from '../outcomes/go-to.ts';
import type { LinkageFigures } from '../outcomes/linkage.ts';
import type { KeptCosts } from '../board/kept-costs.ts';
import { COST_PARTS, COST_UNITS } from '../outcomes/cost-lines.ts';

const MOST_LINES = 60;
const version = z.int().min(0);
const amount = z.number().min(0);

const costLine = z.strictObject({
  id: line.min(1).max(80),
  part: z.enum(COST_PARTS),
  label: line.min(1),
  unit: z.enum(COST_UNITS),
  low: amount,
  likely: amount,
  high: amount,
  source: line,
  weakness: line,
  year: z.int().nullable(),
});

/** What the program costs, and the assumptions that rest under it. */
export const costTopics = {
  'outcomes.cost': query<CostFigures>()('see-outcomes', z.strictObject({ period })),
  /** What became of referrals, and whether people go elsewhere than to 911. */
  'outcomes.linkage': query<{ linkage: LinkageFigures; goTo: GoToFigures }>()(
    'see-outcomes',
    z.strictObject({ period }),
  ),
  'costs.kept': query<KeptCosts>()('see-outcomes', nothing),
  /** All lines as a file of the very form that can be imported. */
  'costs.export': query<{ readonly fileName: string; readonly text: string }>()(
    'see-outcomes',
    nothing,
  ),
  /** `seen` is the version on the screen: refused when another counts meanwhile. */
  'costs.set': command(
    'see-outcomes',
    z.strictObject({
      seen: version,
      lines: z.array(costLine).min(1).max(MOST_LINES),
      note: line.min(1, 'Say in a few words why, so that others understand the change'),
    }),
  ),
  'costs.withdraw': command('see-outcomes', z.strictObject({ version, reason: line.min(1) })),
} as const;
