import { HSDS_TABLES, TABLE_NAMES, type TableName } from './hsds-tables.ts';
import { canonicalJson } from '../lib/canonical-json.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue };

/** One row of a table: what the standard names, and whatever else stood beside it. */
export type Row = Readonly<Record<string, JsonValue>>;

/** Where something was read: in CSV the line, in JSON the place in the list, both from 1. */
export interface At {
  readonly file: string;
  readonly row: number;
}

export interface Finding extends At {
  readonly why: string;
}

/** A directory as it is kept: rows by table, sorted by id. Its hash is over its canonical JSON. */
export type DirectoryContent = Readonly<Partial<Record<TableName, readonly Row[]>>>;

/** More are counted, not listed: nobody reads the thousandth. */
export const FINDINGS_KEPT = 500;

/** What is wrong, or only strange, with what was read. */
export class Findings {
  readonly list: Finding[] = [];
  count = 0;

  add(at: At, why: string): void {
    this.count += 1;
    if (this.list.length < FINDINGS_KEPT) this.list.push({ file: at.file, row: at.row, why });
  }
}

export interface KeptRow {
  readonly row: Row;
  readonly at: At;
}

/** Rows on their way in. The same row may stand in JSON wherever something belongs to it; in CSV only once. */
export class RowsRead {
  readonly faults = new Findings();
  readonly warnings = new Findings();
  readonly tables = new Map<TableName, Map<string, KeptRow>>();

  put(table: TableName, row: Row, at: At, again: 'merge' | 'refuse'): void {
    const id = row['id'];
    if (typeof id !== 'string' || id === '')
      return this.faults.add(at, `The ${sayTable(table)} has no id, so nothing can refer to it.`);
    const rows = this.#rowsOf(table);
    const before = rows.get(id);
    if (before === undefined) return void rows.set(id, { row, at });
    if (again === 'refuse') {
      const where = before.at.file === at.file ? '' : ` of ${before.at.file}`;
      const why = `The ${sayTable(table)} ${quoted(id)} stands on row ${before.at.row}${where} already.`;
      return this.faults.add(at, why);
    }
    const clash = Object.keys(row).find((key) => differs(before.row, row, key));
    if (clash === undefined) rows.set(id, { row: { ...row, ...before.row }, at: before.at });
    else
      this.faults.add(
        at,
        `The ${sayTable(table)} ${quoted(id)} is there twice with another ${clash}: ${said(before.row[clash])} in row ${before.at.row} and ${said(row[clash])}.`,
      );
  }

  rows(table: TableName): ReadonlyMap<string, KeptRow> {
    return this.tables.get(table) ?? NONE;
  }

  content(): DirectoryContent {
    const tables = TABLE_NAMES.flatMap((name): [TableName, Row[]][] => {
      const rows = [...this.rows(name).values()].map(({ row }) => row);
      return rows.length === 0 ? [] : [[name, rows.toSorted(byId)]];
    });
    return Object.fromEntries(tables);
  }

  #rowsOf(table: TableName): Map<string, KeptRow> {
    let rows = this.tables.get(table);
    if (rows === undefined) {
      rows = new Map();
      this.tables.set(table, rows);
    }
    return rows;
  }
}

const NONE: ReadonlyMap<string, KeptRow> = new Map();

function differs(before: Row, after: Row, key: string): boolean {
  const [a, b] = [before[key], after[key]];
  return a !== undefined && b !== undefined && a !== b && canonicalJson(a) !== canonicalJson(b);
}

function byId(a: Row, b: Row): number {
  const [one, other] = [textOf(a, 'id'), textOf(b, 'id')];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What a column says, as text; empty when it says nothing. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function numberOf(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

/** “service at location”. */
export function sayTable(table: TableName): string {
  return table.replaceAll('_', ' ');
}

/** A value of a file in a sentence: never longer than a sentence bears. */
export function quoted(text: string): string {
  // A cell may hold megabytes, and only its beginning is shown.
  const plain = text.slice(0, 200).replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return `“${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}”`;
}

function said(value: JsonValue | undefined): string {
  return quoted(typeof value === 'string' ? value : canonicalJson(value ?? null));
}

export function countOf(content: DirectoryContent, table: TableName): number {
  return content[table]?.length ?? 0;
}

/** Whether the standard knows the column. */
export function isKnownColumn(table: TableName, column: string): boolean {
  return HSDS_TABLES[table].columns.includes(column);
}
