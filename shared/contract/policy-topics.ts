import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { line, nothing, operatorId, passphrase } from './input-parts.ts';
import type { OverrideReview } from '../board/override-review.ts';
import type { Examination, WhatIfReport, Workshop } from '../policy/workshop-view.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'That is not a policy of this desk.');
/** Whatever a supervisor has written so far: main says what is wrong with it. */
const draftPolicy = z.record(z.string(), z.json());

/** The policy from its first draft to the day it goes, and what people decide otherwise. */
export const policyTopics = {
  'policy.workshop': query<Workshop>()('keep-policy', nothing),
  /** Problems, differences and the proof of a document that is still being written. */
  'policy.examine': query<Examination>()('keep-policy', z.strictObject({ document: draftPolicy })),
  'policy.what-if': query<WhatIfReport>()('keep-policy', z.strictObject({ document: draftPolicy })),
  'policy.save-draft': command('keep-policy', z.strictObject({ document: draftPolicy })),
  'policy.discard-draft': command('keep-policy', nothing),
  'policy.propose': command(
    'keep-policy',
    z.strictObject({
      document: draftPolicy,
      effectiveFrom: z.iso.datetime().nullable(),
      note: line.min(1, 'Say in a line why the policy changes.'),
    }),
  ),
  /** By another supervisor: signed on here, or with their passphrase beside the author. */
  'policy.approve': command(
    'keep-policy',
    z.strictObject({
      hash,
      secondPerson: z.strictObject({ operatorId, passphrase }).nullable(),
    }),
  ),
  'policy.decline': command('keep-policy', z.strictObject({ hash, reason: line.min(1) })),
  'policy.withdraw': command('keep-policy', z.strictObject({ hash, reason: line.min(1) })),
  'policy.roll-back': command('keep-policy', z.strictObject({ hash, reason: line.min(1) })),
  'decisions.overrides': query<OverrideReview>()(
    'review-decisions',
    z.strictObject({ lines: z.int().min(0).max(500) }),
  ),
} as const;
