import type { InstrumentQuestion, Wording } from './instrument.ts';
import {
  GIVEN_ANSWERS,
  MAY_COME_AFTER,
  SCREEN_ROLES,
  type AskedAfter,
  type GivenAnswer,
  type ScreenRole,
} from './screen-question.ts';

/** No screen is near these; a file beyond them is another thing, or wants to do harm. */
export const SCREENER_LIMITS = {
  /** Groups and texts counted. */
  questions: 60,
  /** Groups in groups. */
  depth: 6,
  conditions: 10,
  languages: 20,
  wording: 2000,
  title: 300,
  copyright: 4000,
  linkId: 255,
} as const;

/** A question as a file has it, whatever its format. */
export interface QuestionDraft {
  readonly linkId: string;
  /** Null when the file does not say which question of the screen it is. */
  readonly role: ScreenRole | null;
  readonly wording: readonly Wording[];
  readonly conditions: readonly DraftCondition[];
  /** Whether all conditions have to hold or one is enough. */
  readonly behavior: 'all' | 'any';
}

export interface DraftCondition {
  /** The linkId it asks about. */
  readonly question: string;
  /** The answers it holds for. */
  readonly holdsFor: readonly GivenAnswer[];
}

/** “Question /93249-1”, as every sentence about one begins. */
export function called(linkId: string): string {
  return `Question ${linkId.slice(0, 80)}`;
}

/**
 * The questions of a screen, or everything that keeps them from being one: each role once, every condition
 * one that can hide nothing.
 */
export function questionsIn(
  drafts: readonly QuestionDraft[],
): { readonly questions: readonly InstrumentQuestion[] } | { readonly faults: readonly string[] } {
  const faults = [
    ...sameTwice(drafts),
    ...rolesMissing(drafts),
    ...drafts.flatMap((draft) => [...conditionFaults(draft, drafts)]),
  ];
  if (faults.length > 0) return { faults };
  return {
    questions: drafts.flatMap(({ linkId, role, wording, ...asked }) =>
      role === null ? [] : [{ linkId, role, wording, after: afterOf(role, asked) }],
    ),
  };
}

function* sameTwice(drafts: readonly QuestionDraft[]): Generator<string> {
  const ids = new Set<string>();
  const roles = new Map<ScreenRole, string>();
  for (const { linkId, role } of drafts) {
    if (ids.has(linkId))
      yield `${called(linkId)} is there twice. Give each question a linkId of its own.`;
    ids.add(linkId);
    const known = role === null ? undefined : roles.get(role);
    if (known !== undefined && known !== linkId)
      yield `${called(linkId)} asks the same as ${known} (${role}). A screen asks each thing once.`;
    if (role !== null) roles.set(role, linkId);
  }
}

function* rolesMissing(drafts: readonly QuestionDraft[]): Generator<string> {
  for (const { linkId, role } of drafts)
    if (role === null)
      yield `${called(linkId)} is no known question of the screen. Give it its LOINC code, or write the file in CareDesk’s own format and say what it asks.`;
  const missing = SCREEN_ROLES.filter((role) => !drafts.some((draft) => draft.role === role));
  if (missing.length > 0)
    yield `The screen lacks ${missing.join(', ')}. All seven questions are needed, or its triage would not hold.`;
}

/** What is wrong with the branching of one question, in a sentence each. */
function* conditionFaults(
  draft: QuestionDraft,
  drafts: readonly QuestionDraft[],
): Generator<string> {
  const { linkId, role, conditions } = draft;
  const name = called(linkId);
  const at = drafts.indexOf(draft);
  for (const { question } of conditions) {
    const before = drafts.findIndex((each) => each.linkId === question);
    if (before < 0)
      yield `${name} depends on ${question.slice(0, 80)}, which is not in the file. Correct its enableWhen.`;
    else if (leadsBackTo(linkId, question, drafts))
      yield `${name} depends on ${question.slice(0, 80)}, and that depends on it again: neither would ever be asked. Break the circle.`;
    else if (before > at)
      yield `${name} depends on ${question.slice(0, 80)}, which is asked after it. Put that one first.`;
    else {
      const allowed = role === null ? null : MAY_COME_AFTER[role];
      if (role !== null && drafts[before]?.role !== allowed)
        yield allowed === null
          ? `${name} (${role}) has to be asked always: left out, it could hide a risk. Take its enableWhen away.`
          : `${name} (${role}) may depend on the question about ${allowed} only: left out for another answer, it could hide a risk.`;
    }
  }
  if (conditions.length > 0 && !held(draft).includes('yes'))
    yield `${name} would not be asked after a yes to what it comes after, and that could hide a risk. Correct its enableWhen.`;
}

/** Follows the conditions from one question; every question is looked at once, so a circle ends too. */
function leadsBackTo(linkId: string, from: string, drafts: readonly QuestionDraft[]): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === linkId) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { linkId: each, conditions } of drafts)
      if (each === next) open.push(...conditions.map(({ question }) => question));
  }
  return false;
}

/** The answers to the question before after which this one is asked. */
function held({ conditions, behavior }: Pick<QuestionDraft, 'conditions' | 'behavior'>) {
  const holds = (answer: GivenAnswer) => (each: DraftCondition) => each.holdsFor.includes(answer);
  return GIVEN_ANSWERS.filter((answer) =>
    behavior === 'all' ? conditions.every(holds(answer)) : conditions.some(holds(answer)),
  );
}

function afterOf(
  role: ScreenRole,
  asked: Pick<QuestionDraft, 'conditions' | 'behavior'>,
): AskedAfter | null {
  const before = MAY_COME_AFTER[role];
  if (before === null || asked.conditions.length === 0) return null;
  return { role: before, on: held(asked) };
}
