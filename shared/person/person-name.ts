/** An apostrophe belongs to the word it stands in: "O'Neil" is one word. A dot ends one: "J.R." is two. */
const INSIDE_WORD = /['’ʼ`]/gu;

/**
 * The words of a name as they are compared: case, accents, hyphens, punctuation and "Last, First" apart. What
 * is written with another alphabet stays as it is.
 */
export function nameWords(name: string): string[] {
  const [last, ...first] = name.split(',');
  const inOrder = first.length === 1 ? `${first[0] ?? ''} ${last ?? ''}` : name;
  return inOrder
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(INSIDE_WORD, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What a name is looked up by: its words in any order, and written as one word. Empty for no name. */
export function nameKeys(name: string): string[] {
  const words = nameWords(name);
  if (words.length === 0) return [];
  return [...new Set([words.toSorted().join(' '), words.join('')])];
}

/** Two words at least: a first name alone is the name of many. */
export function isFullName(name: string): boolean {
  return nameWords(name).filter(isWhole).length >= 2;
}

/**
 * How two writings of a name stand to each other. `part`: one says more words than the other. `near`: one word is
 * spelled nearly the same, which is never more than a hint.
 */
export type NameMatch = 'same' | 'part' | 'initials' | 'near' | 'other' | 'not-said';

export function compareNames(one: string, another: string): NameMatch {
  const [a, b] = [nameWords(one), nameWords(another)];
  if (!a.some(isWhole) || !b.some(isWhole)) return 'not-said';
  if (a.join('') === b.join('') || a.toSorted().join(' ') === b.toSorted().join(' ')) return 'same';
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...more];
  const unmatched: string[] = [];
  let sure = 0;
  for (const word of fewer)
    if (!taken(left, (each) => each === word)) unmatched.push(word);
    else if (isWhole(word)) sure += 1;
  if (unmatched.length === 0) return 'part';
  const unlike = unmatched.filter((word) => !taken(left, (each) => isInitialOf(word, each)));
  if (unlike.length === 0) return sure > 0 ? 'initials' : 'other';
  const [word, ...others] = unlike;
  const near =
    others.length === 0 &&
    unmatched.length === 1 &&
    fewer.length === more.length &&
    (sure > 0 || fewer.length === 1) &&
    left.some((each) => word !== undefined && isNearly(word, each));
  return near ? 'near' : 'other';
}

/** Takes the first word that fits out of the list. */
function taken(words: string[], fits: (word: string) => boolean): boolean {
  const at = words.findIndex(fits);
  if (at >= 0) words.splice(at, 1);
  return at >= 0;
}

function isWhole(word: string): boolean {
  return word.length > 1;
}

function isInitialOf(one: string, another: string): boolean {
  const [short, long] = one.length <= another.length ? [one, another] : [another, one];
  return short.length === 1 && long.length > 1 && long.startsWith(short);
}

/** Shorter words differ by one letter too easily: Jan, Jon, Jun. */
const NEARLY_FROM = 4;

/** One letter more, less, another, or two changed about (the distance of Damerau, restricted, at most one). */
export function isNearly(one: string, another: string): boolean {
  const [a, b] = one.length <= another.length ? [one, another] : [another, one];
  if (a.length < NEARLY_FROM || b.length - a.length > 1 || a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  if (b.length > a.length) return a.slice(from) === b.slice(from + 1);
  if (a.slice(from + 1) === b.slice(from + 1)) return true;
  const changedAbout = a[from] === b[from + 1] && a[from + 1] === b[from];
  return changedAbout && a.slice(from + 2) === b.slice(from + 2);
}
