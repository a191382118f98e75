import { z } from 'zod';
import { FACT_TOPICS } from '../policy.ts';
import { checkIns, serviceHours } from './duty-schema.ts';
import {
  code,
  factId,
  id,
  label,
  level,
  lineOf,
  LONGEST_LIST,
  minutesUpTo,
  readings,
  responseId,
  sourced,
} from './schema-parts.ts';
import { phoneDesk } from './phone-desk-schema.ts';
import { statusLimit } from './status-limit-schema.ts';
import type { Policy } from '../policy.ts';

const fact = z
  .strictObject({
    id: id.describe('Lower-case words joined by hyphens. Answers are kept under it.'),
    topic: z
      .enum(FACT_TOPICS)
      .describe('What the question is about. A context fact informs the team and decides nothing.'),
    question: lineOf(500).describe('The question as it is read aloud to the caller.'),
    label: label.describe('Two or three words for a row or a reason.'),
    why: lineOf(500).describe('What the answer is for, in one sentence.'),
    mandatory: z
      .boolean()
      .describe('true when no unarmed-only response may go while this is not asked.'),
    agesAfterMinutes: minutesUpTo(10_080)
      .nullable()
      .describe('Minutes until it must be asked again (1 to 10080), or null when it does not age.'),
    atLeast: level
      .exactOptional()
      .describe('A yes is never routed below this level. The rules are proved against it.'),
    hearsayNo: z
      .literal('unknown')
      .exactOptional()
      .describe('“unknown” when a no from somebody who was only told must not count as a no.'),
    ...sourced,
  })
  .meta({ id: 'fact', title: 'a fact' });

const condition = z
  .strictObject({
    fact: factId,
    is: readings.describe(
      'The answers that satisfy it: yes, no, unknown, not-asked; at least one.',
    ),
  })
  .meta({ id: 'condition', title: 'a condition' });

const conditions = z.array(condition).max(400);

const rule = z
  .strictObject({
    id: code.describe('Capital letters, digits and hyphens. Every decision cites it.'),
    when: conditions.describe('Conditions that must all hold. An empty list always holds.'),
    because: lineOf(500).describe('The reason shown to the dispatcher, in one sentence.'),
    response: responseId
      .exactOptional()
      .describe('The id of the response to send in place of the one its gate names.'),
    ...sourced,
  })
  .meta({ id: 'rule', title: 'a rule' });

const gateMembers = {
  id: id.describe('Lower-case words joined by hyphens.'),
  title: label.describe('What the calls of this gate have in common.'),
  response: id.describe('The id of the response for its rules that name none themselves.'),
  rules: z
    .array(rule)
    .max(LONGEST_LIST)
    .describe('The rules of the gate. The first one that fires sets the response.'),
};

const gate = z
  .strictObject({ ...gateMembers, level: level.describe('The level of the calls it decides.') })
  .meta({ id: 'gate', title: 'a gate' });

const medicalGate = z
  .strictObject(gateMembers)
  .meta({ id: 'medicalGate', title: 'the medical gate' });

const response = z
  .strictObject({
    id: id.describe('Lower-case words joined by hyphens.'),
    label: label.describe('The largest words on the card.'),
    who: lineOf(300).describe('Who comes, in words.'),
    level: level.describe('The level this response is meant for.'),
    unarmedOnly: z.boolean().describe('true when no police officer comes with it.'),
    byPhone: z.boolean().describe('true when it is given by phone and nobody travels.'),
    teamTypes: z
      .array(id)
      .max(400)
      .describe('Ids of the team types that can fill it, best first. Empty when no unit is sent.'),
    sends: z
      .enum(['one-of', 'one-of-each'])
      .describe('Whether one unit of any of the team types fills it, or one of each is wanted.'),
    promiseMinutes: minutesUpTo(1440).describe(
      'Minutes from the decision to the first contact that the center promises (1 to 1440).',
    ),
    fallbacks: z
      .array(id)
      .max(400)
      .describe('Ids of the responses to offer when no team is free, best first.'),
    alternative: z
      .boolean()
      .exactOptional()
      .describe('true for an alternative to police and EMS; who gets none is in the ledger.'),
    needs: conditions
      .exactOptional()
      .describe('What must be so whenever the rules recommend it. They are proved against it.'),
    ...sourced,
  })
  .meta({ id: 'response', title: 'a response' });

const teamType = z
  .strictObject({
    id: id.describe('Lower-case words joined by hyphens. Several periods of one team share it.'),
    label: label.describe('What the team is called.'),
    short: lineOf(8).describe('Up to eight letters for the unit board.'),
    requiredRoles: z
      .array(id)
      .min(1)
      .max(20)
      .describe('The crew roles a unit of it must have on duty; at least one.'),
    unarmed: z.boolean().describe('true when no police officer is in the crew.'),
    riskCeiling: level.describe('The highest level the team may be sent to.'),
    areas: z
      .array(id)
      .min(1)
      .max(400)
      .nullable()
      .describe('Ids of the areas it serves, at least one, or null for everywhere.'),
    callTypes: z
      .array(code)
      .min(1)
      .max(LONGEST_LIST)
      .nullable()
      .exactOptional()
      .describe('Codes of the call types it serves, at least one, or null for all.'),
    hours: z
      .array(serviceHours)
      .min(1)
      .max(100)
      .describe('When it is on duty; at least one entry.'),
    ...checkIns,
    effectiveFrom: z.iso.date().describe('The first day of the period, such as 2026-03-01.'),
    effectiveTo: z.iso
      .date()
      .nullable()
      .describe('The first day after the period, such as 2026-09-01, or null when it has no end.'),
    ...sourced,
  })
  .meta({ id: 'teamType', title: 'a team type' });

