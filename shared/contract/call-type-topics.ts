import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { incidentId, line, nothing } from './input-parts.ts';
import type { CallTypesView, TypeStringDetail } from '../call-type/call-types-view.ts';

/** As it came, with its blanks: it is compared folded. */
const raw = z.string().min(1).max(400);
const callType = line.min(1).max(20).nullable();
const MOST_AT_ONCE = 2_000;

/** What other systems' words for a call type mean here. */
export const callTypeTopics = {
  'call-types.view': query<CallTypesView>()('keep-call-types', nothing),
  'call-types.string': query<TypeStringDetail>()('keep-call-types', z.strictObject({ raw })),
  /** Null: somebody looked, and it says too little. */
  'call-types.review': command(
    'keep-call-types',
    z.strictObject({
      lines: z.array(z.strictObject({ raw, callType })).min(1).max(MOST_AT_ONCE),
    }),
  ),
  'call-types.withdraw': command(
    'keep-call-types',
    z.strictObject({ raws: z.array(raw).min(1).max(MOST_AT_ONCE) }),
  ),
  'call-types.import-table': command(
    'keep-call-types',
    z.strictObject({
      text: z.string().max(512 * 1024, 'The file is larger than 512 KiB, and no table is.'),
      source: line.min(1),
    }),
  ),
  'call-types.export-table': query<{ readonly text: string }>()('keep-call-types', nothing),
  /** The words that raised the mark are about something else; the reason says what. */
  'incident.set-words-aside': command(
    'answer-facts',
    z.strictObject({
      incidentId,
      reason: line.min(1, 'Say in a few words what the words are about.'),
    }),
  ),
} as const;
