import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { line, nothing, operatorId, passphrase, prose, unitId } from './input-parts.ts';
import { unservedReason } from './ledger-topics.ts';
import type { BackEntryView } from './answers.ts';
import { ANSWERS, INFORMANTS } from '../facts/fact.ts';
import { DISPOSITION_CODES } from '../incident/disposition.ts';
import { SERVICES } from '../incident/incident.ts';

const instant = z.iso.datetime({ message: 'That is not a date and a time.' });
const time = z.strictObject({ at: instant, about: z.boolean() });

/** After an outage: that there was one, and what was worked on paper meanwhile. */
export const backEntryTopics = {
  'outage.declare': command(
    'back-enter',
    z.strictObject({ from: instant, to: instant, why: line.min(1, 'Say what did not run.') }),
  ),
  /** What a person needs who enters cards: the outages, and the cards that are in already. */
  'outage.cards': query<BackEntryView>()('back-enter', nothing),
  'outage.enter-card': command(
    'back-enter',
    z.strictObject({
      card: line.min(1, 'Write the number of the card.').max(40),
      keptBy: line.min(1, 'Say who kept the card.'),
      received: time,
      answered: time,
      address: line,
      callback: line.max(40).nullable(),
      callType: line.max(20).nullable(),
      words: prose,
      answers: z
        .array(
          z.strictObject({
            fact: line.min(1).max(64),
            answer: z.enum(ANSWERS),
            informant: z.enum(INFORMANTS),
          }),
        )
        .max(100),
      called: z
        .strictObject({ at: time, services: z.array(z.enum(SERVICES)).min(1).max(2) })
        .nullable(),
      decided: z
        .strictObject({
          at: time,
          response: line.min(1),
          reason: prose.nullable(),
          secondPerson: z.strictObject({ operatorId, passphrase }).nullable(),
        })
        .nullable(),
      phone: z.strictObject({ clinician: operatorId, taken: time }).nullable(),
      units: z
        .array(
          z.strictObject({
            unitId,
            assigned: time,
            enRoute: time.nullable(),
            onScene: time.nullable(),
            clear: time,
          }),
        )
        .max(8),
      closed: z
        .strictObject({ at: time, disposition: z.enum(DISPOSITION_CODES), note: prose })
        .nullable(),
      unserved: unservedReason,
    }),
  ),
} as const;
