import { createHash } from 'node:crypto';
import { readCsvTable, type CsvTable } from './csv-table.ts';
import type { DirectoryFile } from './directory-file.ts';
import { checkRows } from '#shared/directory/check-rows.ts';
import { ContentIndex } from '#shared/directory/content-index.ts';
import { HSDS_TABLES, TABLE_NAMES, type TableName } from '#shared/directory/hsds-tables.ts';
import { readNested, readNumber } from '#shared/directory/nested-rows.ts';
import { derivedFrom, putOhanaRow } from '#shared/directory/ohana-rows.ts';
import { OHANA_NAMES } from '#shared/directory/ohana-tables.ts';
import {
  countOf,
  RowsRead,
  textOf,
  type At,
  type DirectoryContent,
  type JsonValue,
  type Row,
} from '#shared/directory/rows.ts';
import { tablesOfFiles, type FileTable } from '#shared/directory/table-of-file.ts';
import type { DirectoryFormat } from '#shared/directory/directory-events.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

export interface DirectoryReading {
  readonly format: DirectoryFormat;
  /** A part is laid over the directory in force; a whole one takes its place. */
  readonly whole: boolean;
  readonly read: RowsRead;
  /** Null when anything is wrong: nothing is taken over by halves. */
  readonly content: DirectoryContent | null;
}

export function directoryHash(content: DirectoryContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Reads the files of a directory in whatever way they write it. `inForce` is what a part is laid over. */
export function readDirectory(
  files: readonly DirectoryFile[],
  inForce: DirectoryContent | null,
  year: number,
): DirectoryReading {
  const read = new RowsRead();
  const base = new ContentIndex(inForce ?? {});
  const json = files.filter(isJson);
  const csv = files.filter((file) => !isJson(file));
  for (const file of json) readJson(file, read);
  const { dialect, alone } = readCsv(csv, read, base, year);
  const whole = !alone && (read.rows('service').size > 0 || read.rows('organization').size > 0);
  checkRows(read, {
    known: (table, id) => !whole && base.find(table, id) !== null,
    tabular: csv.length > 0 && dialect === 'hsds',
    strict: dialect === 'ohana',
  });
  const format = csv.length === 0 ? 'hsds-json' : dialect === 'ohana' ? 'ohana-csv' : 'hsds-csv';
  if (read.faults.count > 0) return { format, whole, read, content: null };
  const content = whole || inForce === null ? read.content() : laidOver(inForce, read);
  if (countOf(content, 'service') === 0) warnOfNoService(files, read);
  return { format, whole, read, content };
}

function isJson({ name, text }: DirectoryFile): boolean {
  return /\.json$/i.test(name) || (!/\.csv$/i.test(name) && /^\s*[[{]/.test(text.slice(0, 200)));
}

function readJson({ name: file, text }: DirectoryFile, read: RowsRead): void {
  let value: JsonValue;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as JsonValue;
  } catch (error) {
    const row = lineOfError(text, (error as Error).message);
    const why =
      text.trim() === ''
        ? 'The file is empty.'
        : 'It is no JSON: it breaks off or has a typing error here.';
    return read.faults.add({ file, row }, why);
  }
  readNested(value, file, read);
}

function lineOfError(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const upTo = position === undefined ? text.length : Number(position);
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < upTo; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
}

interface Known {
  readonly table: CsvTable;
  readonly is: FileTable;
}

function readCsv(
  files: readonly DirectoryFile[],
  read: RowsRead,
  base: ContentIndex,
  year: number,
): { readonly dialect: FileTable['dialect']; readonly alone: boolean } {
  const tables = files.flatMap((file) => readCsvTable(file, read) ?? []);
  const found = tablesOfFiles(tables);
  const known: Known[] = [];
  for (const [index, table] of tables.entries()) {
    const is = found[index] ?? null;
    if (is !== null) known.push({ table, is });
    else if (tables.length > 1) read.warnings.add({ file: table.file, row: 1 }, STRANGER);
    else read.faults.add({ file: table.file, row: 1 }, NO_TABLE);
  }
  for (const { table } of known.filter(({ table: { records } }) => records.length === 0)) {
    const findings = files.length === 1 ? read.faults : read.warnings;
    const why = 'It has no row below its header.';
    if (files.length > 1 || read.faults.count === 0)
      findings.add({ file: table.file, row: 1 }, why);
  }
  const dialect = known[0]?.is.dialect ?? 'hsds';
  for (const { table, is } of known.toSorted(parentsFirst))
    for (const { at, record } of table.records)
      if (is.dialect === 'hsds') putHsdsRow(is.table, record, at, read);
      else
        putOhanaRow(is.table, record, at, {
          read,
          year,
          find: (name, id) => read.rows(name).get(id)?.row ?? base.find(name, id),
        });
  return { dialect, alone: files.length === 1 };
}

const STRANGER =
  'Neither its name nor its columns are those of a table of a directory. It is left out.';
const NO_TABLE =
  'Its columns are those of no table of a directory. Name it as the standard does, such as services.csv.';

function parentsFirst(a: Known, b: Known): number {
  if (a.is.dialect === 'hsds' || b.is.dialect === 'hsds') return 0;
  return OHANA_NAMES.indexOf(a.is.table) - OHANA_NAMES.indexOf(b.is.table);
}

function putHsdsRow(
  table: TableName,
  record: Readonly<Record<string, string>>,
  at: At,
  read: RowsRead,
): void {
  const { numbers = [] } = HSDS_TABLES[table];
  const row = Object.fromEntries(
    Object.entries(record).map(([column, text]) => [
      column,
      numbers.includes(column) ? readNumber(text) : text,
    ]),
  );
  read.put(
    table,
    { ...row, ...(row['id'] === undefined ? {} : { id: textOf(row, 'id') }) },
    at,
    'refuse',
  );
}

/** Rows of the part over those of the directory; what was made of cells of a replaced row goes with it. */
function laidOver(inForce: DirectoryContent, read: RowsRead): DirectoryContent {
  const replaced = new Set<string>();
  for (const owner of ['organization', 'location', 'service'] as const)
    for (const id of read.rows(owner).keys()) replaced.add(derivedFrom(owner, id));
  const together = new RowsRead();
  for (const name of TABLE_NAMES) {
    for (const { row, at } of read.rows(name).values()) together.put(name, row, at, 'merge');
    for (const row of inForce[name] ?? [])
      if (!read.rows(name).has(textOf(row, 'id')) && !replaced.has(prefixOf(row)))
        together.put(name, row, ANYWHERE, 'merge');
  }
  return together.content();
}

const ANYWHERE: At = { file: '', row: 0 };

function prefixOf(row: Row): string {
  return /^((?:organization|location|service)-.+-)[a-z_]+-\d+$/.exec(textOf(row, 'id'))?.[1] ?? '';
}

function warnOfNoService(files: readonly DirectoryFile[], read: RowsRead): void {
  read.warnings.add(
    { file: files[0]?.name ?? '', row: 1 },
    'The directory has no service, so nothing can be found in it.',
  );
}
