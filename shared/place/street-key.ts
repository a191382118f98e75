import {
  asOrdinal,
  BLOCK_WORDS,
  cornerLength,
  HOUSE_PARTS,
  JOINT_WORDS,
  MASKED_BLOCK,
  streetWord,
  unitLength,
  wordsOf,
} from './street-words.ts';
import { SUFFIX_OF } from './street-suffixes.ts';

/**
 * An address as it is compared: case, spaces, punctuation, accents, unit designations ("apt 4", "#4B",
 * "2nd floor"), the order of two streets that cross and the ways to abbreviate a street apart. Two addresses
 * are the same when their whole keys are equal; an empty key is no address and equals none. `houseKey` also
 * leaves away what is said beside the street.
 */
export function streetKey(address: string): string {
  let words = wordsOf(address);
  // What one designation parted, or a word became, may only now read as another: until nothing changes.
  for (let before = ''; before !== words.join(' ');) {
    before = words.join(' ');
    words = withoutUnits(words);
    while (words.length > 1 && HOUSE_PARTS.has(words.at(-1) ?? '')) words.pop();
    words = crossing(words) ?? oneStreet(words);
  }
  return words.join(' ');
}

/** At the front a number is that of the house, and stays as it was said. */
function oneStreet(words: readonly string[]): string[] {
  return block(words).map((word, at) => {
    const short = streetWord(word);
    return at === 0 && /^\d/u.test(short) ? word : short;
  });
}

/** "56XX S Maryland" and "5600 blk of S Maryland" are the same block, and no house of it. */
function block(words: readonly string[]): readonly string[] {
  const [number = '', next = ''] = words;
  const masked = MASKED_BLOCK.exec(number)?.[1];
  const said = BLOCK_WORDS.has(next) && /\d/u.test(number);
  if (masked === undefined && !said) return words;
  const street = words.slice(said ? 2 : 1);
  if (street[0] === 'of') street.shift();
  return [masked === undefined ? number : `${masked}00`, 'block', ...street];
}

/** Two streets that cross, or a stretch between two others, in one order; null when it is neither. */
function crossing(words: readonly string[]): string[] | null {
  if (startsWithHouse(words)) return null;
  const between = words.indexOf('between');
  const streets = streetsIn(words.slice(between > 0 ? between + 1 : cornerLength(words)));
  if (streets.length < 2) return null;
  const sorted = streets.toSorted().join(' and ').split(' ');
  return between > 0 ? [...named(words.slice(0, between)), 'between', ...sorted] : sorted;
}

function startsWithHouse([first = '', next = '', then = '']: readonly string[]): boolean {
  if (!/^\d+[a-z]?$/u.test(first)) return MASKED_BLOCK.test(first);
  // "53 & Ellis", "53 St & Ellis": a number that is the name of a street.
  return !JOINT_WORDS.has(next) && !(SUFFIX_OF.has(next) && JOINT_WORDS.has(then));
}

function streetsIn(words: readonly string[]): string[] {
  const streets: string[][] = [[]];
  for (const word of words)
    if (JOINT_WORDS.has(word)) streets.push([]);
    else streets.at(-1)?.push(word);
  return streets.filter((street) => street.length > 0).map((street) => named(street).join(' '));
}

/** Where no house stands before it a number is the name of a street. */
function named(street: readonly string[]): string[] {
  return street.map((word) => asOrdinal(streetWord(word)));
}

function withoutUnits(words: readonly string[]): string[] {
  const kept: string[] = [];
  let at = 0;
  while (at < words.length) {
    const length = unitLength(words, at);
    if (length === 0) kept.push(words[at] ?? '');
    at += Math.max(length, 1);
  }
  return kept;
}
