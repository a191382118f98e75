import type { z } from 'zod';
import type { Answers } from './answer.ts';
import { keepStanding } from './access/keep-standing.ts';
import { consoleAnswers } from './access/console-answers.ts';
import { accountAnswers } from './access/account-answers.ts';
import { auditAnswers } from './audit/audit-answers.ts';
import { areaAnswers } from './areas/area-answers.ts';
import { placeAnswers } from './place/place-answers.ts';
import { callTypeAnswers } from './call-type/call-type-answers.ts';
import { screenAnswers } from './clinical/screen-answers.ts';
import { screenerAnswers } from './clinical/screener-answers.ts';
import { cautionAnswers } from './caution-answers.ts';
import { centerAnswers } from './center-answers.ts';
import { contactAnswers } from './contact-answers.ts';
import { planAnswers } from './clinical/plan-answers.ts';
import { draftAnswers } from './drafts/draft-answers.ts';
import { directoryAnswers } from './directory/directory-answers.ts';
import { defectOf } from './defect.ts';
import type { DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import { eidoAnswers } from './delivery/eido-answers.ts';
import { sharingAnswers } from './disclosure/sharing-answers.ts';
import { duplicateAnswers } from './duplicate/duplicate-answers.ts';
import { echoAnswers } from './echo/echo-answers.ts';
import { handOverAnswers } from './hand-over/hand-over-answers.ts';
import { importAnswers } from './import/import-answers.ts';
import type { ImportDesk } from './import/import-desk.ts';
import { incidentAnswers } from './incident-answers.ts';
import { intakeLineAnswers } from './intake-line/intake-line-answers.ts';
import { intakeAnswers } from './intake-answers.ts';
import { unservedAnswers } from './ledger/unserved-ledger.ts';
import { lookAnswers } from './look-answers.ts';
import { backEntryAnswers } from './outage/back-entry-answers.ts';
import { paperAnswers } from './paper/paper-answers.ts';
import { locationAnswers } from './location/location-answers.ts';
import { monitorAnswers } from './phone/monitor-answers.ts';
import { availabilityAnswers } from './phone/availability-answers.ts';
import { phoneAnswers } from './phone-answers.ts';
import { from988Answers } from './phone/from-988-answers.ts';
import { transferAnswers } from './phone/transfer-answers.ts';
import { outcomeAnswers } from './phone/outcome-answers.ts';
import { personAnswers } from './person/person-answers.ts';
import { policyAnswers } from './policy/policy-answers.ts';
import { referralAnswers } from './referral/referral-answers.ts';
import { exportAnswers } from './outcomes/export-answers.ts';
import { pastCallAnswers } from './outcomes/past-call-lines.ts';
import { overrideAnswers } from './review/override-review.ts';
import type { CopyDesk } from './copies/copy-desk.ts';
import { copiesAnswers } from './copies/copies-answers.ts';
import { costAnswers } from './outcomes/cost-answers.ts';
import { outcomeFigureAnswers } from './outcomes/outcome-figure-answers.ts';
import { repeatAnswers } from './outcomes/repeat-answers.ts';
import { staffingAnswers } from './outcomes/staffing-basis.ts';
import { retentionAnswers } from './retention/retention-answers.ts';
import { rosterAnswers } from './roster/roster-answers.ts';
import { keepDuty } from './roster/duty-watch.ts';
import { storeKeyAnswers } from './store-key/store-key-answers.ts';
import { safetyAnswers } from './safety-answers.ts';
import { undoAnswers } from './undo-answers.ts';
import { stagingAnswers } from './staging-answers.ts';
import { notShown } from './trouble/not-read.ts';
import { unitAnswers } from './unit-answers.ts';
import { wantsAnswers } from './wants-answers.ts';
import { consoleContract, type Topic } from '#shared/contract/console-contract.ts';
import type { Endpoint, Reply } from '#shared/contract/endpoint.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { may } from '#shared/roster/permission.ts';

export function answersOf(core: DeskCore, imports: ImportDesk, copies: CopyDesk): Answers {
  return {
    ...centerAnswers(core),
    ...accountAnswers(core),
    ...consoleAnswers(core),
    ...draftAnswers(core),
    ...lookAnswers(core),
    ...intakeAnswers(core),
    ...duplicateAnswers(core),
    ...incidentAnswers(core),
    ...phoneAnswers(core),
    ...monitorAnswers(core),
    ...transferAnswers(core),
    ...availabilityAnswers(core),
    ...from988Answers(core),
    ...outcomeAnswers(core),
    ...echoAnswers(core),
    ...unitAnswers(core),
    ...retentionAnswers(core, copies),
    ...rosterAnswers(core),
    ...undoAnswers(core),
    ...eidoAnswers(core),
    ...wantsAnswers(core),
    ...stagingAnswers(core),
    ...safetyAnswers(core),
    ...policyAnswers(core),
    ...personAnswers(core),
    ...cautionAnswers(core),
    ...contactAnswers(core),
    ...copiesAnswers(core, copies),
    ...costAnswers(core),
    ...outcomeFigureAnswers(core),
    ...repeatAnswers(core),
    ...staffingAnswers(core),
    ...sharingAnswers(core),
    ...referralAnswers(core),
    ...handOverAnswers(core),
    ...overrideAnswers(core),
    ...unservedAnswers(core),
    ...exportAnswers(),
    ...pastCallAnswers(core),
    ...paperAnswers(core),
    ...planAnswers(core),
    ...backEntryAnswers(core),
    ...areaAnswers(core),
    ...callTypeAnswers(core),
    ...locationAnswers(core),
    ...screenAnswers(core),
    ...screenerAnswers(core),
    ...directoryAnswers(core),
    ...importAnswers(core, imports),
    ...intakeLineAnswers(core),
    ...placeAnswers(core),
    ...auditAnswers(core),
    ...storeKeyAnswers(core),
  };
}

/**
 * The door: known topic, permission, strict input, then the answer. Bad input is refused with a
 * sentence; a defect is logged without the input and says that nothing was written.
 */
export function answerTopic(
  core: DeskCore,
  answers: Answers,
  topic: unknown,
  input: unknown,
  session: Session,
): Reply<unknown> {
  const started = performance.now();
  let defect: string | null = null;
  let reply: Reply<unknown>;
  try {
    keepDuty(core);
  } catch (error) {
    // Nobody is kept from asking for police because a roster cannot be read.
    defect = core.troubles.met(error) === null ? defectOf(error) : null;
  }
  const written = core.written;
  try {
    keepStanding(core, session);
    reply = core.readings.by(session.operator?.operatorId ?? null, () =>
      attempt(answers, topic, input, session),
    );
  } catch (error) {
    const asked = isQuery(topic) ? topic : null;
    const met = asked === null ? core.troubles.met(error) : core.troubles.metReading(error, asked);
    if (met === null) defect = defectOf(error);
    const failed = asked === null ? FAILED : notShown(asked);
    // What was committed before something went wrong is on the record: nobody may do it twice.
    reply = no(core.written > written ? WRITTEN : (met ?? failed));
  }
  core.options.log({
    topic: typeof topic === 'string' && Object.hasOwn(consoleContract, topic) ? topic : 'unknown',
    ms: performance.now() - started,
    outcome: reply.ok ? 'ok' : reply.refused,
    operator: session.operator?.operatorId ?? null,
    defect,
  });
  return reply;
}

const WRITTEN = refuse(
  'written-not-read',
  'This was written, but CareDesk could not read it back. Do not do it again: look at the timeline, and tell your supervisor.',
);

const FAILED = refuse(
  'failed',
  'CareDesk could not do this, and nothing was changed. Try again; if it stays, use the paper form and tell your supervisor.',
);

type Asked = Endpoint<z.ZodType, unknown>;

function isQuery(topic: unknown): topic is Topic {
  return (
    typeof topic === 'string' &&
    Object.hasOwn(consoleContract, topic) &&
    consoleContract[topic as Topic].kind === 'query'
  );
}

const LOCKED = refuse(
  'locked',
  'This console is locked, and nothing was changed. Unlock it with your passphrase; police/EMS now works all the same.',
);

function attempt(
  answers: Answers,
  topic: unknown,
  input: unknown,
  session: Session,
): Reply<unknown> {
  if (typeof topic !== 'string' || !Object.hasOwn(consoleContract, topic))
    return no(refuse('unknown-topic', 'The console asked something this desk does not know.'));
  const key = topic as Topic;
  const { needs, input: schema, whileLocked }: Asked = consoleContract[key];
  if (session.locked === true && whileLocked !== true) return no(LOCKED);
  if (needs !== null) {
    if (session.operator === null)
      return no(refuse('not-signed-on', 'Sign on first. Nothing was changed.'));
    if (!may(session.operator.role, needs))
      return no(
        refuse('not-allowed', `A ${session.operator.role} may not do this. Nothing was changed.`),
      );
  }
  const parsed = readBy(schema, input);
  if (!parsed?.success) {
    const issue = parsed?.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    const what = shortened(`${where}${issue?.message ?? 'not understood'}`);
    return no(refuse('malformed', `${what}. Nothing was changed.`));
  }
  const handler = answers[key] as (input: unknown, session: Session) => unknown;
  const value = handler(parsed.data, session);
  return isRefusal(value) ? no(value) : { ok: true, value };
}

/** Null for what cannot even be looked at: bytes that are no list, a member that throws when it is read. */
function readBy(schema: Endpoint<z.ZodType, unknown>['input'], input: unknown) {
  try {
    return schema.safeParse(input);
  } catch {
    return null;
  }
}

/** It quotes what came; somebody who sends a book does not get it back. */
function shortened(what: string): string {
  return what.length <= LONGEST_FAULT ? what : `${what.slice(0, LONGEST_FAULT)}…`;
}

const LONGEST_FAULT = 400;

function no({ refused, because, meanwhile }: Refusal): Reply<never> {
  return { ok: false, refused, because, ...(meanwhile === undefined ? {} : { meanwhile }) };
}
