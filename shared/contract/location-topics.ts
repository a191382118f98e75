import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { callId, incidentId, line } from './input-parts.ts';
import type { CallerLocations } from '../board/location-lines.ts';

/** Where callers were said to be. */
export const locationTopics = {
  'call.locations': query<CallerLocations>()(
    'see-board',
    z.union([z.strictObject({ callId }), z.strictObject({ incidentId })]),
  ),
  /** Takes one of them as the place of the incident. When another area was set, a person says which is right. */
  'incident.take-location': command(
    'answer-facts',
    z.strictObject({
      incidentId,
      index: z.number().int().min(0).max(100),
      /** Of the location that was looked at: another one may have come meanwhile. */
      at: line.min(1),
      otherArea: z.enum(['ask', 'keep', 'take']),
    }),
  ),
} as const;
