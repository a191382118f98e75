import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, incidentId, line, nothing } from './input-parts.ts';
import type { ContactList } from '../board/contact-lines.ts';
import {
  ATTEMPTS,
  CONTACT_OUTCOMES,
  FOLLOW_UPS,
  MAY_ANSWER,
  MESSAGE_SAFE,
  WHOM,
} from '../contact/contact.ts';
import { COMMUNITY_CHANNELS, SAID_BY } from '../contact/elsewhere.ts';
import { MOST_TEMPLATES, type FollowUpTemplate } from '../contact/follow-up-templates.ts';
import { SAYS_WE_ARE } from '../contact/safe-contact.ts';
import type { ContactId } from '../lib/brand.ts';

const contactId = id<ContactId>();

/** Whom a promised call is to, and what is safe there. */
const callDetails = {
  whom: z.enum(WHOM),
  number: line.max(40),
  message: z.enum(MESSAGE_SAFE),
  mayAnswer: z.enum(MAY_ANSWER).default('unknown'),
  reason: line,
};

/** What a promise to call says, wherever it is made. */
export const promisedCall = {
  promised: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('callback'), minutes: z.int().min(1).max(100_000) }),
    z.strictObject({ kind: z.literal('follow-up'), after: z.enum(FOLLOW_UPS) }),
  ]),
  ...callDetails,
};

/** Promises to call somebody: made on an incident, owned by a person, ended only by a person. */
export const contactTopics = {
  /** The center’s sets of follow-ups. */
  'follow-up.templates': query<readonly FollowUpTemplate[]>()('take-calls', nothing),
  'follow-up.set-templates': command(
    'keep-policy',
    z.strictObject({
      templates: z
        .array(
          z.strictObject({
            id: line.min(1).max(40),
            label: line.max(60),
            calls: z.array(z.enum(FOLLOW_UPS)).max(FOLLOW_UPS.length),
          }),
        )
        .max(MOST_TEMPLATES),
    }),
  ),
  /** Every call of a set, promised in one act. */
  'follow-up.promise-set': command(
    'take-calls',
    z.strictObject({ incidentId, template: line.min(1).max(40), ...callDetails }),
  ),
  /** What is safe on a number: it holds for every call to it. */
  'safe-contact.note': command(
    'take-calls',
    z.strictObject({
      incidentId,
      number: line.max(40).regex(/\d/u, 'Give the number.'),
      message: z.enum(MESSAGE_SAFE),
      mayAnswer: z.enum(MAY_ANSWER),
      bestTime: line.max(100),
      language: line.max(35),
      saysWeAre: z.enum(SAYS_WE_ARE),
    }),
  ),
  'contact.promise': command(
    'take-calls',
    z.strictObject({
      incidentId,
      ...promisedCall,
    }),
  ),
  'contact.take': command('take-calls', z.strictObject({ contactId })),
  'contact.attempt': command(
    'take-calls',
    z.strictObject({
      contactId,
      result: z.enum(ATTEMPTS),
      note: line,
      againMinutes: z.int().min(1).max(100_000).nullable(),
    }),
  ),
  /** At a follow-up: in a crisis they went elsewhere than to 911. */
  'contact.went-elsewhere': command(
    'take-calls',
    z.strictObject({
      contactId,
      on: z.iso.date('Give a day like 2026-03-08'),
      channel: z.enum(COMMUNITY_CHANNELS),
      saidBy: z.enum(SAID_BY),
      planUsed: z.boolean().nullable(),
    }),
  ),
  'contact.end': command(
    'take-calls',
    z.strictObject({ contactId, outcome: z.enum(CONTACT_OUTCOMES), note: line }),
  ),
  /** The next ones first; `incidentId` asks for those of one incident. */
  'contact.open': query<ContactList>()(
    'take-calls',
    z.strictObject({
      incidentId: incidentId.nullable(),
      lines: z.int().min(1).max(500),
    }),
  ),
} as const;
