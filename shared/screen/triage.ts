import {
  standingOf,
  type Branching,
  type GivenBy,
  type ScreenAnswers,
  type ScreenRole,
  SCREEN_ROLES,
} from './screen-question.ts';

export type Severity = 'none' | 'low' | 'moderate' | 'high';

/**
 * What a screen says. Without a plain answer of the person themselves to every question it is not
 * established, and that is never low or none (invariant 16); with any yes it counts as moderate at least.
 */
export type ScreenResult =
  | { readonly kind: 'established'; readonly severity: Severity }
  | {
      readonly kind: 'not-established';
      readonly atLeast: 'moderate' | null;
      readonly because: readonly NotEstablished[];
    };

/** Why: what was refused, what could not be answered, what somebody else said, what nobody asked. */
export interface NotEstablished {
  readonly why: 'refused' | 'unable' | 'third-party' | 'not-asked';
  readonly roles: readonly ScreenRole[];
}

/** How severe a yes to each question is. Severities are never added up: the highest one counts. */
export const SEVERITY_OF_YES: Readonly<Record<ScreenRole, Severity>> = {
  wish: 'low',
  thoughts: 'low',
  method: 'moderate',
  intent: 'high',
  plan: 'high',
  behavior: 'moderate',
  'behavior-recent': 'high',
};

const SEVERITIES: readonly Severity[] = ['none', 'low', 'moderate', 'high'];

/** The highest severity somebody said yes to, whoever it was. */
export function highestYes(answers: ScreenAnswers): Severity {
  let highest: Severity = 'none';
  for (const role of SCREEN_ROLES) {
    if (answers[role]?.answer !== 'yes') continue;
    const severity = SEVERITY_OF_YES[role];
    if (SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(highest)) highest = severity;
  }
  return highest;
}

export function triage(answers: ScreenAnswers, branching: Branching): ScreenResult {
  const severity = highestYes(answers);
  // Nothing that is still open or that somebody else said could make it higher, or may make it lower.
  if (severity === 'high') return { kind: 'established', severity };
  const because = whyNotEstablished(answers, branching);
  if (because.length === 0) return { kind: 'established', severity };
  return { kind: 'not-established', atLeast: severity === 'none' ? null : 'moderate', because };
}

const WHYS = ['refused', 'unable', 'third-party', 'not-asked'] as const;

function whyNotEstablished(answers: ScreenAnswers, branching: Branching): NotEstablished[] {
  const found = new Map<NotEstablished['why'], ScreenRole[]>();
  for (const role of SCREEN_ROLES) {
    const why = whyOf(role, answers[role], answers, branching);
    if (why !== null) found.set(why, [...(found.get(why) ?? []), role]);
  }
  return WHYS.flatMap((why) => {
    const roles = found.get(why);
    return roles === undefined ? [] : [{ why, roles }];
  });
}

function whyOf(
  role: ScreenRole,
  given: GivenBy | undefined,
  answers: ScreenAnswers,
  branching: Branching,
): NotEstablished['why'] | null {
  // One that was left out, or waits, is spoken for by the question it comes after.
  if (given === undefined)
    return standingOf(role, answers, branching) === 'ask' ? 'not-asked' : null;
  if (given.answer === 'refused' || given.answer === 'unable') return given.answer;
  return given.informant === 'third-party' ? 'third-party' : null;
}
