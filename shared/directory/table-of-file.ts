import { HSDS_TABLES, TABLE_NAMES, type TableName } from './hsds-tables.ts';
import { OHANA_NAMES, OHANA_TABLES, type OhanaTable } from './ohana-tables.ts';

export type FileTable =
  | { readonly dialect: 'hsds'; readonly table: TableName }
  | { readonly dialect: 'ohana'; readonly table: OhanaTable };

export interface CsvHeader {
  readonly file: string;
  readonly columns: readonly string[];
}

/** More than half of the columns have to be known for a file to be taken for a table by them. */
const LIKE_ENOUGH = 0.5;

/**
 * What the files of a set are: by their names where these are known, else by their columns. A set is of one
 * kind, because both kinds use the same names. Null for a file that is neither.
 */
export function tablesOfFiles(files: readonly CsvHeader[]): (FileTable | null)[] {
  const hsds = files.map((file) => hsdsTable(file));
  const ohana = files.map((file) => ohanaTable(file));
  const sum = (found: readonly (Alike | null)[]) =>
    found.reduce((total, each) => total + (each?.alike ?? 0), 0);
  const older = sum(ohana) > sum(hsds);
  return (older ? ohana : hsds).map((found) => found?.is ?? null);
}

interface Alike {
  readonly is: FileTable;
  readonly alike: number;
}

function hsdsTable({ file, columns }: CsvHeader): Alike | null {
  const name = bareName(file);
  const named = TABLE_NAMES.find(
    (table) => table === name || bareName(HSDS_TABLES[table].file) === name,
  );
  const scored = (named === undefined ? TABLE_NAMES : [named]).map((table) => ({
    is: { dialect: 'hsds', table } as const,
    alike: likeness(columns, HSDS_TABLES[table].columns),
  }));
  return bestOf(scored, named !== undefined);
}

function ohanaTable({ file, columns }: CsvHeader): Alike | null {
  const name = bareName(file);
  const named = OHANA_NAMES.find((table) => table === name);
  const scored = (named === undefined ? OHANA_NAMES : [named]).map((table) => ({
    is: { dialect: 'ohana', table } as const,
    alike: likeness(columns, OHANA_TABLES[table].columns),
  }));
  return bestOf(scored, named !== undefined);
}

function bestOf(scored: readonly Alike[], named: boolean): Alike | null {
  const best = scored.reduce((a, b) => (b.alike > a.alike ? b : a));
  return named || best.alike > LIKE_ENOUGH ? best : null;
}

/** Shared columns of all columns that either has (Jaccard). */
function likeness(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((column) => b.includes(column)).length;
  return shared / (new Set([...a, ...b]).size || 1);
}

function bareName(file: string): string {
  const [name = ''] = file.split(/[\\/]/).slice(-1);
  return name.toLowerCase().replace(/\.csv$/, '');
}
