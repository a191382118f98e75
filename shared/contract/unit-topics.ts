import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { incidentId, line, nothing, unitId } from './input-parts.ts';
import type { UndoOffer } from './answers.ts';
import { UNIT_STATUSES } from '../unit/unit-status.ts';

/** What is done with a unit besides its reports: corrections, and which incident it comes to. */
export const unitTopics = {
  'unit.correct-status': command(
    'send-units',
    z.strictObject({ unitId, status: z.enum(UNIT_STATUSES), reason: line }),
  ),
  'unit.stand-down': command('send-units', z.strictObject({ unitId, reason: line.nullable() })),
  /** What undo would take back now, or the sentence why nothing can be. */
  'unit.last-change': query<UndoOffer>()('send-units', nothing),
  /** Takes back the change that was offered, and no later one. */
  'unit.undo': command('send-units', z.strictObject({ seq: z.int().min(1) })),
  /** A busy unit comes after its present incident; somebody still has to send it then. */
  'incident.stack-unit': command(
    'send-units',
    z.strictObject({ incidentId, unitId, reason: line }),
  ),
  'incident.pre-empt-unit': command(
    'send-units',
    z.strictObject({ incidentId, unitId, reason: line }),
  ),
} as const;
