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

/** Ways to write the same street: directions, kinds of street, and ordinals up to the twelfth in words. */
const WRITTEN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    n: 'north',
    s: 'south',
    e: 'east',
    w: 'west',
    ne: 'northeast',
    nw: 'northwest',
    se: 'southeast',
    sw: 'southwest',
    st: 'street str saint',
    ave: 'avenue av aven',
    blvd: 'boulevard boul blv',
    dr: 'drive drv',
    rd: 'road',
    ct: 'court crt',
    pl: 'place',
    ln: 'lane',
    pkwy: 'parkway pky pkway',
    ter: 'terrace terr',
    cir: 'circle circ',
    sq: 'square',
    hwy: 'highway',
    expy: 'expressway expwy',
    plz: 'plaza plza',
    trl: 'trail',
    xing: 'crossing',
    1: 'first',
    2: 'second',
    3: 'third',
    4: 'fourth',
    5: 'fifth',
    6: 'sixth',
    7: 'seventh',
    8: 'eighth',
    9: 'ninth',
    10: 'tenth',
    11: 'eleventh',
    12: 'twelfth',
  }).flatMap(([short, long]) => long.split(' ').map((each): [string, string] => [each, short])),
);
const ORDINAL = /^(\d{1,3})(st|nd|rd|th)$/u;

/** One word of a street as it is compared: "Street" as "st", "North" as "n", "79th" as "79". */
function streetWord(word: string): string {
  return WRITTEN.get(word) ?? ORDINAL.exec(word)?.[1] ?? word;
}

/**
 * An address as it is compared: case, spaces, punctuation, accents unit designations ("apt 4", "#4B",
 * "2nd floor") and the ways to abbreviate a street apart. Two addresses are the same when their whole keys are equal; an empty key is no
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
  // What one designation parted, or a word became, may only now read as another: until nothing changes.
  for (let before = ''; before !== words.join(' ');) {
    before = words.join(' ');
    words = withoutUnits(words);
    while (words.length > 1 && HOUSE_PARTS.has(words.at(-1) ?? '')) words.pop();
    // At the front a number is that of the house, and stays as it was said.
    words = words.map((word, at) => {
      const short = streetWord(word);
      return at === 0 && /^\d/u.test(short) ? word : short;
    });
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
