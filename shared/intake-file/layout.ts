import { columnsOf } from './mapping-columns.ts';
import type { Mapping } from './mapping-schema.ts';

/** Where a file keeps the columns a mapping gives a meaning to. */
export interface Layout {
  /** Every column of the file, as its header spells it. */
  readonly names: readonly string[];
  /** Column index by the mapping's name for it. */
  readonly places: ReadonlyMap<string, number>;
  /** The columns' indexes in order of their names. */
  readonly byName: readonly number[];
  /** Names the file has more than once; none of them is a column that is read. */
  readonly repeated: readonly string[];
  /** Columns the mapping gives no meaning to. */
  readonly unread: readonly string[];
  /** Columns that may be left out, and this file leaves out. */
  readonly absent: readonly string[];
}

export interface Mismatch {
  readonly missing: readonly string[];
  /** Columns that are read and stand there twice: either could be meant. */
  readonly ambiguous: readonly string[];
}

/**
 * Finds a mapping's columns by name, wherever they stand; capital letters and blanks around a name do
 * not matter. Answers with what is missing or ambiguous when the file is not of its kind.
 */
export function layOut(mapping: Mapping, names: readonly string[]): Layout | Mismatch {
  const spelled = names.map(spelling);
  const { needed, optional } = columnsOf(mapping);
  const read = [...new Set([...needed, ...optional])];
  const places = new Map<string, number>();
  const ambiguous: string[] = [];
  for (const name of read) {
    const first = spelled.indexOf(spelling(name));
    if (first >= 0) places.set(name, first);
    if (first >= 0 && spelled.includes(spelling(name), first + 1)) ambiguous.push(name);
  }
  const missing = needed.filter((name) => !places.has(name));
  if (missing.length > 0 || ambiguous.length > 0) return { missing, ambiguous };
  const readPlaces = new Set(places.values());
  const order = (a: number, b: number) => ((spelled[a] ?? '') < (spelled[b] ?? '') ? -1 : 1);
  return {
    names,
    places,
    byName: names
      .map((_, i) => i)
      .sort((a, b) => (spelled[a] === spelled[b] ? a - b : order(a, b))),
    repeated: [...new Set(names.filter((_, i) => spelled.indexOf(spelled[i] ?? '') < i))],
    unread: names.filter((_, i) => !readPlaces.has(i)),
    absent: optional.filter((name) => !places.has(name)),
  };
}

export function isMismatch(laid: Layout | Mismatch): laid is Mismatch {
  return 'missing' in laid;
}

function spelling(name: string): string {
  return name.trim().toLowerCase();
}
