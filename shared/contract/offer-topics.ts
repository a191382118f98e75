import { z } from 'zod';
import { command } from './endpoint.ts';
import { incidentId, line, onIncident } from './input-parts.ts';
import { languageTags } from './wants-topics.ts';
import { AVAILABILITIES } from '../phone/clinician.ts';

/** Calls that wait for a clinician, and who is there for them. */
export const offerTopics = {
  /** Whoever is asked, and any other clinician while nobody has it. */
  'phone.take': command('phone-work', onIncident),
  'phone.decline': command('phone-work', z.strictObject({ incidentId, reason: line.min(1) })),
  /** What 988 said, once it is to take over; anybody may have dialed. */
  'phone.answer-988': command('take-calls', z.strictObject({ incidentId, accepted: z.boolean() })),
  /** Of the person at the position. */
  'operator.set-availability': command(
    'phone-work',
    z.strictObject({ availability: z.enum(AVAILABILITIES), reason: line.nullable() }),
  ),
  'operator.note-languages': command('phone-work', z.strictObject({ languages: languageTags })),
} as const;
