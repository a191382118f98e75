import { z } from 'zod';
import { command } from './endpoint.ts';
import { incidentId } from './input-parts.ts';
import { PROPOSED_PARTS } from '../eido/eido-events.ts';

/** Incidents that came as documents of another system. */
export const eidoTopics = {
  /** What the sender says otherwise is taken over, or ours is kept. */
  'eido.settle': command(
    'answer-facts',
    z.strictObject({
      incidentId,
      part: z.enum(PROPOSED_PARTS),
      how: z.enum(['taken-over', 'declined']),
    }),
  ),
} as const;
