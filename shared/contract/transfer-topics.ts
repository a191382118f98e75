import { z } from 'zod';
import { command } from './endpoint.ts';
import { incidentId, line, onIncident, operatorId, prose } from './input-parts.ts';
import { CONSENT_988 } from '../phone/from-988.ts';
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
  /** A counselor of 988 hands somebody over: opens an incident at once. Nothing of it is required. */
  'call.receive-from-988': command(
    'take-calls',
    z.strictObject({
      ani: line.max(40).nullable(),
      address: line,
      words: prose,
      callType: line.max(20).nullable(),
      packet: z.strictObject({
        counselor: line.max(80),
        counselorCallback: line.max(40),
        caller: line.max(80),
        ipAddress: line.max(45),
        subject: line,
        means: line,
        weapons: line,
        onScene: line,
        done: line,
        consent: z.enum(CONSENT_988),
      }),
      /** Facts the counselor says are so. What they did not say stays not asked. */
      yes: z.array(line.min(1).max(64)).max(100),
    }),
  ),
  'incident.tell-988': command(
    'take-calls',
    z.strictObject({ incidentId, whom: line.max(80), said: line }),
  ),
  'phone.drop-line': command(
    'phone-work',
    z.strictObject({ incidentId, whose: z.enum(['caller', 'receiver']) }),
  ),
};
