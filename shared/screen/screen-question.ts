/**
 * What each question of a suicide screen asks about, in the order they are asked. The wording belongs to its
 * owner and is installed by the center; CareDesk ships none of it.
 */
export const SCREEN_ROLES = [
  'wish',
  'thoughts',
  'method',
  'intent',
  'plan',
  'behavior',
  'behavior-recent',
] as const;
export type ScreenRole = (typeof SCREEN_ROLES)[number];

/** Our own words for what a question is about: for the record, and for a center that installed no wording. */
export const ROLE_SUMMARIES: Readonly<Record<ScreenRole, string>> = {
  wish: 'Wish to be dead',
  thoughts: 'Thoughts of suicide',
  method: 'Has a way in mind',
  intent: 'Means to act on it',
  plan: 'Plan worked out',
  behavior: 'Ever acted or got ready to',
  'behavior-recent': 'That was in the past 3 months',
};

/** What somebody answered. Neither of the last two is a no (invariant 16). */
export const GIVEN_ANSWERS = ['yes', 'no', 'refused', 'unable'] as const;
export type GivenAnswer = (typeof GIVEN_ANSWERS)[number];

/** *Not asked* takes an answer back that was meant for another question. */
export const SCREEN_ANSWERS = [...GIVEN_ANSWERS, 'not-asked'] as const;
export type ScreenAnswer = (typeof SCREEN_ANSWERS)[number];

export const SCREEN_ANSWER_LABELS: Readonly<Record<ScreenAnswer, string>> = {
  yes: 'yes',
  no: 'no',
  refused: 'refused to answer',
  unable: 'could not answer',
  'not-asked': 'not asked',
};

export const SCREEN_INFORMANTS = ['person', 'third-party'] as const;
export type ScreenInformant = (typeof SCREEN_INFORMANTS)[number];

export const SCREEN_INFORMANT_LABELS: Readonly<Record<ScreenInformant, string>> = {
  person: 'the person',
  'third-party': 'somebody else',
};

export interface GivenBy {
  readonly answer: GivenAnswer;
  readonly informant: ScreenInformant;
}

/** What was answered so far; a question that is missing was not asked. */
export type ScreenAnswers = Readonly<Partial<Record<ScreenRole, GivenBy>>>;

/** A question is asked once another one was answered in one of these ways. */
export interface AskedAfter {
  readonly role: ScreenRole;
  readonly on: readonly GivenAnswer[];
}

/** For each question what it comes after; null is asked always. */
export type Branching = Readonly<Record<ScreenRole, AskedAfter | null>>;

/**
 * What a question may come after. Only these can be left out and hide nothing: without thoughts there is
 * no way, intent or plan, and without behavior none that is recent.
 */
export const MAY_COME_AFTER: Readonly<Record<ScreenRole, ScreenRole | null>> = {
  wish: null,
  thoughts: null,
  method: 'thoughts',
  intent: 'thoughts',
  plan: 'thoughts',
  behavior: null,
  'behavior-recent': 'behavior',
};

const onYes = (role: ScreenRole): AskedAfter => ({ role, on: ['yes'] });

/** The branching of a screen without an installed wording: that of the protocol itself. */
export const PLAIN_BRANCHING: Branching = {
  wish: null,
  thoughts: null,
  method: onYes('thoughts'),
  intent: onYes('thoughts'),
  plan: onYes('thoughts'),
  behavior: null,
  'behavior-recent': onYes('behavior'),
};

/**
 * Where a question stands: to be asked; waiting for the answer it comes after; or left out, because a plain
 * no ruled it out (`ruled-out`) or because the question before it got no plain answer (`out-of-reach`).
 */
export type Standing = 'ask' | 'waits' | 'ruled-out' | 'out-of-reach';

export function standingOf(
  role: ScreenRole,
  answers: ScreenAnswers,
  branching: Branching,
): Standing {
  const after = branching[role];
  if (after === null) return 'ask';
  const before = answers[after.role]?.answer;
  if (before === undefined) return 'waits';
  if (after.on.includes(before)) return 'ask';
  return before === 'no' ? 'ruled-out' : 'out-of-reach';
}

/** Questions to ask that nobody has answered, in the given order. */
export function openRoles(
  order: readonly ScreenRole[],
  answers: ScreenAnswers,
  branching: Branching,
): ScreenRole[] {
  return order.filter(
    (role) => answers[role] === undefined && standingOf(role, answers, branching) === 'ask',
  );
}
