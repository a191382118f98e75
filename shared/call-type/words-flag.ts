import { mentionsIn, saidIn, type Mention } from './narrative-nexus.ts';
import { MEANINGS, type Meaning } from './narrative-rules.ts';
import type { OperatorId } from '../lib/brand.ts';
import { readAsGiven, type Facts } from '../facts/fact.ts';
import { findFact, type Policy } from '../policy/policy.ts';

/** What somebody said, once, wherever it was said. */
export type Said = Pick<Mention, 'said' | 'means' | 'denied'>;

/** What is kept of an incident's words besides the caller's own, which stand in it. */
export interface Narrative {
  /** What the notes of dispatch mention; never a word of a protected note. */
  readonly noted: readonly Said[];
  /** A person looked at these and said why they mean nothing; null while nobody did. */
  readonly setAside: {
    readonly said: readonly string[];
    readonly reason: string;
    readonly at: string;
    readonly by: OperatorId;
  } | null;
}

export const NO_NARRATIVE: Narrative = { noted: [], setAside: null };

const MOST_NOTED = 12;

/** With what a further note mentions. A note that is struck was written all the same: nothing is taken away. */
export function withNoted(narrative: Narrative, text: string): Narrative {
  const found = mentionsIn(text).map(({ said, means, denied }) => ({ said, means, denied }));
  if (found.length === 0) return narrative;
  const noted = onceEach([...narrative.noted, ...found]).slice(0, MOST_NOTED);
  return { ...narrative, noted };
}

export interface FlagSource {
  readonly callType: string | null;
  readonly facts: Facts;
  readonly words: string;
  readonly narrative: Narrative;
}

/** The words speak of it and the call does not say so yet: somebody asks. It is no answer to anything. */
export interface WordsFlag {
  /** “says “hearing voices””, for a line. */
  readonly says: string;
  readonly mentions: readonly { readonly said: string; readonly means: string }[];
  /** The question it asks: the policy's; null when it has none about behavior. */
  readonly asks: { readonly fact: string; readonly question: string } | null;
}

/** The fact of the policy that says what a call is mainly about. */
const BEHAVIORAL_FACT = 'behavioral';
const MOST_SAID = 3;

/**
 * Raised by words and notes, until the type says it, somebody has asked, or a person has set these words
 * aside with a reason. Nothing the policy recommends reads it.
 */
export function flagOf(source: FlagSource, policy: Policy): WordsFlag | null {
  const type = policy.callTypes.find(({ code }) => code === source.callType);
  if (type?.behavioral === 'yes') return null;
  const fact = findFact(policy, BEHAVIORAL_FACT);
  // A type states its answer without anybody having asked; only a person's answer settles it.
  const record = source.facts[BEHAVIORAL_FACT]?.current ?? null;
  if (record !== null && record.informant !== 'record') return null;
  if (fact !== undefined && readAsGiven(source.facts, BEHAVIORAL_FACT, false) === 'yes')
    return null;
  const said = stillSaid(source);
  if (said.length === 0) return null;
  return {
    says: `says ${said
      .slice(0, MOST_SAID)
      .map((each) => `“${each.said}”`)
      .join(', ')}`,
    mentions: said.map(({ said: text, means }) => ({ said: text, means: meaningOf(means) })),
    asks: fact === undefined ? null : { fact: fact.id, question: fact.question },
  };
}

/** What is said, not said not to be so, and not set aside. */
export function stillSaid({ words, narrative }: Pick<FlagSource, 'words' | 'narrative'>): Said[] {
  const aside = new Set(narrative.setAside?.said);
  return onceEach([...saidIn(mentionsIn(words)), ...narrative.noted]).filter(
    ({ said, denied }) => !denied && !aside.has(said),
  );
}

function meaningOf(means: Meaning): string {
  return MEANINGS[means];
}

function onceEach(all: readonly Said[]): Said[] {
  const said = new Map<string, Said>();
  for (const each of all) {
    const before = said.get(each.said);
    if (before === undefined || (before.denied && !each.denied)) said.set(each.said, each);
  }
  return [...said.values()];
}
