import { z } from 'zod';
import { command } from './endpoint.ts';
import { incidentId, line, unitId } from './input-parts.ts';

/** A language tag; whether there is such a language is the desk's to say, in a sentence. */
export const languageTag = z.string().min(2).max(20);
export const languageTags = z.array(languageTag).max(12);
export const capabilityIds = z.array(z.string().min(1).max(64)).max(20);

const languageNeed = z.strictObject({ language: languageTag, interpreter: z.boolean() }).nullable();

/** What whoever goes should speak and drive, on the incident and on the unit: it ranks and never bars. */
export const wantsTopics = {
  'incident.set-language': command(
    'answer-facts',
    z.strictObject({
      incidentId,
      language: languageNeed,
      /** What stood there when the editor looked; left out by who did not look. */
      seen: languageNeed.optional(),
    }),
  ),
  'incident.set-capabilities': command(
    'answer-facts',
    z.strictObject({ incidentId, capabilities: capabilityIds, seen: capabilityIds.optional() }),
  ),
  'unit.set-capabilities': command(
    'keep-roster',
    z.strictObject({ unitId, capabilities: capabilityIds }),
  ),
  'unit.set-languages': command(
    'keep-roster',
    z.strictObject({
      unitId,
      name: line.min(1),
      languages: languageTags,
    }),
  ),
} as const;
