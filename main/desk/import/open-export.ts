import {
  openCsvRows,
  type BrokenRow,
  type CsvRow,
  type CsvRows,
  type CsvWriting,
} from './csv-rows.ts';
import type { FilePlace } from './record-frames.ts';
import { UnusableFile } from './unusable-file.ts';
import { isMismatch, layOut, type Mismatch } from '#shared/intake-file/layout.ts';
import { nearestNames } from '#shared/intake-file/nearest-names.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import type { PresetId } from '#shared/intake-file/preset.ts';
import { recognise, type Recognised } from '#shared/intake-file/recognise.ts';
import { cutTo } from '#shared/lib/cut-to.ts';

/** A CAD export whose columns are understood, standing before its first call. */
export interface OpenExport extends Recognised {
  readonly file: string;
  readonly csv: CsvRows;
  readonly how: Written;
  /**
   * The rows of calls, without the header; or those from a place some row before said to go on at. In pieces, each to
   * be gone through before the next.
   */
  calls(from?: FilePlace): AsyncGenerator<Iterable<CsvRow | BrokenRow>>;
}

/** How an export is written. */
interface Written {
  readonly writing: CsvWriting;
  readonly linesBefore: number;
}

/** How many rows are looked at to recognise a file without a header. */
const ROWS_LOOKED_AT = 10;
/** A file without a row in so many bytes is no file of rows; the last of them may be cut in two. */
const MOST_LOOKED_AT = 16 * 1024 * 1024;
/** No export has more; a file with the wrong delimiter, or none at all, does. */
export const MOST_COLUMNS = 1_000;

/**
 * Opens an export and finds out what its columns mean. Writes nothing anywhere.
 * @throws UnusableFile when it follows no known preset, or not the one asked for.
 */
export async function openExport(file: string, asked: PresetId | null): Promise<OpenExport> {
  const first = await firstRows(file, {}, 0);
  refuseTooWide(file, first);
  const readable = first.flatMap((row) => ('fields' in row ? [row.fields] : []));
  const recognised = recognise(readable, asked);
  if ('remedy' in recognised)
    throw new UnusableFile(file, first[0]?.line ?? null, recognised.why, recognised.remedy);
  return opened(file, recognised, { writing: {}, linesBefore: 0 });
}

/**
 * Opens an export that a mapping describes. Writes nothing anywhere.
 * @throws UnusableFile naming the columns the file lacks, with those that are called nearly so.
 */
export async function openMapped(file: string, mapping: Mapping): Promise<OpenExport> {
  const { header: hasHeader = true, columns, linesBefore = 0, ...writing } = mapping.file ?? {};
  const first = await firstRows(file, writing, linesBefore);
  refuseTooWide(file, first);
  const row = first.find((each): each is CsvRow => 'fields' in each);
  if (row === undefined)
    throw new UnusableFile(file, null, 'it holds no row of text', 'Export the calls again.');
  if (columns !== undefined && columns.length !== row.fields.length)
    throw new UnusableFile(
      file,
      row.line,
      `the mapping names ${columns.length} columns, and the row has ${row.fields.length}`,
      'List every column in "file": "columns", and check "delimiter".',
    );
  const names = columns ?? row.fields;
  const layout = layOut(mapping, names);
  if (isMismatch(layout)) throw unlike(file, row, layout, names);
  return opened(file, { mapping, layout, hasHeader }, { writing, linesBefore });
}

/** A column may be called by a whole page; a sentence names its beginning. */
const LONGEST_SAID = 60;

function unlike(
  file: string,
  row: CsvRow,
  { missing, ambiguous }: Mismatch,
  names: readonly string[],
): UnusableFile {
  const why =
    missing.length > 0
      ? `the file has no column ${missing.map((name) => `"${name}"`).join(', ')}`
      : `columns that are read stand there twice: ${ambiguous.map((name) => cutTo(name, LONGEST_SAID)).join(', ')}`;
  const said = names.map((name) => cutTo(name.trim(), LONGEST_SAID));
  const near = missing.map((name) => nearestNames(name, said)).filter((text) => text !== '');
  const remedy = remedyFor(missing.length, near, said);
  return new UnusableFile(file, row.line, why, remedy);
}

function remedyFor(missing: number, near: readonly string[], names: readonly string[]): string {
  if (missing === 0) return 'Name all columns in "file": "columns", each differently.';
  if (names.length === 1 && /[,;\t|]/.test(names[0] ?? ''))
    return 'The file seems to be separated by something else: set "file": "delimiter".';
  if (near.length > 0) return `Nearest names: ${near.join('; ')}. Correct the mapping.`;
  return `Its columns are ${names.slice(0, 30).join(', ')}. Correct the mapping.`;
}

/** In another thread: what was found out about its columns holds. */
export function reopened(known: Omit<OpenExport, 'csv' | 'calls'>): Promise<OpenExport> {
  return opened(known.file, known, known.how);
}

/** Opened anew: from here on the reader knows how wide a row is. */
async function opened(file: string, recognised: Recognised, how: Written): Promise<OpenExport> {
  const { mapping, layout, hasHeader } = recognised;
  const csv = await openCsvRows(file, layout.names.length, how.writing);
  return {
    mapping,
    layout,
    hasHeader,
    file,
    csv,
    how,
    async *calls(from) {
      let beforeHeader = hasHeader && from === undefined;
      const callsOf = function* (rows: Iterable<CsvRow | BrokenRow>) {
        for (const row of rows) {
          if (row.line <= how.linesBefore) continue;
          if (beforeHeader && 'fields' in row) beforeHeader = false;
          else yield row;
        }
      };
      for await (const piece of csv.pieces(from)) yield callsOf(piece);
    },
  };
}

/** The first rows of a file, after the lines that are not read. */
export async function firstRows(
  file: string,
  writing: CsvWriting,
  linesBefore: number,
  most = ROWS_LOOKED_AT,
): Promise<(CsvRow | BrokenRow)[]> {
  const { rows } = await openCsvRows(file, null, writing);
  const first: (CsvRow | BrokenRow)[] = [];
  for await (const row of rows(undefined, MOST_LOOKED_AT)) {
    if (row.line <= linesBefore) continue;
    first.push(row);
    if (first.length === most) break;
  }
  return first;
}

/** Told before columns are compared with one another, which takes the square of their number. */
export function refuseTooWide(file: string, rows: readonly (CsvRow | BrokenRow)[]): void {
  const wide = rows.find((row) => 'fields' in row && row.fields.length > MOST_COLUMNS);
  if (wide === undefined || 'why' in wide) return;
  throw new UnusableFile(
    file,
    wide.line,
    `it has ${wide.fields.length} columns, and at most ${MOST_COLUMNS} are read`,
    'Check that it is an export of calls, and export only the columns you need.',
  );
}
