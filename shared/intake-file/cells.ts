import { fold, matchesPattern } from './call-type-table.ts';
import type { Layout } from './layout.ts';

/** Thrown while a row is read, so that reading it is a list of columns and not of branches. */
export class UnusableRow extends Error {}

// What no export means by a text: a tab or a line break folds to a blank before this is asked.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

/** One cell with its blanks and line breaks folded; undefined where the file has no such column. */
export type CellOf = (fields: readonly string[]) => string | undefined;

export function cellReader(layout: Layout, column: string | undefined): CellOf {
  const place = column === undefined ? undefined : layout.places.get(column);
  if (place === undefined) return () => undefined;
  return (fields) => {
    const cell = fields[place] ?? '';
    return UNEVEN.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell;
  };
}

/** Most cells have single blanks between words and none around them: looking costs less than writing them anew. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

/** Whether a cell says nothing: it is empty, or one of the words for that, in which `*` may stand. */
export function nothingSaid(words: readonly string[]): (cell: string) => boolean {
  const folded = words.map(fold);
  const plain = new Set(folded.filter((word) => !word.includes('*')));
  const patterns = folded.filter((word) => word.includes('*'));
  // However its letters are written, what is so much longer is none of them.
  const longest = 2 * Math.max(0, ...[...plain].map((word) => word.length));
  return (cell) => {
    if (cell === '') return true;
    if (patterns.length === 0 && cell.length > longest) return false;
    const text = cell.toLowerCase();
    return plain.has(text) || patterns.some((pattern) => matchesPattern(pattern, text));
  };
}

/** A text that is kept, whole or not at all. Reasons name the column and never repeat the text. */
export function keptText(column: string, text: string, longest: number): string {
  if (text.length > longest)
    throw new UnusableRow(`${column} is ${text.length} characters long, at most ${longest} fit`);
  if (CONTROL.test(text)) throw new UnusableRow(`${column} holds a control character`);
  return text;
}

export function degrees(column: string, text: string, most: number): number {
  if (!/^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text))
    throw new UnusableRow(
      `${column} is not a coordinate in degrees${/^[+-]?\d{4,}(\.\d+)?$/.test(text) ? ' (projected ones have to be exported as WGS84)' : ''}`,
    );
  const value = Number(text);
  if (Math.abs(value) > most)
    throw new UnusableRow(`${column} is outside −${most} to ${most} degrees`);
  return value;
}
