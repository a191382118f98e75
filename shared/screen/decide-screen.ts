import { hazardOf } from './say-screen.ts';
import { withGiven, type GivenAnswerTo, type Screen, type ScreenEvent } from './screen-events.ts';
import { factsFromScreen, screenSays } from './screen-facts.ts';
import { SCREEN_ROLES, type Branching, type ScreenAnswers } from './screen-question.ts';
import { triage } from './triage.ts';
import type { DecideContext } from '../incident/context.ts';
import { recordFacts } from '../incident/decide-intake.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { Incident } from '../incident/incident.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import type { OperatorId, ScreenId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { readingsOf } from '../routing/evaluate.ts';

type Decided = (ScreenEvent | IncidentEvent)[] | Refusal;

/** A screen is asked by the clinician on the line, one at a time. */
export function beginScreen(
  incident: Incident,
  before: readonly Pick<Screen, 'finished'>[],
  began: { readonly screenId: ScreenId; readonly instrument: string | null },
  { by }: Pick<DecideContext, 'by'>,
): Decided {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (!isOnTheLine(incident, by))
    return refuse(
      'not-with-you',
      `The call of incident ${incident.number} is not with you, so you cannot screen. Take it first. Nothing was recorded.`,
    );
  if (before.some(({ finished }) => finished === null))
    return refuse(
      'screen-under-way',
      `A screen of incident ${incident.number} is under way. Go on with it, or finish it first. Nothing was recorded.`,
    );
  return [{ type: 'screen.began', incidentId: incident.incidentId, ...began }];
}

/**
 * One answer, and what routing learns from it: both in the same commit, so that the level rises with the
 * answer and not after it.
 */
export function answerScreen(
  incident: Incident,
  screen: Screen,
  given: GivenAnswerTo,
  branching: Branching,
  context: DecideContext,
): Decided {
  const barred = mayNotGoOn(incident, screen, context.by);
  if (barred !== null) return barred;
  const known = screen.answers[given.role];
  if (given.answer === 'not-asked' ? known === undefined : isSame(known, given)) return [];
  const after = withGiven(screen, given, { at: context.now, by: context.by });
  const result = triage(after.answers, branching);
  // Of a screen under way only danger is said: that it is not finished is no news.
  const hazard = hazardOf(result) === 'high' ? 'high' : null;
  return [
    { type: 'screen.answered', ...idsOf(screen), given, hazard },
    ...routed(incident, { ...after, finished: null }, branching, context),
  ];
}

/** Nothing more is asked now. It may be finished with questions open: then nothing is established. */
export function finishScreen(
  incident: Incident,
  screen: Screen,
  branching: Branching,
  context: DecideContext,
): Decided {
  const barred = mayNotGoOn(incident, screen, context.by);
  if (barred !== null) return barred;
  if (screen.finished !== null) return [];
  const answers = plainly(screen.answers);
  const result = triage(answers, branching);
  const finished = { at: context.now, by: context.by };
  return [
    { type: 'screen.finished', ...idsOf(screen), result, answers, hazard: hazardOf(result) },
    ...routed(incident, { ...screen, finished }, branching, context),
  ];
}

function routed(
  incident: Incident,
  { answers, informant, finished }: Screen,
  branching: Branching,
  context: DecideContext,
): IncidentEvent[] {
  const says = screenSays(triage(answers, branching), answers, finished !== null);
  const { policy } = context;
  const read = readingsOf(incident.facts, policy);
  const facts = factsFromScreen(says, answers, informant ?? 'third-party', policy, read);
  return facts.length === 0 ? [] : recordFacts(incident, facts, context);
}

function mayNotGoOn(incident: Incident, screen: Screen, by: OperatorId): Refusal | null {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  // Who asked it may still put an answer right when the call has ended.
  if (isOnTheLine(incident, by) || screen.beganBy === by) return null;
  return refuse(
    'not-with-you',
    `The call of incident ${incident.number} is not with you, so its screen is not yours to answer. Nothing was recorded.`,
  );
}

function isOnTheLine({ phone }: Incident, by: OperatorId): boolean {
  return (
    (phone.state === 'with-clinician' || phone.state === 'transferring') && phone.clinician === by
  );
}

function isSame(known: Screen['answers'][GivenAnswerTo['role']], given: GivenAnswerTo): boolean {
  return known?.answer === given.answer && known.informant === given.informant;
}

function idsOf({ incidentId, screenId }: Screen): Pick<Screen, 'incidentId' | 'screenId'> {
  return { incidentId, screenId };
}

/** The answers without when and by whom: each has an entry of its own that says so. */
function plainly(answers: Screen['answers']): ScreenAnswers {
  const given = SCREEN_ROLES.flatMap((role) => {
    const known = answers[role];
    if (known === undefined) return [];
    return [[role, { answer: known.answer, informant: known.informant }] as const];
  });
  return Object.fromEntries(given);
}
