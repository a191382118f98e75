import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, incidentId, line, nothing } from './input-parts.ts';
import type { KnownCaution } from '../board/caution-lines.ts';
import { CAUTION_KINDS } from '../caution/caution.ts';
import type { CautionId } from '../lib/brand.ts';

const cautionId = id<CautionId>();

/** What a team has to hear before it goes: about an address, or about a person named on the call. */
export const cautionTopics = {
  'caution.record': command(
    'keep-cautions',
    z.strictObject({
      about: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('address'), address: line.min(1, 'Write the address.') }),
        z.strictObject({ kind: z.literal('person'), name: line.min(1, 'Write the name.') }),
      ]),
      kind: z.enum(CAUTION_KINDS),
      text: line.min(1, 'Say what a team has to know.'),
      source: line.min(1, 'Say who says so.'),
      expiresOn: z.iso.date('Give the last day it counts.'),
    }),
  ),
  'caution.remove': command(
    'remove-cautions',
    z.strictObject({ cautionId, reason: line.min(1, 'Say why it is removed.') }),
  ),
  /** By the exact name, as heard on this incident. */
  'caution.attach': command(
    'keep-cautions',
    z.strictObject({ incidentId, name: line.min(1, 'Write the name.') }),
  ),
  /** Only what was on the screen when the key was pressed. */
  'caution.acknowledge': command(
    'keep-cautions',
    z.strictObject({ incidentId, cautionIds: z.array(cautionId).min(1).max(100) }),
  ),
  'caution.all': query<readonly KnownCaution[]>()('keep-cautions', nothing),
} as const;
