import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, line, nothing, operatorId, passphrase } from './input-parts.ts';
import type { RetentionView } from '../board/retention-view.ts';
import type { LegalHoldId } from '../lib/brand.ts';
import { KEPT_PARTITIONS } from '../partition/partition.ts';
import { RETENTION_LIMITS } from '../retention/retention.ts';

const years = z.int().min(RETENTION_LIMITS.least).max(RETENTION_LIMITS.most).nullable();
const reason = line.min(1, 'Say why.');
const secondPerson = z.strictObject({ operatorId, passphrase });

/** How long protected words are kept, what may not go, and the end of what is past it. */
export const retentionTopics = {
  'retention.overview': query<RetentionView>()('keep-retention', nothing),
  'retention.set': command(
    'keep-retention',
    z.strictObject({
      years: z.strictObject({ clinical: years, 'part-2': years, justice: years }),
    }),
  ),
  /** `person` holds everything of whoever the incident is linked to. `made` is the id of the hold. */
  'retention.hold': command(
    'keep-retention',
    z.strictObject({ number: z.int().min(1), what: z.enum(['incident', 'person']), reason }),
  ),
  'retention.release-hold': command(
    'keep-retention',
    z.strictObject({ holdId: id<LegalHoldId>(), reason, secondPerson }),
  ),
  /** Shreds what is past the schedule, at most so many records at once; `expected` is how many the person saw. */
  'retention.shred': command(
    'keep-retention',
    z.strictObject({
      partition: z.enum(KEPT_PARTITIONS),
      expected: z.int().min(1),
      secondPerson,
    }),
  ),
} as const;
