import { z } from 'zod';
import { query } from './endpoint.ts';
import { period } from './input-parts.ts';
import type { StaffingBasis } from '../board/staffing-basis.ts';

/** What other hours and teams would have done is worked out in the window; the calls for it come from here. */
export const staffingTopics = {
  'outcomes.staffing': query<StaffingBasis>()('see-outcomes', z.strictObject({ period })),
} as const;
