import { SUFFIX_OF } from './street-suffixes.ts';

const DIRECTIONS: Readonly<Record<string, string>> = {
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  ne: 'northeast',
  nw: 'northwest',
  se: 'southeast',
  sw: 'southwest',
};
/** “North” and “n”, each to “n”. */
export const DIRECTION_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(DIRECTIONS).flatMap(([short, long]) => [
    [short, short],
    [long, short],
  ]),
);

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, at) => [word, String(at + 1)]),
);
const ORDINAL = /^(\d{1,3})(st|nd|rd|th)$/u;

/** One word of a street as it is compared: "Street" as "st", "North" as "n", "79th" and "Seventh" as numbers. */
export function streetWord(word: string): string {
  return (
    SUFFIX_OF.get(word) ??
    DIRECTION_OF.get(word) ??
    NUMBER_WORDS.get(word) ??
    ORDINAL.exec(word)?.[1] ??
    word
  );
}

/** “53” as the name of a street: “53rd”. A word that is no number stays what it is. */
export function asOrdinal(word: string): string {
  if (!/^\d{1,3}$/u.test(word)) return word;
  const teen = Math.floor((Number(word) % 100) / 10) === 1;
  return `${word}${teen ? 'th' : (({ 1: 'st', 2: 'nd', 3: 'rd' } as const)[Number(word) % 10] ?? 'th')}`;
}

/** A block by its digits: "56xx" is the block of 5600. */
export const MASKED_BLOCK = /^(\d{1,3})xx$/u;
export const BLOCK_WORDS: ReadonlySet<string> = new Set(['block', 'blk', 'blck']);
/** What stands between two streets that cross. "&", "@" and "/" are read as the first and second. */
export const JOINT_WORDS: ReadonlySet<string> = new Set(['and', 'at']);

/** "Corner of", "the intersection of": how many words only say that streets cross. */
export function cornerLength(words: readonly string[]): number {
  const at = words[0] === 'the' ? 1 : 0;
  const says = ['corner', 'cor', 'intersection'].includes(words[at] ?? '');
  return says && words[at + 1] === 'of' ? at + 2 : 0;
}

/** Words that stand before the number of a flat, a room or a floor. */
const UNIT_WORDS: ReadonlySet<string> = new Set([
  'apt',
  'apartment',
  'unit',
  'ste',
  'suite',
  'rm',
  'room',
  'fl',
  'floor',
]);
/** "4", "12b", "b", "b12". A postal code is longer, and so stays part of the address. */
const UNIT_NUMBER = /^(\d{1,4}[a-z]?|[a-z]\d{0,4})$/u;
const FLOOR_NUMBER = /^\d{1,2}(st|nd|rd|th)$/u;
/** Parts of a house without a number, at the end of an address. */
export const HOUSE_PARTS: ReadonlySet<string> = new Set(['basement', 'bsmt', 'rear', 'penthouse']);

/** How many words from there on only name a flat, a room or a floor; 0 when none does. */
export function unitLength(words: readonly string[], from: number): number {
  const word = words[from] ?? '';
  const next = words[from + 1] ?? '';
  if (FLOOR_NUMBER.test(word) && (next === 'floor' || next === 'fl')) return 2;
  let at = from;
  while (UNIT_WORDS.has(words[at] ?? '')) at += 1;
  if (at === from || !UNIT_NUMBER.test(words[at] ?? '')) return 0;
  // "apt 4-B" at the end: the letter belongs to the flat. Before a street it would be a direction.
  const letter = at + 2 === words.length && /^[a-z]$/u.test(words[at + 1] ?? '');
  return at + (letter ? 2 : 1) - from;
}

/**
 * The words of a text as they are compared: without case, accents and dots; the signs that join two streets
 * as words. "1/2" is no joint.
 */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll('½', ' 1/2')
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/@/gu, ' at ')
    .replace(/(?<!\d)\/|\/(?!\d)/gu, ' and ')
    .replaceAll('#', ' unit ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
