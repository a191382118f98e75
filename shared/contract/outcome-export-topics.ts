import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { line, period } from './input-parts.ts';
import type { SaidLine } from '../board/past-call-view.ts';
import { EXPORT_FORMS } from '../outcomes/export-events.ts';

/** Figures in a file, and what an export said of a call that is counted in them. */
export const outcomeExportTopics = {
  /** Writes the file and says where it is. Only a window can. */
  'outcomes.export': command(
    'see-outcomes',
    z.strictObject({ what: z.enum(EXPORT_FORMS), period }),
  ),
  'past.call': query<readonly SaidLine[]>()('see-outcomes', z.strictObject({ key: line.min(1) })),
} as const;
