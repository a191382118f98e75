import { z } from 'zod';
import { command } from './endpoint.ts';
import { incidentId, line, onIncident } from './input-parts.ts';
import { INFORMANTS } from '../facts/fact.ts';
import { INTERPRETER_MEANS } from '../person/interpreter.ts';
import { AGE_BANDS, CONSENTS, REACHABLE, RELATIONS, TOLD } from '../person/people.ts';
import { ACCESS, MEANS } from '../plan/means.ts';
import { NOTE_FIELD_IDS, NOTE_MOST, sayTooLong } from '../plan/note-fields.ts';
import { GIVEN_HOW, PLAN_STEPS } from '../plan/safety-plan.ts';
import { STRENGTH_KINDS, STRENGTH_SOURCES } from '../plan/strengths.ts';

const name = line.max(120, 'A name has at most 120 characters. Nothing was put on the record');
const number = line.max(40);
const seq = z.int().min(1);

const birth = z.discriminatedUnion('known', [
  z.strictObject({ known: z.literal('nothing') }),
  z.strictObject({ known: z.literal('band'), band: z.enum(AGE_BANDS) }),
  z.strictObject({ known: z.literal('date'), date: z.string().max(10) }),
]);

const both = {
  subject: z.strictObject({
    name,
    addressAs: name,
    pronouns: line.max(40),
    birth,
  }),
  guardian: z
    .strictObject({
      name,
      number,
      reachable: z.enum(REACHABLE),
      told: z.enum(TOLD),
      consent: z.enum(CONSENTS),
      note: line,
    })
    .nullable(),
};

const people = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('self'), callback: number, ...both }),
  z.strictObject({
    who: z.literal('other'),
    caller: z.strictObject({ name, relation: z.enum(RELATIONS), callback: number }),
    ...both,
  }),
]);

/** Longer ones are refused by the domain, in a sentence that names the step. */
const stepLines = z.array(z.string().trim().min(1).max(2000)).max(60).readonly();
const plan = z.strictObject(
  Object.fromEntries(PLAN_STEPS.map(({ id }) => [id, stepLines])) as Record<
    (typeof PLAN_STEPS)[number]['id'],
    typeof stepLines
  >,
);

/** What a clinician writes down about the person: their work alone. */
export const planTopics = {
  'people.note': command('phone-work', z.strictObject({ incidentId, people })),
  'interpreter.connect': command(
    'phone-work',
    z.strictObject({ incidentId, means: z.enum(INTERPRETER_MEANS), line: line.max(80) }),
  ),
  'interpreter.leave': command('phone-work', onIncident),
  /** `over` is the version it was written over; null when nothing stood there. */
  'note.write': command(
    'phone-work',
    z.strictObject({
      incidentId,
      field: z.enum(NOTE_FIELD_IDS),
      text: z.string().max(NOTE_MOST, {
        error: ({ input }) => sayTooLong(String(input).length, 'recorded').replace(/\.$/u, ''),
      }),
      over: seq.nullable(),
    }),
  ),
  'safety-plan.write': command(
    'phone-work',
    z.strictObject({ incidentId, plan, over: seq.nullable() }),
  ),
  /** It was read aloud to the person. */
  'safety-plan.give': command(
    'phone-work',
    z.strictObject({ incidentId, how: z.enum(GIVEN_HOW).extract(['read-aloud']) }),
  ),
  /** Prints the plan on record to a file for the person; the answer names it. Only a window can. */
  'safety-plan.print': command('phone-work', onIncident),
  'means.discuss': command(
    'phone-work',
    z.strictObject({
      incidentId,
      discussion: z.strictObject({
        means: z.array(z.enum(MEANS)).max(MEANS.length).readonly(),
        access: z.enum(ACCESS),
        meantFor: z.enum(ACCESS),
        heldBy: line,
        agreed: z.string().trim().max(1000),
        recheck: line,
      }),
      informant: z.enum(INFORMANTS),
    }),
  ),
  'strength.note': command(
    'phone-work',
    z.strictObject({
      incidentId,
      strength: z.strictObject({
        kind: z.enum(STRENGTH_KINDS),
        text: line,
        source: z.enum(STRENGTH_SOURCES),
      }),
    }),
  ),
  'strength.withdraw': command('phone-work', z.strictObject({ incidentId, strength: seq })),
  /** Goes to dispatch and to those who go there: a clinician has read these words as they will stand. */
  'approach.advise': command(
    'phone-work',
    z.strictObject({ incidentId, advice: z.string().max(2000), reviewed: z.literal(true) }),
  ),
  'approach.withdraw': command('phone-work', onIncident),
} as const;
