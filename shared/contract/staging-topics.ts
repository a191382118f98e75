import { z } from 'zod';
import { command } from './endpoint.ts';
import { incidentId, line, onIncident, unitId } from './input-parts.ts';

/** Who waits near a scene, and until who has secured it. */
export const stagingTopics = {
  'incident.stage-unit': command(
    'send-units',
    z.strictObject({
      incidentId,
      unitId,
      securedBy: unitId,
      place: line,
      reason: line.nullable(),
    }),
  ),
  /** Everybody who waited for a unit that is there may go in. */
  'incident.secure-scene': command('send-units', onIncident),
} as const;
