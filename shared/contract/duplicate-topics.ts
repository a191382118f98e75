import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { callId, incidentId, line, nothing, prose } from './input-parts.ts';
import type { LikelyLine, WaitingLikeness } from '../board/duplicate-lines.ts';

/** A whole storm hour waits at most. */
const MOST_AT_ONCE = 400;
const callIds = z.array(callId).min(1).max(MOST_AT_ONCE);

/** One thing told twice: found, joined, merged, and taken apart again. */
export const duplicateTopics = {
  /** What a call being typed, a call that waits or an open incident may be told anew of, the likeliest first. */
  'duplicate.likely': query<readonly LikelyLine[]>()(
    'take-calls',
    z.union([
      z.strictObject({
        draft: z.strictObject({
          ani: line.max(40).nullable(),
          address: line,
          words: prose,
          callType: line.max(20).nullable(),
        }),
      }),
      z.strictObject({ callId }),
      z.strictObject({ incidentId }),
    ]),
  ),
  /** How the calls that wait stand to each other and to the open incidents. */
  'duplicate.waiting': query<WaitingLikeness>()('see-board', nothing),
  /** Without an incident the first of them is answered, and the others are joined to it. */
  'call.join': command(
    'take-calls',
    z.strictObject({ callIds, incidentId: incidentId.nullable() }),
  ),
  'call.part': command('take-calls', z.strictObject({ callId, reason: line })),
  'duplicate.say-different': command('take-calls', z.strictObject({ callId, others: callIds })),
  /** The incident stands in the other one from then on. */
  'incident.merge': command(
    'send-units',
    z.strictObject({ incidentId, into: incidentId, reason: line }),
  ),
  'incident.unmerge': command('send-units', z.strictObject({ incidentId, reason: line })),
};
