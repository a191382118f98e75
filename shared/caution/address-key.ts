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
const HOUSE_PARTS: ReadonlySet<string> = new Set(['basement', 'bsmt', 'rear', 'penthouse']);

/**
 * An address as it is compared: case, spaces, punctuation, accents and unit designations ("apt 4", "#4B",
 * "2nd floor") apart. Two addresses are the same when their whole keys are equal; an empty key is no
 * address and equals none.
 */
export function addressKey(address: string): string {
  let words = address
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replaceAll('#', ' unit ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  // What one designation parted may only now read as another: until nothing is left to take away.
  for (let length = Infinity; words.length < length;) {
    length = words.length;
    words = withoutUnits(words);
    while (words.length > 1 && HOUSE_PARTS.has(words.at(-1) ?? '')) words.pop();
  }
  return words.join(' ');
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

/** How many words from there on only name a flat, a room or a floor; 0 when none does. */
function unitLength(words: readonly string[], from: number): number {
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
