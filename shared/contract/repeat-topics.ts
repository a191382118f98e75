import { z } from 'zod';
import { query } from './endpoint.ts';
import { period } from './input-parts.ts';
import type { RepeatFigures } from '../outcomes/repeat-figures.ts';

/** Whether calls from an individual are falling. Names nobody. */
export const repeatTopics = {
  'outcomes.repeat': query<RepeatFigures>()('see-outcomes', z.strictObject({ period })),
} as const;
