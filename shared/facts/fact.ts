import type { OperatorId } from '../lib/brand.ts';

/** What a person answered. *Unknown* means it was asked and nobody knows; it is not "not asked". */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What a rule may read of a fact. *Not asked* is never "no" (invariant 3). */
export const READINGS = [...ANSWERS, 'not-asked'] as const;
export type Reading = (typeof READINGS)[number];

/** Who said it: shown beside every answer, so that hearsay is not passed on as sight. */
export const INFORMANTS = [
  'caller-saw',
  'caller-was-told',
  'responder',
  'record',
  'counselor-was-told',
] as const;
export type Informant = (typeof INFORMANTS)[number];

export const INFORMANT_LABELS: Readonly<Record<Informant, string>> = {
  'caller-saw': 'caller saw it',
  'caller-was-told': 'caller was told',
  responder: 'responder on scene',
  record: 'from a record',
  'counselor-was-told': '988 counselor was told',
};

export interface FactAnswer {
  readonly answer: Answer;
  readonly informant: Informant;
  /** ISO instant. */
  readonly at: string;
  readonly by: OperatorId;
}

/** The latest answer first in meaning, the earlier ones kept: an answer is replaced, never edited. */
export interface FactRecord {
  readonly current: FactAnswer;
  readonly earlier: readonly FactAnswer[];
  /** Set when the answer outlived its policy age or the caller changed; cleared by a new answer. */
  readonly aged: boolean;
}

export type Facts = Readonly<Record<string, FactRecord>>;

/**
 * The reading a rule sees. An aged *no* or *unknown* counts as not asked; an aged *yes* still counts as
 * yes until somebody answers again, because the passing of time may never lower a level (invariant 3).
 * Where the policy says so, a *no* that is only hearsay counts as unknown (invariant 16).
 */
export function readFact(facts: Facts, factId: string, hearsayIsUnknown = false): Reading {
  const record = facts[factId];
  if (record === undefined) return 'not-asked';
  if (record.aged && record.current.answer !== 'yes') return 'not-asked';
  return readAnswer(record.current, hearsayIsUnknown);
}

/** Told by somebody who neither saw it nor lives it. */
function isHearsay(informant: Informant): boolean {
  return ['caller-was-told', 'record', 'counselor-was-told'].includes(informant);
}

/** The reading of the answer as given, however old: what was known when somebody was sent. */
export function readAsGiven(facts: Facts, factId: string, hearsayIsUnknown = false): Reading {
  const record = facts[factId];
  return record === undefined ? 'not-asked' : readAnswer(record.current, hearsayIsUnknown);
}

function readAnswer({ answer, informant }: FactAnswer, hearsayIsUnknown: boolean): Answer {
  return hearsayIsUnknown && answer === 'no' && isHearsay(informant) ? 'unknown' : answer;
}

export function withAnswer(facts: Facts, factId: string, answer: FactAnswer): Facts {
  const known = facts[factId];
  const earlier = known === undefined ? [] : [...known.earlier, known.current];
  return { ...facts, [factId]: { current: answer, earlier, aged: false } };
}

export function withAged(facts: Facts, factIds: readonly string[]): Facts {
  const next: Record<string, FactRecord> = { ...facts };
  for (const factId of factIds) {
    const known = next[factId];
    if (known !== undefined) next[factId] = { ...known, aged: true };
  }
  return next;
}
