import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { nothing } from './input-parts.ts';
import { PAPER_SIZES, type KitSetting } from '../paper/paper-events.ts';

/** For the day the computer does not run: everything on paper. */
export const paperTopics = {
  /** Prints the kit to a file; the answer names it. Only a window can. */
  'paper.print': command('print-paper', nothing),
  'paper.setting': query<KitSetting>()('print-paper', nothing),
  'paper.set-kit': command(
    'keep-paper',
    z.strictObject({
      size: z.enum(PAPER_SIZES),
      everyMinutes: z.int().min(5, 'At least 5 minutes.').max(240).nullable(),
    }),
  ),
} as const;
