import { z } from 'zod';
import { query } from './endpoint.ts';
import { line } from './input-parts.ts';
import type { SaidLine } from '../board/past-call-view.ts';

/** What an export said of a call that is counted in the figures. */
export const outcomeExportTopics = {
  'past.call': query<readonly SaidLine[]>()('see-outcomes', z.strictObject({ key: line.min(1) })),
} as const;
