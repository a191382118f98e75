import { z } from 'zod';
import { command } from './endpoint.ts';
import { incidentId, line, onIncident, operatorId } from './input-parts.ts';
import { CONSENT_VOICES } from '../phone/transfer.ts';
import { DIAL_RESULTS } from '../phone/transfer-events.ts';

const phoneNumber = line.min(1, 'Give the number.').max(80);

/** A warm transfer, step by step, and the numbers somebody dials. */
export const transferTopics = {
  /** To a line of the policy by its id; to 988 without one it is the policy's first line of that kind. */
  'phone.transfer': command(
    'phone-work',
    z.strictObject({
      incidentId,
      to: z.enum(['988', 'partner', 'team', 'clinician', 'dispatch']),
      operatorId: operatorId.nullable(),
      line: line.min(1).max(64).nullable().default(null),
    }),
  ),
  'phone.answer-consent': command(
    'phone-work',
    z.strictObject({
      incidentId,
      answer: z.enum(['yes', 'no', 'emergency']),
      /** Who said it; nobody when there was no time to ask. */
      voice: z.enum(CONSENT_VOICES).nullable(),
    }),
  ),
  'phone.packet-ready': command('phone-work', onIncident),
  /** Hands a number to the center’s phone, when this computer has one. */
  'phone.dial': command('take-calls', z.strictObject({ number: phoneNumber })),
  /** What came of dialing a number. */
  'phone.log-dial': command(
    'take-calls',
    z.strictObject({
      incidentId,
      number: phoneNumber,
      result: z.enum(DIAL_RESULTS),
      answeredBy: line.max(80).nullable(),
    }),
  ),
  'phone.introduce': command('phone-work', z.strictObject({ incidentId, receiver: line.max(80) })),
  'phone.accept-transfer': command(
    'take-calls',
    z.strictObject({
      incidentId,
      /** The packet was read back and right. Inside the center nobody reads one back. */
      readBack: z.boolean().default(false),
    }),
  ),
  'phone.return-transfer': command('take-calls', z.strictObject({ incidentId, why: line })),
  'phone.drop-line': command(
    'phone-work',
    z.strictObject({ incidentId, whose: z.enum(['caller', 'receiver']) }),
  ),
};