const capability = z
  .strictObject({
    id: id.describe('Lower-case words joined by hyphens.'),
    label: label.describe('What the vehicle has, in two or three words.'),
    ...sourced,
  })
  .meta({ id: 'capability', title: 'a capability' });

const area = z
  .strictObject({
    id: id.describe('Lower-case words joined by hyphens.'),
    name: label.describe('The name of the area as it stands in addresses.'),
    zone: label.describe('The part of the city it belongs to.'),
    ...sourced,
  })
  .meta({ id: 'area', title: 'an area' });

const callType = z
  .strictObject({
    code: code.describe('Capital letters and digits, as the call-taking system writes it.'),
    label: label.describe('The call type in words.'),
    priority: z.int().min(1).max(9).describe('1 (highest) to 9.'),
    behavioral: z
      .enum(['yes', 'no', 'ask'])
      .describe(
        'Whether the type alone says mental health or substance use; “ask” leaves it open.',
      ),
    states: z
      .array(
        z
          .strictObject({
            fact: factId,
            answer: z.enum(['yes', 'no']).describe('What the call type says about the fact.'),
          })
          .meta({ id: 'statedAnswer', title: 'a stated answer' }),
      )
      .max(400)
      .describe('Answers the call type itself gives, taken as “from a record”.'),
    ...sourced,
  })
  .meta({ id: 'callType', title: 'a call type' });

const promises = z
  .strictObject({
    answerSeconds: z.int().min(1).max(3600).describe('Seconds until a call is answered.'),
    decideSeconds: z.int().min(1).max(3600).describe('Seconds from answering to the decision.'),
    clinicianMinutes: minutesUpTo(1440).describe('Minutes until a clinician is on the phone.'),
    recontactMinutes: minutesUpTo(1440).describe('Minutes until a waiting caller is called again.'),
    ...sourced,
  })
  .meta({ id: 'promises', title: 'the promise times' });

/**
 * What a policy document looks like; unknown members are refused. Whether its ids lead anywhere is
 * looked at afterwards, by `findMistakes`.
 */
export const policySchema = z
  .strictObject({
    id: id.describe('Lower-case words joined by hyphens.'),
    version: lineOf(40).describe('The version, as the status strip shows it.'),
    title: label.describe('What the policy is called.'),
    verify: lineOf(500).describe('A sentence about what the center still has to verify.'),
    facts: z.array(fact).min(1).max(400).describe('The questions, in asking order.'),
    responses: z.array(response).min(1).max(400).describe('Who can go.'),
    services: z
      .strictObject({
        police: id.describe('The id of the armed team type behind “police now”.'),
        ems: id.describe('The id of the team type behind “EMS now”.'),
      })
      .meta({ id: 'services', title: 'the services' })
      .describe('The team types behind “police now” and “EMS now”.'),
    inPersonFact: id.describe(
      'The id of the fact that a clinician’s “send somebody” answers with yes.',
    ),
    screen: z
      .array(id)
      .min(1)
      .max(50)
      .exactOptional()
      .describe('Ids of the facts of the suicide screen, in the order they are asked.'),
    means: z
      .strictObject({
        weapon: id.describe('The id of the fact for a firearm or another weapon within reach.'),
        planned: id.describe(
          'The id of the fact for means that are within reach and meant for it.',
        ),
      })
      .meta({ id: 'means', title: 'the means' })
      .exactOptional()
      .describe(
        'The facts that are yes as soon as a clinician hears that means of harm are within reach.',
      ),
    policeRoles: z
      .array(id)
      .min(1)
      .max(50)
      .exactOptional()
      .describe('Crew roles that make a team armed.'),
    medical: medicalGate.describe(
      'The gate for life-threatening medical answers: sent beside whatever the others decide.',
    ),
    gates: z
      .array(gate)
      .max(10)
      .describe('One gate for each level, L4 first and L0 last. The first that fires decides.'),
    teamTypes: z
      .array(teamType)
      .min(1)
      .max(400)
      .describe('Kinds of unit, each as it is staffed during one period.'),
    capabilities: z
      .array(capability)
      .max(100)
      .exactOptional()
      .describe('What a vehicle can have and an incident can need, such as a wheelchair lift.'),
    areas: z.array(area).max(400).describe('The areas that teams serve.'),
    callTypes: z.array(callType).max(LONGEST_LIST).describe('The call types of the center.'),
    promises: promises.describe('The times shown on screen.'),
    statusLimits: z
      .array(statusLimit)
      .max(400)
      .exactOptional()
      .describe('How long a unit may stay in a status. The first that fits holds.'),
    phoneDesk: phoneDesk.exactOptional().describe('How calls are answered by phone.'),
  })
  .meta({ title: 'a policy' }) satisfies z.ZodType<Policy>;

/** The JSON Schema (draft 2020-12) of a policy document, for editors outside CareDesk. */
export function policyJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(policySchema);
  return { $schema, ...schema, title: 'CareDesk routing policy', description: SAID_OF_THE_WHOLE };
}

const SAID_OF_THE_WHOLE =
  'Everything a center decides for itself about routing. Ids that lead nowhere and other mistakes between members are found when CareDesk reads it.';
