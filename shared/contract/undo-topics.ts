import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { nothing } from './input-parts.ts';
import type { UndoOffer } from './answers.ts';

/** Only what one did oneself is taken back, so whoever may do anything here may ask. */
export const undoTopics = {
  /** What undo would take back now, or the sentence why nothing can be. */
  'act.last': query<UndoOffer>()('answer-facts', nothing),
  /** Takes back the act that was offered, and no later one. */
  'act.undo': command('answer-facts', z.strictObject({ seq: z.int().min(1) })),
} as const;
