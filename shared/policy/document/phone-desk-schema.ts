import { z } from 'zod';
import { RECEIVER_KINDS } from '../phone-desk.ts';
import { id, label, LONGEST_LIST, minutesUpTo, responseId, sourced } from './schema-parts.ts';

const secondsUpTo = (longest: number) => z.int().min(5).max(longest);

/** A line a call can be transferred to. */
const receiver = z
  .strictObject({
    id: id.describe('Lower-case words joined by hyphens. Transfers are kept under it.'),
    label: label.describe('What the line is called.'),
    kind: z.enum(RECEIVER_KINDS).describe('Whose line it is.'),
    dial: z
      .string()
      .max(200)
      .regex(/^(tel:\+?[0-9*#().-]+(;[a-z0-9.=+-]+)*|sips?:[A-Za-z0-9._~%+-]+@[A-Za-z0-9.:-]+)$/)
      .nullable()
      .describe('A number as “tel:988” or an address as “sip:desk@example.org”, or null.'),
    acceptsPart2: z
      .boolean()
      .describe('true when it may get substance-use text once the person has consented.'),
    ...sourced,
  })
  .meta({ id: 'receiver', title: 'a receiver' });

/** How calls are answered by phone. */
export const phoneDesk = z
  .strictObject({
    offerSeconds: secondsUpTo(600).describe('Seconds one clinician is asked (5 to 600).'),
    to988Seconds: secondsUpTo(3600).describe(
      'Seconds since the first clinician was asked until 988 is to take over (5 to 3600).',
    ),
    fallback: responseId.describe(
      'The id of the response recommended when neither a clinician nor 988 takes the call.',
    ),
    capacity: z.int().min(1).max(20).describe('Calls one clinician has at a time (1 to 20).'),
    wrapUpMinutes: minutesUpTo(240).describe(
      'Minutes a clinician writes up a call until calls are offered again (1 to 240).',
    ),
    stepDownSeconds: secondsUpTo(3600).describe(
      'Seconds a dispatcher has to answer the proposal to send less (5 to 3600).',
    ),
    transferSeconds: secondsUpTo(3600).describe(
      'Seconds a receiver has to accept a call before it returns (5 to 3600).',
    ),
    lostCallerMinutes: minutesUpTo(240).describe(
      'Minutes within which a caller who was lost is called again (1 to 240).',
    ),
    receivers: z
      .array(receiver)
      .min(1)
      .max(LONGEST_LIST)
      .describe('The lines a call can be transferred to; at least one.'),
    ...sourced,
  })
  .meta({ id: 'phoneDesk', title: 'the phone desk' });
