import { readCsvTable, type CsvTable } from '../directory/csv-table.ts';
import { hashOfDocument } from '#db/delivery/kept-documents.ts';
import type { PlaceFileExamination } from '#shared/board/place-tables-view.ts';
import { RowsRead } from '#shared/directory/rows.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { NamedArea } from '#shared/place/named-area.ts';
import { readCommonPlaces, type PlaceDraft } from '#shared/place/read-common-places.ts';
import {
  readStreetTable,
  type RejectedRow,
  type StreetRecord,
} from '#shared/place/read-street-table.ts';
import type { StreetRow } from '#shared/place/street-table.ts';

/** A file that was looked at, with all that is needed to take it. */
export interface ExaminedFile<Row> {
  readonly source: string;
  readonly rows: readonly Row[];
  readonly rejected: readonly RejectedRow[];
  /** Canonical JSON of the rows, by whose hash it is adopted. */
  readonly text: string;
  readonly hash: string;
  readonly whole: string | null;
}

/** The first of each are shown. */
const SHOWN = 100;
const FIRST = 5;

export function examineStreets(text: string, source: string): ExaminedFile<StreetRow> {
  const table = tableOf(text, source);
  if ('why' in table) return nothing(source, table.why);
  const read = readStreetTable(table.columns, table.records);
  if ('why' in read) return nothing(source, read.why);
  return examined(source, read.rows, [...read.rejected, ...table.rejected]);
}

export function examineCommonPlaces(
  text: string,
  source: string,
  areas: readonly NamedArea[],
): ExaminedFile<PlaceDraft> {
  const table = tableOf(text, source);
  if ('why' in table) return nothing(source, table.why);
  const read = readCommonPlaces(table.columns, table.records, areas);
  if ('why' in read) return nothing(source, read.why);
  return examined(source, read.places, [...read.rejected, ...table.rejected]);
}

/** What goes to the window: counts and the first rows. */
export function shownFile<Row>(
  { hash, whole, rows, rejected }: ExaminedFile<Row>,
  say: (row: Row) => string,
): PlaceFileExamination {
  return {
    hash: whole === null && rows.length > 0 ? hash : null,
    whole,
    rows: rows.length,
    rejected: rejected.toSorted((a, b) => a.row - b.row).slice(0, SHOWN),
    rejectedCount: rejected.length,
    first: rows.slice(0, FIRST).map(say),
  };
}

interface Records {
  readonly columns: readonly string[];
  readonly records: readonly StreetRecord[];
  /** Rows that are no rows of the table at all. */
  readonly rejected: readonly RejectedRow[];
}

function tableOf(text: string, source: string): Records | { readonly why: string } {
  const read = new RowsRead();
  const table: CsvTable | null = readCsvTable({ name: source, text }, read);
  const faults = read.faults.list;
  if (table === null) return { why: faults[0]?.why ?? 'It is no table.' };
  return {
    columns: table.columns,
    records: table.records.map(({ at, record }) => ({ row: at.row, record })),
    rejected: faults.map(({ row, why }) => ({ row, why })),
  };
}

function examined<Row>(
  source: string,
  rows: readonly Row[],
  rejected: readonly RejectedRow[],
): ExaminedFile<Row> {
  const text = canonicalJson(rows);
  return { source, rows, rejected, text, hash: hashOfDocument(text), whole: null };
}

function nothing(source: string, whole: string): ExaminedFile<never> {
  return { source, rows: [], rejected: [], text: '[]', hash: hashOfDocument('[]'), whole };
}
