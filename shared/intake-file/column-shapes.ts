import { isUnusable } from './read.ts';
import { compileFormats, type TimeReader } from './time-pattern.ts';

/** What the cells of a column look like. */
export interface ColumnShape {
  readonly name: string;
  /** The format most of its cells are written in; null for what is no time. */
  readonly time: { readonly format: string; readonly kind: 'moment' | 'day' | 'clock' } | null;
  /** Day and month could be either way round. */
  readonly eitherWay: boolean;
  /** Share of its cells that say something. */
  readonly filled: number;
  /** Share of its times that are exactly midnight. */
  readonly midnight: number;
  /** Share of its cells that say something, and something else than all others. */
  readonly distinct: number;
  /** Its words with how often they are met, most first; null when they are no categories. */
  readonly categories: readonly string[] | null;
  readonly numeric: boolean;
}

/** Times as exports are met with, the likelier first where a cell fits two. */
const DAYS = ['M/D/YYYY', 'M/D/YY', 'D/M/YYYY', 'D/M/YY', 'D.M.YYYY', 'D-M-YYYY', 'D-MMM-YYYY'];
const CLOCKS = ['H:mm', 'H:mm:ss', 'h:mm A', 'h:mm:ss A'];
const FORMATS: readonly string[] = [
  'iso',
  ...DAYS.flatMap((day) => CLOCKS.map((clock) => `${day} ${clock}`)),
  'D-MMM-YY H:mm',
  'D-MMM-YY H:mm:ss',
  'MMM D, YYYY h:mm A',
  'YYYY/MM/DD HH:mm',
  'YYYY/MM/DD HH:mm:ss',
  'YYYYMMDD HHmm',
  'YYYYMMDD HH:mm:ss',
  'YYYYMMDDHHmmss',
  'YYYY-MM-DD h:mm A',
  'YYYY-MM-DD h:mm:ss A',
  'epoch-milliseconds',
  'epoch-seconds',
  'YYYY-MM-DD',
  ...DAYS,
  'YYYYMMDD',
  'YYYY/MM/DD',
  ...CLOCKS,
];

/** Years that are no times, but read as some, are told from times by how many cells fit. */
const MOST = 0.8;
const MOST_CATEGORIES = 60;
/** Most formats are ruled out by so many. */
const FIRST_CELLS = 40;
const NOTHING = /^(?:|null|n\/?a|-+|none|unknown)$/i;

/** Not a sentence, not a number of a person or a telephone, not an address of mail. */
export function looksLikeCategory(word: string): boolean {
  return word.length <= 60 && !/\d{5}|\d{3}.\d{4}|@/.test(word) && word.split(' ').length <= 9;
}

/** Looks at one column of the first rows of a file. */
export function shapeOf(name: string, cells: readonly string[]): ColumnShape {
  const told = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const said = told.filter((cell) => !NOTHING.test(cell));
  const counts = new Map<string, number>();
  for (const cell of said) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const words = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const isCategory =
    words.length > 0 &&
    words.length <= MOST_CATEGORIES &&
    (words.length <= 5 || words.length < said.length / 2) &&
    words.every(looksLikeCategory);
  const time = timeOf(said);
  return {
    name,
    time,
    eitherWay: time !== null && isEitherWay(time.format, said),
    filled: told.length === 0 ? 0 : said.length / told.length,
    midnight: share(said, (cell) =>
      /(?:^|[ T])0?0:00(?::00(?:\.0+)?)?$|12:00(?::00)? AM$/i.test(cell),
    ),
    distinct: said.length === 0 ? 0 : words.length / said.length,
    categories: isCategory ? words : null,
    numeric: said.length > 0 && share(said, (cell) => /^[+-]?\d+(\.\d+)?$/.test(cell)) > MOST,
  };
}

const readers = new Map<string, TimeReader>();

function readerOf(format: string): TimeReader {
  const known = readers.get(format);
  if (known !== undefined) return known;
  const compiled = compileFormats([format]);
  if (typeof compiled !== 'function') throw new Error(compiled.why);
  readers.set(format, compiled);
  return compiled;
}

function timeOf(said: readonly string[]): ColumnShape['time'] {
  if (said.length === 0) return null;
  let best: { format: string; fits: number } | null = null;
  for (const format of FORMATS) {
    const read = readerOf(format);
    if (share(said.slice(0, FIRST_CELLS), (cell) => !isUnusable(read(cell))) < MOST / 2) continue;
    const fits = share(said, (cell) => !isUnusable(read(cell)));
    if (fits > MOST && (best === null || fits > best.fits)) best = { format, fits };
  }
  if (best === null) return null;
  const read = readerOf(best.format);
  const first = said.map(read).find((each) => !isUnusable(each));
  if (first === undefined || isUnusable(first)) return null;
  const { kind } = first.value;
  return { format: best.format, kind: kind === 'day' || kind === 'clock' ? kind : 'moment' };
}

function isEitherWay(format: string, said: readonly string[]): boolean {
  if (!format.startsWith('M/D/')) return false;
  const read = readerOf(format.replace('M/D/', 'D/M/'));
  return share(said, (cell) => !isUnusable(read(cell))) > MOST;
}

function share(cells: readonly string[], fits: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;
}
