import { parse } from 'csv-parse/sync';
import type { DirectoryFile } from './directory-file.ts';
import type { CsvRecord } from '#shared/directory/ohana-rows.ts';
import type { At, RowsRead } from '#shared/directory/rows.ts';

/** A CSV file cut into records, before anybody knows what its columns mean. */
export interface CsvTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly records: readonly { readonly at: At; readonly record: CsvRecord }[];
}

interface Parsed {
  readonly record: readonly string[];
  /** The line it begins on, from 1. */
  readonly row: number;
}

/** Null when nothing of it can be read; every row that cannot be is a fault. */
export function readCsvTable({ name: file, text }: DirectoryFile, read: RowsRead): CsvTable | null {
  let rows: readonly Parsed[];
  try {
    rows = recordsOf(text);
  } catch (error) {
    const row = (error as { lines?: number }).lines ?? 1;
    read.faults.add({ file, row }, 'A quote is opened and never closed, or stands inside a field.');
    return null;
  }
  const [header, ...rest] = rows;
  if (header === undefined) {
    read.faults.add({ file, row: 1 }, 'The file is empty.');
    return null;
  }
  const columns = header.record.map((name) => name.trim().toLowerCase());
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
  if (twice !== undefined) {
    read.faults.add({ file, row: 1 }, `The column ${twice} is there twice.`);
    return null;
  }
  const records = rest.flatMap(({ record, row }) => {
    const at = { file, row };
    const wrong = wrongWith(record, columns);
    if (wrong !== null) read.faults.add(at, wrong);
    return wrong === null ? [{ at, record: recordOf(columns, record) }] : [];
  });
  return { file, columns, records };
}

const OPTIONS = { bom: true, relax_column_count: true, skip_empty_lines: true } as const;
const BLANK_LINE = /(^|\n)\r?\n|\r\r/;

/**
 * The parser can say on which line a record ends, and takes twice as long for it. Without blank lines, which it
 * skips, the lines follow from the records.
 */
function recordsOf(text: string): Parsed[] {
  if (BLANK_LINE.test(text)) {
    const told = parse(text, { ...OPTIONS, info: true }) as unknown as {
      readonly record: string[];
      readonly info: { readonly lines: number };
    }[];
    return told.map(({ record, info }) => ({ record, row: info.lines - breaksIn(record) }));
  }
  let row = 1;
  return parse(text, OPTIONS).map((record) => {
    const parsed = { record, row };
    row += 1 + breaksIn(record);
    return parsed;
  });
}

function breaksIn(record: readonly string[]): number {
  let breaks = 0;
  for (const field of record)
    for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

function wrongWith(record: readonly string[], columns: readonly string[]): string | null {
  if (record.some((field) => field.includes('\0'))) return 'The row holds a zero byte.';
  if (record.length === columns.length) return null;
  return `The row has ${record.length} fields, and the header names ${columns.length} columns.`;
}

function recordOf(columns: readonly string[], record: readonly string[]): CsvRecord {
  return Object.fromEntries(
    columns.flatMap((column, at) => {
      const field = record[at] ?? '';
      return column === '' || field.trim() === '' ? [] : [[column, field]];
    }),
  );
}
