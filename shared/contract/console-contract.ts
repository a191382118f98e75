import { z } from 'zod';
import { command, query, whileLocked } from './endpoint.ts';
import {
  callId,
  id,
  incidentId,
  line,
  nothing,
  onIncident,
  operatorId,
  passphrase,
  position,
  prose,
  topic,
  unitId,
} from './input-parts.ts';
import { accessTopics, account } from './access-topics.ts';
import { directoryTopics } from './directory-topics.ts';
import { draftTopics } from './draft-topics.ts';
import { duplicateTopics } from './duplicate-topics.ts';
import { eidoTopics } from './eido-topics.ts';
import { echoTopics } from './echo-topics.ts';
import { handOverTopics } from './hand-over-topics.ts';
import { importTopics } from './import-topics.ts';
import { auditTopics } from './audit-topics.ts';
import { areaTopics } from './area-topics.ts';
import { ledgerTopics, unservedReason } from './ledger-topics.ts';
import { locationTopics } from './location-topics.ts';
import { monitorTopics } from './monitor-topics.ts';
import { callTypeTopics } from './call-type-topics.ts';
import { copiesTopics } from './copies-topics.ts';
import { costTopics } from './cost-topics.ts';
import { repeatTopics } from './repeat-topics.ts';
import { contactTopics } from './contact-topics.ts';
import { backEntryTopics } from './back-entry-topics.ts';
import { cautionTopics } from './caution-topics.ts';
import { intakeLineTopics } from './intake-line-topics.ts';
import { placeTopics } from './place-topics.ts';
import { offerTopics } from './offer-topics.ts';
import { outcomeFigureTopics } from './outcome-figure-topics.ts';
import { outcomeExportTopics } from './outcome-export-topics.ts';
import { outcomeTopics } from './outcome-topics.ts';
import { paperTopics } from './paper-topics.ts';
import { personTopics } from './person-topics.ts';
import { planTopics } from './plan-topics.ts';
import { policyTopics } from './policy-topics.ts';
import { referralTopics } from './referral-topics.ts';
import { retentionTopics } from './retention-topics.ts';
import { rosterTopics } from './roster-topics.ts';
import { screenTopics } from './screen-topics.ts';
import { safetyTopics } from './safety-topics.ts';
import { transferTopics } from './transfer-topics.ts';
import { undoTopics } from './undo-topics.ts';
import { sharingTopics } from './sharing-topics.ts';
import { staffingTopics } from './staffing-topics.ts';
import { stagingTopics } from './staging-topics.ts';
import { storeKeyTopics } from './store-key-topics.ts';
import { unitTopics } from './unit-topics.ts';
import { capabilityIds, languageTags, wantsTopics } from './wants-topics.ts';
import type { Answered, Found, Hello, PastSummary } from './answers.ts';
import type { BoardSnapshot } from '../board/board-rows.ts';
import type { IncidentView } from '../board/incident-view.ts';
import { ANSWERS, INFORMANTS } from '../facts/fact.ts';
import { DISPOSITION_CODES } from '../incident/disposition.ts';
import { SERVICES } from '../incident/incident.ts';
import { RECONTACT_ANSWERS } from '../incident/recontact-events.ts';
import type { UnitId } from '../lib/brand.ts';
import { PARTITIONS } from '../partition/partition.ts';
import type { Policy } from '../policy/policy.ts';
import { LEVELS } from '../routing/level.ts';
import { UNIT_STATUSES } from '../unit/unit-status.ts';

/**
 * Every question the console may ask, and every command it may give. A new line here breaks the build
 * until main answers it. Inputs are parsed in main, strictly: an unknown member is refused.
 */
