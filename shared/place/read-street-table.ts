import { readGridLine } from './street-grid.ts';
import type { StreetRow } from './street-table.ts';
import { wordsOf } from './street-words.ts';

/** A row of a file of streets that is not taken, by its line. */
export interface RejectedRow {
  readonly row: number;
  readonly why: string;
}

type Column =
  'full' | 'direction' | 'street' | 'suffix' | 'side' | 'min' | 'max' | 'grid' | 'area' | 'zone';

/** Ways the columns are called, in small letters; the first that is there counts. */
const COLUMNS: Readonly<Record<Column, readonly string[]>> = {
  full: ['full street name', 'full name', 'full_name'],
  direction: ['direction', 'pre_dir', 'predir', 'pre direction'],
  street: ['street', 'street name', 'st_name', 'name'],
  suffix: ['suffix', 'st_type', 'type', 'street type'],
  side: ['suffix direction', 'suf_dir', 'sufdir', 'post direction'],
  min: ['min address', 'min_address', 'from', 'low'],
  max: ['max address', 'max_address', 'to', 'high'],
  grid: ['grid', 'grid line', 'coordinate'],
  area: ['area', 'community area', 'neighborhood'],
  zone: ['zone'],
};
const NEEDED: readonly Column[] = ['street', 'min', 'max'];
const LARGEST_NUMBER = 999_999;
const LONGEST = 80;

/** A record of a CSV file: its columns in small letters to what stands there. */
export interface StreetRecord {
  readonly row: number;
  readonly record: Readonly<Record<string, string>>;
}

export interface StreetsRead {
  readonly rows: readonly StreetRow[];
  readonly rejected: readonly RejectedRow[];
  /** Columns that mean something here, as the file calls them. */
  readonly used: readonly string[];
}

/** Reads the rows of a street table by the names of its columns; a row that is none is rejected with its reason. */
export function readStreetTable(
  columns: readonly string[],
  records: readonly StreetRecord[],
): StreetsRead | { readonly why: string } {
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, names]) => [
      column,
      names.find((name) => columns.includes(name)),
    ]),
  ) as Record<Column, string | undefined>;
  const missing = NEEDED.filter((column) => at[column] === undefined);
  if (missing.length > 0)
    return {
      why: `The file has no column ${missing.map((column) => `“${COLUMNS[column][0] ?? column}”`).join(', ')}. Its columns are: ${columns.filter((name) => name !== '').join(', ') || 'none'}.`,
    };
  const rows: StreetRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  for (const { row, record } of records) {
    const field = (column: Column) => (record[at[column] ?? ''] ?? '').trim();
    const read = rowOf(field);
    if ('why' in read) {
      rejected.push({ row, why: read.why });
      continue;
    }
    const key = JSON.stringify(read);
    const before = seen.get(key);
    if (before === undefined) rows.push(read);
    else rejected.push({ row, why: `It is the same as row ${before}.` });
    seen.set(key, before ?? row);
  }
  const used = Object.values(at).filter((name) => name !== undefined);
  return { rows, rejected, used };
}

function rowOf(field: (column: Column) => string): StreetRow | { readonly why: string } {
  const [direction, street, suffix] = [field('direction'), field('street'), field('suffix')];
  const suffixDirection = field('side');
  if (wordsOf(street).length === 0) return { why: 'It names no street.' };
  const [min, max] = [numberIn(field('min')), numberIn(field('max'))];
  if (min === null) return { why: `“${field('min')}” is no house number.` };
  if (max === null) return { why: `“${field('max')}” is no house number.` };
  if (min > max) return { why: `It runs from ${min} down to ${max}.` };
  const grid = field('grid');
  if (grid !== '' && readGridLine(grid) === null)
    return { why: `“${grid}” is no line of a grid, such as 830 E.` };
  const parts = [direction, street, suffix, suffixDirection].filter((part) => part !== '');
  const full = field('full') || parts.join(' ');
  const long = [full, ...parts, field('area'), field('zone')].find((part) => part.length > LONGEST);
  if (long !== undefined)
    return { why: `“${long.slice(0, 20)}…” is longer than ${LONGEST} letters.` };
  return {
    full,
    direction,
    street,
    suffix,
    suffixDirection,
    min,
    max,
    grid,
    area: field('area'),
    zone: field('zone'),
  };
}

function numberIn(text: string): number | null {
  if (!/^\d{1,6}$/u.test(text)) return null;
  const number = Number(text);
  return number <= LARGEST_NUMBER ? number : null;
}
