import { FIELD } from './field-words.ts';
import type { KnownString, Learned, LearnedString } from './learn.ts';
import { typeWords } from './type-words.ts';

const MOST_SIMILAR = 3;
/** Strings that share less than this with it are not like it. */
const ALIKE = 0.3;

/**
 * Strings of other centers that share the most with this one, the likest first. A rare word counts more than
 * one that stands everywhere.
 */
export function similarStrings(raw: string, learned: Learned): KnownString[] {
  const mine = new Set(typeWords(raw).map(({ word }) => word));
  const weigh = (word: string) => Math.log(1 + learned.all / (learned.words.get(word)?.total ?? 1));
  const sum = (of: Iterable<string>) => {
    let total = 0;
    for (const word of of) total += weigh(word);
    return total;
  };
  const near = new Set<LearnedString>();
  for (const word of mine) for (const each of learned.standsIn.get(word) ?? []) near.add(each);
  return [...near]
    .filter(({ centers }) => !centers.includes(FIELD))
    .map((each) => {
      const both = sum([...mine].filter((word) => each.words.has(word)));
      return { ...each, alike: both / sum(new Set([...mine, ...each.words])) };
    })
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || (a.raw < b.raw ? -1 : 1))
    .slice(0, MOST_SIMILAR)
    .map(({ raw: text, callType, centers }) => ({ raw: text, callType, centers }));
}
