import { typeWords } from './type-words.ts';

/** A type string of another center, with what it means here as a person judged it. */
export interface KnownString {
  readonly raw: string;
  readonly callType: string;
  /** The centers that use it. */
  readonly centers: readonly string[];
}

/** What is counted of a word: in how many strings of each call type it stands. */
export interface LearnedWord {
  readonly in: ReadonlyMap<string, number>;
  readonly total: number;
}

export interface LearnedString extends KnownString {
  readonly words: ReadonlySet<string>;
}

/** Counts, and nothing else: the same strings always give the same. */
export interface Learned {
  readonly strings: readonly LearnedString[];
  /** How many strings each call type has, and all together. */
  readonly types: ReadonlyMap<string, number>;
  readonly all: number;
  readonly words: ReadonlyMap<string, LearnedWord>;
  /** The strings a word stands in. */
  readonly standsIn: ReadonlyMap<string, readonly LearnedString[]>;
  /** The call types of the strings of exactly these words, by `sameWords`. */
  readonly written: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Names a set of words: strings that differ in writing only have the same. */
export function sameWords(words: Iterable<string>): string {
  return [...words].sort().join(' ');
}

/** Counts the words of known strings. Two ways to write the same words count once for each call type. */
export function learn(known: readonly KnownString[]): Learned {
  const types = new Map<string, number>();
  const words = new Map<string, { in: Map<string, number>; total: number }>();
  const standsIn = new Map<string, LearnedString[]>();
  const written = new Map<string, Set<string>>();
  let all = 0;
  const strings = known.map((each): LearnedString => {
    const said = new Set(typeWords(each.raw).map(({ word }) => word));
    const learned = { ...each, words: said };
    for (const word of said) put(standsIn, word, () => []).push(learned);
    const meanings = put(written, sameWords(said), () => new Set<string>());
    if (meanings.has(each.callType)) return learned;
    meanings.add(each.callType);
    all += 1;
    types.set(each.callType, (types.get(each.callType) ?? 0) + 1);
    for (const word of said) {
      const counted = put(words, word, () => ({ in: new Map<string, number>(), total: 0 }));
      counted.in.set(each.callType, (counted.in.get(each.callType) ?? 0) + 1);
      counted.total += 1;
    }
    return learned;
  });
  return { strings, types, all, words, standsIn, written };
}

function put<Value>(map: Map<string, Value>, key: string, fresh: () => Value): Value {
  const there = map.get(key) ?? fresh();
  map.set(key, there);
  return there;
}
