import { FIELD, isNamed, hasToBeNamed, namesBehavior, saysLittle } from './field-words.ts';
import { sameWords, type Learned, type LearnedString } from './learn.ts';
import type { TypeNexus } from './type-nexus.ts';
import { typeWords, type TypeWord } from './type-words.ts';

/** How far a proposal may be trusted, in words a person can weigh. */
export const CONFIDENCES = ['sure', 'likely', 'guess', 'unknown'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What an unknown type string may mean. It is for a person to look at, and has no effect by itself. */
export interface Proposal {
  /** A call type of the policy; null when nothing can be proposed. */
  readonly callType: string | null;
  readonly nexus: TypeNexus;
  readonly confidence: Confidence;
  /** Whole sentences without their stop, the strongest first; never empty. */
  readonly because: readonly string[];
}

/** A type of the policy, as far as a proposal looks at it. */
export type NexusOfType = ReadonlyMap<string, TypeNexus>;

/** How many strings' worth of doubt each count is read with. */
const DOUBT = 3;
/** How much the number of strings of a type counts: less than one, for crimes have many strings and few calls. */
const PRIOR = 0.5;
/** What one strange word can hold against a type that the string names: one to this many. */
const MOST_AGAINST = 4;

interface Scored {
  readonly callType: string;
  readonly share: number;
}

/**
 * Counts how often each word stood in strings of each type, and takes the type they fit best. The same
 * string always gives the same answer; `types` are those of the policy in force.
 */
export function proposeCallType(raw: string, learned: Learned, types: NexusOfType): Proposal {
  const words = typeWords(raw);
  const said = new Set(words.map(({ word }) => word));
  const known = words.filter(({ word }) => learned.words.has(word));
  const scored = score(said, known, learned, types);
  const [best, second] = scored;
  if (best === undefined || known.length === 0) return nothing(words);

  const { callType } = best;
  const meant = types.get(callType) ?? 'none';
  // A word that names it is enough to look, whatever type comes first: this only ever adds.
  const anyway = meant === 'none' && namesBehavior(said);
  return {
    callType,
    nexus: anyway ? 'possible' : meant,
    confidence: saysLittle(said) || anyway ? 'guess' : confidenceOf(best, second, words, learned),
    because: [
      ...reasonsFor(callType, known, learned),
      ...unknownWords(words, known),
      ...(saysLittle(said) ? ['its words are said of everything'] : []),
      ...(anyway ? ['a word of it speaks of mental health or substances'] : []),
    ],
  };
}

function nothing(words: readonly TypeWord[]): Proposal {
  const said = words.map(({ written }) => written.toUpperCase()).join(', ');
  const why = said === '' ? 'it has no words' : `no known type has the words ${said}`;
  return { callType: null, nexus: 'none', confidence: 'unknown', because: [why] };
}

function score(
  said: ReadonlySet<string>,
  known: readonly TypeWord[],
  learned: Learned,
  types: NexusOfType,
): Scored[] {
  const weighed: { callType: string; weight: number }[] = [];
  for (const [callType, strings] of learned.types) {
    if (!types.has(callType) || !isNamed(callType, said)) continue;
    const prior = PRIOR * Math.log(strings / learned.all);
    const weight = known.reduce((sum, { word }) => sum + pull(word, callType, learned), prior);
    weighed.push({ callType, weight });
  }
  const top = Math.max(...weighed.map(({ weight }) => weight));
  const whole = weighed.reduce((sum, { weight }) => sum + Math.exp(weight - top), 0);
  return weighed
    .map(({ callType, weight }) => ({ callType, share: Math.exp(weight - top) / whole }))
    .sort((a, b) => b.share - a.share || (a.callType < b.callType ? -1 : 1));
}

/** How much more often a word stands in strings of a type than elsewhere, as a logarithm. */
function pull(word: string, callType: string, { words, types, all }: Learned): number {
  const counted = words.get(word);
  if (counted === undefined) return 0;
  const usual = counted.total / all;
  const here = counted.in.get(callType) ?? 0;
  const times = (here + DOUBT * usual) / ((types.get(callType) ?? 0) + DOUBT) / usual;
  // Types differ in how many strings they have: a word none of a few had is no more against them.
  return Math.log(hasToBeNamed(callType) ? Math.max(times, 1 / MOST_AGAINST) : times);
}

function confidenceOf(
  best: Scored,
  second: Scored | undefined,
  words: readonly TypeWord[],
  learned: Learned,
): Confidence {
  const same = learned.written.get(sameWords(words.map(({ word }) => word)));
  if (same?.size === 1 && same.has(best.callType)) return 'sure';
  if (best.share >= 0.9 && words.every(({ word }) => learned.words.has(word))) return 'sure';
  return best.share >= 0.6 && best.share - (second?.share ?? 0) >= 0.3 ? 'likely' : 'guess';
}

const MOST_REASONS = 2;

/** “because of MENTAL, as in “MENTAL PATIENT” (New Orleans)”. */
function reasonsFor(callType: string, known: readonly TypeWord[], learned: Learned): string[] {
  const telling = known
    .map((each) => ({ ...each, pull: pull(each.word, callType, learned) }))
    .filter((each) => each.pull > 0)
    .sort((a, b) => b.pull - a.pull || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_REASONS)
    .filter((each, _, [strongest]) => each.pull >= (strongest?.pull ?? 0) / 2);
  if (telling.length === 0) return ['its words stand in types of every kind'];
  return telling.map(({ word, written }) => {
    const example = exampleOf(word, callType, learned);
    const as = example === null ? '' : `, as in “${example.raw}” (${example.centers.join(', ')})`;
    return `because of ${written.toUpperCase()}${as}`;
  });
}

/** A string of a center before one of the registry, a short one before a long one, plain words before rare ones. */
function exampleOf(word: string, callType: string, learned: Learned): LearnedString | null {
  const plainness = ({ words }: LearnedString) =>
    [...words].reduce((sum, each) => sum + (learned.words.get(each)?.total ?? 0), 0);
  const isBetter = (a: LearnedString, b: LearnedString) => {
    const byField = Number(a.centers.includes(FIELD)) - Number(b.centers.includes(FIELD));
    const better = byField || a.words.size - b.words.size || plainness(b) - plainness(a);
    return better === 0 ? a.raw < b.raw : better < 0;
  };
  let best: LearnedString | null = null;
  for (const each of learned.standsIn.get(word) ?? [])
    if (each.callType === callType && (best === null || isBetter(each, best))) best = each;
  return best;
}

function unknownWords(words: readonly TypeWord[], known: readonly TypeWord[]): string[] {
  const strange = words.filter(({ word }) => !known.some((each) => each.word === word));
  if (strange.length === 0) return [];
  return [`nothing is known of ${strange.map(({ written }) => written.toUpperCase()).join(', ')}`];
}
