import { z } from 'zod';
import { promisedCall } from './contact-topics.ts';
import { command } from './endpoint.ts';
import { incidentId, line, operatorId, passphrase, prose } from './input-parts.ts';
import { COMPANIES } from '../phone/ending.ts';
import { HUNG_UP } from '../phone/outcome-events.ts';
import { REFERRAL_CONSENTS } from '../referral/referral.ts';

const { reason: _reason, ...call } = promisedCall;
const followUp = z.strictObject({ ...call, owner: operatorId.nullable() });
const whetherFollowUp = z.union([followUp, z.literal('none')]).nullable();
const secondPerson = z.strictObject({ operatorId, passphrase }).nullable();
const said = { notAsked: line, agreed: prose };

const ending = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('resolved'),
    ...said,
    company: z.enum(COMPANIES).nullable(),
    who: line,
    followUp: whetherFollowUp,
  }),
  z.strictObject({
    outcome: z.literal('referred'),
    ...said,
    referral: z.strictObject({
      to: line,
      phone: line.max(40),
      receiver: z.string().min(1).max(64).nullable(),
      service: z.string().min(1).max(64).nullable(),
      substanceUse: z.boolean(),
      how: line,
      when: line,
    }),
    consent: z.enum(REFERRAL_CONSENTS).nullable(),
    followUp: whetherFollowUp,
  }),
  z.strictObject({ outcome: z.literal('follow-up'), ...said, followUp: followUp.nullable() }),
]);

/** How a conversation by phone ends or goes on. Police/EMS now is `incident.upgrade`, from any place. */
export const outcomeTopics = {
  'phone.resolve': command('phone-work', z.strictObject({ incidentId, ending, secondPerson })),
  /** A team has to go: nothing is required, so that nothing holds it up. */
  'phone.escalate': command(
    'phone-work',
    z.strictObject({ incidentId, know: line, stays: z.boolean() }),
  ),
  /** Help that was called from the line is there, and the clinician leaves it. */
  'phone.leave-to-help': command('phone-work', z.strictObject({ incidentId })),
  'phone.lose-caller': command(
    'phone-work',
    z.strictObject({ incidentId, lastWords: prose, place: line, hungUp: z.enum(HUNG_UP) }),
  ),
  'phone.give-up-caller': command(
    'phone-work',
    z.strictObject({ incidentId, why: prose, secondPerson }),
  ),
} as const;
