import { z } from 'zod';
import { command } from './endpoint.ts';
import { incidentId, line, position, unitId } from './input-parts.ts';
import { POSITION_SOURCES } from '../place/position.ts';
import { UNIT_STATUSES } from '../unit/unit-status.ts';

/** What is done with a unit besides its reports: corrections, and which incident it comes to. */
export const unitTopics = {
  'unit.correct-status': command(
    'send-units',
    z.strictObject({ unitId, status: z.enum(UNIT_STATUSES), reason: line }),
  ),
  /** Where a crew says it is: a point, or an area only. */
  'unit.report-position': command(
    'watch-crews',
    z.strictObject({
      unitId,
      spot: z.union([
        z.strictObject({ position }),
        z.strictObject({ areaId: line.min(1).max(64) }),
      ]),
      source: z.enum(POSITION_SOURCES),
    }),
  ),
  'unit.stand-down': command('send-units', z.strictObject({ unitId, reason: line.nullable() })),
  /** A busy unit comes after its present incident; somebody still has to send it then. */
  'incident.stack-unit': command(
    'send-units',
    z.strictObject({ incidentId, unitId, reason: line }),
  ),
  /** It does not come to its second incident after all. */
  'unit.unstack': command('send-units', z.strictObject({ unitId, reason: line })),
  /** Moved on its way to another incident that is worth no less. */
  'incident.reassign-unit': command(
    'send-units',
    z.strictObject({ incidentId, unitId, reason: line }),
  ),
  'incident.pre-empt-unit': command(
    'send-units',
    z.strictObject({ incidentId, unitId, reason: line }),
  ),
} as const;
