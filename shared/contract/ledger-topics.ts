import { z } from 'zod';
import { query } from './endpoint.ts';
import { prose } from './input-parts.ts';
import type { UnservedLedger } from '../board/unserved-ledger.ts';
import { UNSERVED_CODES } from '../incident/alternative-course.ts';

/** Why no alternative response went or came. Main refuses without one where it is needed. */
export const unservedReason = z
  .strictObject({ code: z.enum(UNSERVED_CODES), note: prose })
  .nullable()
  .default(null);

/** What the center owes to people who could have had an alternative response. */
export const ledgerTopics = {
  'ledger.unserved': query<UnservedLedger>()(
    'see-ledger',
    z.strictObject({ lines: z.int().min(0).max(500) }),
  ),
} as const;