export const consoleContract = {
  'desk.hello': whileLocked(query<Hello>()(null, nothing)),
  'center.set-up': command(
    null,
    z.strictObject({
      name: line.min(1, 'Give the center a name.'),
      psapId: line.min(1, 'Give the PSAP id.').max(40),
      timeZone: line.min(1),
      admin: account.omit({ role: true }),
      accounts: z.array(account).max(50),
    }),
  ),
  'desk.explore-training': command(null, nothing),
  /** Opens the wall board's window, or brings it to the front. */
  'desk.open-wall': command('see-board', nothing),
  /** On a locked console it switches the person. */
  'operator.sign-on': whileLocked(command(null, z.strictObject({ operatorId, passphrase }))),
  /** Refused while open work is theirs; `anyway` leaves all the same, and it is recorded. */
  'operator.sign-off': command(null, z.strictObject({ anyway: z.boolean().default(false) })),
  ...accessTopics,

  /** While locked it is cut: see shared/board/locked-board.ts. */
  'board.snapshot': whileLocked(query<BoardSnapshot>()('see-board', nothing)),
  'policy.in-force': query<{ policy: Policy; hash: string }>()('see-board', nothing),
  /** Also makes the incident the focused one: the feed keeps its view fresh. Null looks away. */
  'incident.focus': query<IncidentView | null>()(
    'see-board',
    z.strictObject({ incidentId: incidentId.nullable() }),
  ),
  'find.anything': query<Found>()('see-board', z.strictObject({ text: line })),
  'past.summary': query<PastSummary>()('see-board', nothing),

  'call.receive': command(
    'take-calls',
    z.strictObject({
      ani: line.max(40).nullable(),
      address: line,
      words: prose,
      callType: line.max(20).nullable(),
    }),
  ),
  'call.answer': command('take-calls', z.strictObject({ callId })),
  'incident.take': command('take-calls', onIncident),
  'incident.set-place': command(
    'answer-facts',
    z.strictObject({
      incidentId,
      address: line,
      areaId: line.max(64).nullable(),
      /** Left out, a known point stays as long as the address does. */
      position: position
        .extend({ source: z.enum(['typed', 'map']) })
        .nullable()
        .optional(),
      callback: line.max(40).nullable(),
      /** What the editor saw: a field somebody else changed since is not overwritten. Left out by whoever did not look. */
      seen: z
        .strictObject({
          address: line,
          areaId: line.max(64).nullable(),
          callback: line.max(40).nullable(),
        })
        .optional(),
    }),
  ),
  'incident.set-call-type': command(
    'answer-facts',
    z.strictObject({
      incidentId,
      callType: line.min(1).max(20),
      /** Left out by whoever did not look. */
      seen: line.max(20).nullable().optional(),
    }),
  ),
  'incident.answer-fact': command(
    'answer-facts',
    z.strictObject({
      incidentId,
      fact: line.min(1).max(64),
      answer: z.enum(ANSWERS),
      informant: z.enum(INFORMANTS),
    }),
  ),
  'incident.answer-none': command(
    'answer-facts',
    z.strictObject({ incidentId, topic, informant: z.enum(INFORMANTS) }),
  ),
  'incident.change-caller': command('answer-facts', onIncident),
  'incident.decide': command(
    'decide-response',
    z.strictObject({
      incidentId,
      seen: z.strictObject({ level: z.enum(LEVELS), response: line }),
      response: line.min(1),
      reason: prose.nullable(),
      secondPerson: z.strictObject({ operatorId, passphrase }).nullable(),
      unserved: unservedReason,
    }),
  ),
  /** Police/EMS now. Takes a call or an incident; nothing else is asked. */
  'incident.upgrade': whileLocked(
    command(
      'upgrade-police-ems',
      z.union([
        z.strictObject({ incidentId, services: z.array(z.enum(SERVICES)).min(1) }),
        z.strictObject({ callId, services: z.array(z.enum(SERVICES)).min(1) }),
      ]),
    ),
  ),
  'incident.assign-unit': command(
    'send-units',
    z.strictObject({ incidentId, unitId, reason: line.nullable() }),
  ),
  'incident.add-note': command(
    'answer-facts',
    z.strictObject({ incidentId, kind: z.enum(PARTITIONS), text: prose }),
  ),
  'incident.hold': command(
    'decide-response',
    z.strictObject({ incidentId, minutes: z.int().min(1).max(240), reason: line }),
  ),
  'incident.release-hold': command('decide-response', onIncident),
  /** A caller who waits was called again; what they say, or that nobody answers. */
  'incident.recontact': command(
    'take-calls',
    z.strictObject({ incidentId, answer: z.enum(RECONTACT_ANSWERS) }),
  ),
  'incident.close': command(
    'close-incident',
    z.strictObject({
      incidentId,
      disposition: z.enum(DISPOSITION_CODES),
      note: prose,
      unserved: unservedReason,
    }),
  ),
  'unit.set-status': command(
    'send-units',
    z.strictObject({ unitId, status: z.enum(UNIT_STATUSES) }),
  ),
  'unit.set-duty': command(
    'keep-roster',
    z.strictObject({
      unitId,
      name: line.min(1),
      role: line.min(1).max(64),
      onDuty: z.boolean(),
      reason: line.nullable(),
    }),
  ),
  'unit.add': command(
    'keep-roster',
    z.strictObject({
      unitId: id<UnitId>(),
      teamType: line.min(1),
      zone: line,
      crew: z
        .array(z.strictObject({ name: line.min(1), role: line.min(1), languages: languageTags }))
        .max(8),
      capabilities: capabilityIds,
    }),
  ),

  ...duplicateTopics,
  ...offerTopics,

  ...transferTopics,
  ...outcomeTopics,
  ...outcomeExportTopics,
  ...outcomeFigureTopics,
  ...echoTopics,
  ...unitTopics,
  ...retentionTopics,
  ...rosterTopics,
  ...undoTopics,
  ...eidoTopics,
  ...wantsTopics,
  ...stagingTopics,
  ...safetyTopics,
  ...policyTopics,
  ...personTopics,
  ...cautionTopics,
  ...contactTopics,
  ...copiesTopics,
  ...costTopics,
  ...repeatTopics,
  ...staffingTopics,
  ...sharingTopics,
  ...referralTopics,
  ...handOverTopics,
  ...monitorTopics,
  ...ledgerTopics,
  ...paperTopics,
  ...planTopics,
  ...backEntryTopics,
  ...areaTopics,
  ...callTypeTopics,
  ...locationTopics,
  ...screenTopics,
  ...directoryTopics,
  ...importTopics,
  ...intakeLineTopics,
  ...placeTopics,
  ...storeKeyTopics,

  ...auditTopics,

  ...draftTopics,
} as const;

export type ConsoleContract = typeof consoleContract;
export type Topic = keyof ConsoleContract;
/** What the renderer sends. */
export type Input<T extends Topic> = z.input<ConsoleContract[T]['input']>;
/** What main works with after parsing. */
export type Parsed<T extends Topic> = z.output<ConsoleContract[T]['input']>;
export type Output<T extends Topic> = Answered<ConsoleContract[T]>;

export const TOPICS = Object.keys(consoleContract) as Topic[];
