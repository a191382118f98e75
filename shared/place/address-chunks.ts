import { DIRECTION_OF, wordsOf } from './street-words.ts';
import { SUFFIX_OF } from './street-suffixes.ts';

export type Role =
  | 'number'
  | 'direction'
  | 'name'
  | 'suffix'
  | 'suffix-direction'
  | 'joint'
  | 'unit'
  | 'landmark'
  | 'rest'
  | 'sign';

/** A piece of an address as it was written, and what it was read as. */
export interface Chunk {
  readonly text: string;
  /** As they are compared; a sign has none. */
  readonly words: readonly string[];
  role: Role;
  /** A comma or a full stop stands before it. */
  readonly opens: boolean;
  readonly afterDash: boolean;
}

/** A sign, or letters and digits up to the next one. "1/2" stays together, "S.Maryland" does not. */
const PIECE = /[(),;&@]|(?:[^\s(),;&@/.]|(?<=\d)\/(?=\d)|\.(?=\d))+\.*|\/|\.+/gu;

/** Cuts a text so that nothing but spaces is between the pieces. What stands in parentheses is a landmark. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let depth = 0;
  let opens = false;
  for (const { 0: piece } of text.matchAll(PIECE)) {
    const before = chunks.at(-1);
    const words = wordsOf(piece);
    if (piece === '(') depth += 1;
    const inside = depth > 0;
    if (piece === ')') depth = Math.max(0, depth - 1);
    const role = inside ? 'landmark' : words.length === 0 ? 'sign' : 'rest';
    const afterDash = before !== undefined && /[-–]$/u.test(before.text);
    chunks.push({ text: piece, words, role, opens, afterDash });
    opens = /^[,;]$/u.test(piece) || (words.length > 0 && endsSentence(piece, words));
  }
  return chunks;
}

/** "…South Drexel. Comer…": a full stop after a word that is no abbreviation. */
function endsSentence(piece: string, words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (!piece.endsWith('.') || last.length < 4) return false;
  return !SUFFIX_OF.has(last) && !DIRECTION_OF.has(last) && !/^\d/u.test(last);
}
