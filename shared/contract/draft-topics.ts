import { z } from 'zod';
import type { DraftText } from './answers.ts';
import { command, query } from './endpoint.ts';
import { line, nothing, operatorId } from './input-parts.ts';
import { NOTE_MOST } from '../plan/note-fields.ts';

/** What people type and have not sent: each operator's own. */
export const draftTopics = {
  /** Text half typed: kept beside the journal, so that a power cut loses at most the last second. */
  'draft.save': command(
    'see-board',
    z.strictObject({
      /** Who typed it: refused when somebody else sits there by now. Left out, whoever does. */
      typist: operatorId.optional(),
      subject: line.min(1),
      field: line.min(1).max(120),
      /** Null when it went where it belongs, or was thrown away. */
      text: z.string().max(NOTE_MOST).nullable(),
      /** What was on record when the typing began; null where nothing could be. */
      over: z.string().max(NOTE_MOST).nullable().default(null),
      /** When the last key was typed: of two windows the later one counts. Left out, now. */
      typedAt: z.iso.datetime().optional(),
    }),
  ),
  'draft.all': query<readonly DraftText[]>()('see-board', nothing),
} as const;
