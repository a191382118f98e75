import { fold, matchesPattern } from './call-type-table.ts';

/** What some words of a column mean here. */
export interface Meaning {
  /** In any case; `*` stands for anything; an empty text is an empty cell. */
  readonly when: readonly string[];
  readonly is: string;
}

/** What a cell says: one of our words, nothing, or words that nobody gave a meaning to. */
export type Chosen = { readonly is: string } | 'nothing' | 'unmapped';

/** What of a mapping says how a column's words are read. */
export interface ChoiceRule {
  readonly values?: readonly Meaning[];
  readonly otherwise?: string;
}

/** More words than this are no categories; what they mean is then looked up again each time. */
const MOST_REMEMBERED = 5_000;

/**
 * Reads one column of categories. The first meaning that matches decides; then our own words are tried
 * (`vocabulary`), then `otherwise`. A cell that says nothing is read only where its very text is a meaning.
 */
export function compileChoice(
  { values = [], otherwise }: ChoiceRule,
  vocabulary: (folded: string) => string | null,
  saysNothing: (cell: string) => boolean,
): (cell: string) => Chosen {
  const meanings = values.flatMap(({ when, is }) =>
    when.map((pattern) => ({ pattern: fold(pattern), is })),
  );
  const read = (cell: string): Chosen => {
    const text = fold(cell);
    if (saysNothing(cell)) {
      const exact = meanings.find(({ pattern }) => pattern === text);
      return exact === undefined ? 'nothing' : { is: exact.is };
    }
    const is =
      meanings.find(({ pattern }) => matchesPattern(pattern, text))?.is ??
      vocabulary(text) ??
      otherwise;
    return is === undefined ? 'unmapped' : { is };
  };
  const known = new Map<string, Chosen>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const chosen = read(cell);
    if (known.size < MOST_REMEMBERED && cell.length < 200) known.set(cell, chosen);
    return chosen;
  };
}

const YES = ['yes', 'y', 'true', 't', '1', 'x'];
const NO = ['no', 'n', 'false', 'f', '0'];

export function yesOrNo(folded: string): 'yes' | 'no' | null {
  if (YES.includes(folded)) return 'yes';
  return NO.includes(folded) ? 'no' : null;
}

/** Our words as they are, and by their labels. */
export function wordsOf(
  known: readonly { readonly code: string; readonly label: string }[],
): (folded: string) => string | null {
  const codes = new Map(
    known.flatMap(({ code, label }) => [
      [fold(label), code],
      [fold(code), code],
    ]),
  );
  return (folded) => codes.get(folded) ?? null;
}
