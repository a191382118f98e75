import type { Chunk, Role } from './address-chunks.ts';
import { SUFFIX_OF } from './street-suffixes.ts';
import { DIRECTION_OF, streetWord } from './street-words.ts';

/** A word of an address as it is compared, and the piece it stands in. */
export interface Word {
  readonly word: string;
  readonly chunk: Chunk;
}

/** A street in its parts, each as it is compared: "n", "lk park", "ave". */
export interface StreetName {
  readonly direction: string | null;
  readonly name: string;
  readonly suffix: string | null;
  readonly suffixDirection: string | null;
}

/** Directions of a ramp or a roadway: inbound, outbound, over, and northbound to westbound. */
const ROADWAYS: ReadonlySet<string> = new Set(['eb', 'wb', 'nb', 'sb', 'ib', 'ob', 'op']);
/** Kinds of street that are hardly ever a name: "North Ave" and "E St" have no direction. */
const PLAIN: ReadonlySet<string> = new Set(['st', 'ave', 'blvd', 'rd', 'dr', 'pl', 'ct', 'ter']);

export interface StreetRead {
  readonly street: StreetName;
  /** What each of the words was read as. */
  readonly roles: readonly Role[];
}

/** Reads the words after the number; null when no name is among them. */
export function readStreet(words: readonly string[]): StreetRead | null {
  const end = endOf(words);
  const directed = isDirected(words.slice(0, end));
  const start = directed ? 1 : 0;
  if (start >= end) return null;
  const at = suffixAt(words, start, end);
  const name = words.slice(start, at ?? end);
  const after = at === null ? '' : (words[at + 1] ?? '');
  const side = at !== null && at + 1 < end ? sideOf(after) : null;
  const street: StreetName = {
    direction: directed ? (DIRECTION_OF.get(words[0] ?? '') ?? null) : null,
    name: name.map(streetWord).join(' '),
    suffix: at === null ? null : (SUFFIX_OF.get(words[at] ?? '') ?? null),
    suffixDirection: side,
  };
  const roles = words.map((_, index): Role => {
    if (index < start) return 'direction';
    if (index < (at ?? end)) return 'name';
    if (index === at) return 'suffix';
    return side !== null && at !== null && index === at + 1 ? 'suffix-direction' : 'rest';
  });
  return { street, roles };
}

/** As it is said back: "S MARYLAND AVE". */
export function sayStreet({ direction, name, suffix, suffixDirection }: StreetName): string {
  return [direction, name, suffix, suffixDirection]
    .filter((part) => part !== null)
    .join(' ')
    .toUpperCase();
}

function sideOf(word: string): string | null {
  return DIRECTION_OF.get(word) ?? (ROADWAYS.has(word) ? word : null);
}

/** Before "to 1307 E 60th", before "near Kenwood", and before a ZIP code. */
function endOf(words: readonly string[]): number {
  const at = words.findIndex(
    (word, index) =>
      index > 0 &&
      (/^(\d{5,}|near|or)$/u.test(word) || (word === 'to' && /^\d/u.test(words[index + 1] ?? ''))),
  );
  return at < 0 ? words.length : at;
}

/** A direction, unless it is all the name there is. */
function isDirected([first = '', next, then]: readonly string[]): boolean {
  if (!DIRECTION_OF.has(first) || next === undefined) return false;
  const suffix = SUFFIX_OF.get(next);
  const named = then === undefined || DIRECTION_OF.has(then) || ROADWAYS.has(then);
  return !(suffix !== undefined && named && PLAIN.has(suffix));
}

/**
 * The first kind of street that no other follows: "Lake Park Ave" is an avenue, and so is "West Drive of
 * Oakley Ave". Never the first word.
 */
function suffixAt(words: readonly string[], start: number, end: number): number | null {
  const kindAt = (at: number) => (at < end ? SUFFIX_OF.get(words[at] ?? '') : undefined);
  const goesOn = (at: number) =>
    kindAt(at + 1) !== undefined ||
    words[at + 1] === 'of' ||
    (DIRECTION_OF.has(words[at + 1] ?? '') && kindAt(at + 2) !== undefined);
  let first: number | null = null;
  for (let at = start + 1; at < end; at += 1) {
    const kind = kindAt(at);
    if (kind === undefined || goesOn(at)) continue;
    if (PLAIN.has(kind)) return at;
    // A harbor or a ramp may be part of a name that ends in a plain kind.
    first ??= at;
  }
  return first;
}
