import { COMMON_PASSPHRASES } from './common-passphrases.ts';

/** The least a passphrase has. */
export const PASSPHRASE_LENGTH = 8;
/** Of these many letters at least something is left once names and common words are taken away. */
const OWN_LETTERS = 4;

export interface Guessable {
  /** Of the person. */
  readonly name: string;
  /** Of the center; empty before it has one. */
  readonly center: string;
}

const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
].flatMap((row) => [row, [...row].reverse().join('')]);

const READ_AS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as people count them: an accent or an emoji is one, however it is encoded. */
export function lengthOf(passphrase: string): number {
  return [...segments.segment(passphrase.normalize('NFKC'))].length;
}

/** What is wrong with a new passphrase, in a sentence that says what to do; null when nothing is. */
export function passphraseFault(passphrase: string, { name, center }: Guessable): string | null {
  if (lengthOf(passphrase) < PASSPHRASE_LENGTH)
    return `A passphrase needs at least ${PASSPHRASE_LENGTH} characters.`;
  const folded = fold(passphrase);
  const ways = [folded, readAs(folded)].map(bare);
  if (ways.includes('')) return `${EASY} it has no letter and no digit. ${REMEDY}`;
  if (ways.some(isRepeated)) return `${EASY} the same few characters over and over. ${REMEDY}`;
  if (ways.some(isRun)) return `${EASY} keys that lie side by side. ${REMEDY}`;
  if ([...ways, ...undecorated(folded)].map(once).some(isCommon))
    return `${EASY} one of those that are tried first. ${REMEDY}`;
  if (ways.some((way) => isMadeOf(way, wordsOf(name))))
    return `${EASY} little more than the person’s name. ${REMEDY}`;
  if (ways.some((way) => isMadeOf(way, wordsOf(center))))
    return `${EASY} little more than the name of the center. ${REMEDY}`;
  return null;
}

const EASY = 'This passphrase is too easy to guess:';
const REMEDY = 'Take a few words that do not belong together.';

/** Without accents: they are the first thing that is tried, too. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Without the signs and digits people put around a word, so that those inside it can be read as letters. */
function undecorated(folded: string): string[] {
  const [front, back] = [/^\P{L}+/u, /\P{L}+$/u];
  return [folded.replace(front, ''), folded.replace(back, '')]
    .flatMap((text) => [text, text.replace(front, '').replace(back, '')])
    .flatMap((text) => [bare(text), bare(readAs(text))]);
}

/** A word that is said several times is guessed like one. */
function once(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text === text.slice(0, length).repeat(text.length / length)) return text.slice(0, length);
  return text;
}

function readAs(text: string): string {
  return [...text].map((sign) => READ_AS[sign] ?? sign).join('');
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** With digits around it too: they are the first thing that is tried. */
function isCommon(text: string): boolean {
  const within = text.replace(/^\p{N}+|\p{N}+$/gu, '');
  return COMMON_PASSPHRASES.has(text) || COMMON_PASSPHRASES.has(within);
}

/** One piece of up to four signs again and again, or hardly two different ones. */
function isRepeated(text: string): boolean {
  if (new Set(text).size <= 2) return true;
  return [1, 2, 3, 4].some((length) => {
    const piece = text.slice(0, length);
    return text.length > length && piece.repeat(Math.ceil(text.length / length)).startsWith(text);
  });
}

/** Cut into pieces of three and more that stand so in a row of keys or letters; two signs may be left over. */
function isRun(text: string): boolean {
  let at = 0;
  let over = 0;
  while (at < text.length) {
    let end = at + 3;
    while (end <= text.length && ROWS.some((row) => row.includes(text.slice(at, end)))) end += 1;
    if (end - 1 >= at + 3) at = end - 1;
    else {
      over += 1;
      at += 1;
    }
  }
  return over <= 2;
}

function wordsOf(name: string): readonly string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
}

/** Hardly a letter is left of it without those words. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, '');
  return rest !== text && rest.replace(/\P{L}/gu, '').length < OWN_LETTERS;
}
