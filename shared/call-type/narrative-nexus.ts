import {
  DENIALS,
  DENIED_WITHIN,
  NARRATIVE_RULES,
  NOT_DENIED,
  type Meaning,
} from './narrative-rules.ts';

/** A phrase of the list where it stands in a text. */
export interface Mention {
  /** As it is written there, in small letters and without signs. */
  readonly said: string;
  readonly means: Meaning;
  /** The words before it say that it is not so. It is a mention all the same: nobody has asked yet. */
  readonly denied: boolean;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Counts on with every full stop, question mark, semicolon or line. */
  readonly sentence: number;
}

interface Sought {
  readonly words: readonly string[];
  readonly open: boolean;
  readonly phrase: string;
  readonly means: Meaning;
  readonly rank: number;
}

/** More is read by a person; a text of any length ends here. */
const MOST_LETTERS = 400_000;
const MOST_MENTIONS = 40;

const ENDS_DENIAL: ReadonlySet<string> = new Set(['but', 'however', 'though']);

/** The rules by the first word they look for, and those whose only word has an open end. */
const CLOSED = new Map<string, Sought[]>();
const OPEN: Sought[] = [];
for (const [rank, { phrase, means }] of NARRATIVE_RULES.entries()) {
  const open = phrase.endsWith('*');
  const words = (open ? phrase.slice(0, -1) : phrase).split(' ');
  const sought = { words, open, phrase, means, rank };
  const [first = ''] = words;
  if (open && words.length === 1) OPEN.push(sought);
  else CLOSED.set(first, [...(CLOSED.get(first) ?? []), sought]);
}

/**
 * The phrases of the list that stand in a text, the surest first, each as often as it stands there. Plain
 * words and nothing learned: whoever reads the list knows what is found.
 */
export function mentionsIn(text: string): Mention[] {
  const words = wordsOf(text.slice(0, MOST_LETTERS));
  const found: (Mention & { readonly rank: number })[] = [];
  for (const [at, word] of words.entries()) {
    for (const sought of [...(CLOSED.get(word.text) ?? []), ...openFor(word.text)]) {
      const last = endOf(words, at, sought);
      if (last === null) continue;
      const said = words.slice(at, last + 1).map((each) => each.text);
      found.push({
        said: said.join(' '),
        means: sought.means,
        denied: !NOT_DENIED.has(sought.phrase) && isDenied(words, at),
        from: word.from,
        to: (words[last] ?? word).to,
        rank: sought.rank,
      });
    }
    if (found.length >= MOST_MENTIONS) break;
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.from - b.from)
    .map(({ rank: _rank, ...mention }) => mention);
}

/** Each thing said once: where one is said and denied, what is not denied counts. */
export function saidIn(mentions: readonly Mention[]): Mention[] {
  const said = new Map<string, Mention>();
  for (const mention of mentions) {
    const before = said.get(mention.said);
    if (before === undefined || (before.denied && !mention.denied)) said.set(mention.said, mention);
  }
  return [...said.values()];
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  for (const { 0: match, index } of text.matchAll(/[\p{L}\p{N}]+|[.;!?\n]/gu)) {
    if (/^[.;!?\n]$/.test(match)) sentence += 1;
    // What comes after a “but” is said for itself.
    else if (ENDS_DENIAL.has(match.toLowerCase())) sentence += 1;
    else words.push({ text: match.toLowerCase(), from: index, to: index + match.length, sentence });
  }
  return words;
}

function openFor(word: string): Sought[] {
  return OPEN.filter(({ words }) => word.startsWith(words[0] ?? ' '));
}

/** The place of the phrase's last word; null when it does not stand there. */
function endOf(words: readonly Word[], at: number, { words: sought, open }: Sought): number | null {
  for (const [i, wanted] of sought.entries()) {
    const there = words[at + i]?.text;
    const fits = open && i === sought.length - 1 ? there?.startsWith(wanted) : there === wanted;
    if (fits !== true) return null;
  }
  return at + sought.length - 1;
}

function isDenied(words: readonly Word[], at: number): boolean {
  const sentence = words[at]?.sentence;
  return words
    .slice(Math.max(0, at - DENIED_WITHIN), at)
    .some((word) => word.sentence === sentence && DENIALS.has(word.text));
}
