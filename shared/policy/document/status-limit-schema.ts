import { z } from 'zod';
import { id, level, minutesUpTo, sourced } from './schema-parts.ts';
import type { UnitStatus } from '../../unit/unit-status.ts';
import { LIMITED_STATUSES } from '../status-limit.ts';

/** How long a unit may stay in a status. */
export const statusLimit = z
  .strictObject({
    status: z
      .enum(LIMITED_STATUSES as [UnitStatus, ...UnitStatus[]])
      .describe('The status of a unit on an incident.'),
    fromLevel: level
      .nullable()
      .describe('The lowest level of the incident it holds for, or null for every level.'),
    upToPriority: z
      .int()
      .min(1)
      .max(9)
      .nullable()
      .describe('The last priority of the call type it holds for (1 to 9), or null for all.'),
    teamTypes: z
      .array(id)
      .min(1)
      .max(400)
      .nullable()
      .describe('Ids of the team types it holds for, at least one, or null for all.'),
    warnMinutes: minutesUpTo(1440).describe('Minutes in the status until its row warns.'),
    alertMinutes: minutesUpTo(1440).describe(
      'Minutes until it is alerted and stands on the record; more than “warnMinutes”.',
    ),
    ...sourced,
  })
  .meta({ id: 'statusLimit', title: 'a status limit' });
