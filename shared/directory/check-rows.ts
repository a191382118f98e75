import {
  HSDS_TABLES,
  linksOf,
  TABLE_NAMES,
  type TableName,
  type TableShape,
} from './hsds-tables.ts';
import {
  quoted,
  sayTable,
  textOf,
  type At,
  type JsonValue,
  type Row,
  type RowsRead,
} from './rows.ts';
import { readDate, readTime } from './written.ts';

/** What the links of rows are held against. */
export interface CheckOptions {
  /** Rows the directory in force has already, for a file that only adds to it. */
  readonly known: (table: TableName, id: string) => boolean;
  /** Rows came as tables, where nothing can stand inside what it belongs to. */
  readonly tabular: boolean;
  /** The older set names nothing that is elsewhere, so whatever it names has to be there. */
  readonly strict: boolean;
}

/** Writes down everything in the rows that cannot be taken over, and what is only strange. */
export function checkRows(read: RowsRead, options: CheckOptions): void {
  const isThere = (table: TableName, id: string) =>
    read.rows(table).has(id) || options.known(table, id);
  for (const table of TABLE_NAMES)
    for (const { row, at } of read.rows(table).values()) {
      checkValues(read, table, row, at);
      checkLinks(read, { table, row, at }, isThere, options);
    }
  for (const { row, at } of read.rows('location').values()) checkPoint(read, row, at);
}

function checkValues(read: RowsRead, table: TableName, row: Row, at: At): void {
  const shape = HSDS_TABLES[table];
  for (const column of shape.required)
    if (textOf(row, column) === '')
      read.faults.add(at, `The ${sayTable(table)} ${quoted(textOf(row, 'id'))} has no ${column}.`);
  for (const [column, value] of Object.entries(row)) {
    const why = faultOf(shape, column, value);
    if (why !== null) read.faults.add(at, `${column} ${why}`);
  }
  checkAges(read, table, row, at);
}

/** A border of an area may well have some hundred thousand. */
const LONGEST_VALUE = 1_000_000;

function faultOf(shape: TableShape, column: string, value: JsonValue): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string' && value.length > LONGEST_VALUE)
    return `has ${value.length} letters, and no value of a directory is that long.`;
  if (shape.numbers?.includes(column) === true)
    return Number.isFinite(value) ? null : `is ${said(value)}, which is no number.`;
  if (!shape.columns.includes(column)) return null;
  if (typeof value === 'object')
    return 'holds a list or an object, and the standard wants one value.';
  const text = String(value);
  if (shape.dates?.includes(column) === true && readDate(text, 2000) === null)
    return `is ${quoted(text)}, which is no date. Write it as 2026-03-31.`;
  if (shape.times?.includes(column) === true && readTime(text) === null)
    return `is ${quoted(text)}, which is no time of a day. Write it as 09:30.`;
  const allowed = shape.oneOfWords?.[column];
  if (allowed !== undefined && !allowed.includes(text))
    return `is ${quoted(text)}, and the standard knows only ${allowed.join(', ')}.`;
  return null;
}

function said(value: JsonValue): string {
  return quoted(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

const OLDEST = 130;

function checkAges(read: RowsRead, table: TableName, row: Row, at: At): void {
  if (table !== 'service') return;
  const [from, to] = [row['minimum_age'], row['maximum_age']];
  for (const age of [from, to])
    if (typeof age === 'number' && Number.isFinite(age) && (age < 0 || age > OLDEST))
      read.faults.add(at, `An age of ${age} years is nobody’s.`);
  if (typeof from === 'number' && typeof to === 'number' && from > to)
    read.faults.add(at, `minimum_age ${from} is above maximum_age ${to}, so nobody could come.`);
}

function checkPoint(read: RowsRead, row: Row, at: At): void {
  const [lat, lon] = [row['latitude'], row['longitude']];
  if (typeof lat !== 'number' && typeof lon !== 'number') return;
  if (isPoint(lat, lon)) return;
  const id = quoted(textOf(row, 'id'));
  read.warnings.add(
    at,
    `${String(lat)}, ${String(lon)} is no point on the earth: the location ${id} is taken over without a distance.`,
  );
}

export function isPoint(lat: JsonValue | undefined, lon: JsonValue | undefined): boolean {
  return (
    typeof lat === 'number' &&
    typeof lon === 'number' &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180
  );
}

type IsThere = (table: TableName, id: string) => boolean;

interface Checked {
  readonly table: TableName;
  readonly row: Row;
  readonly at: At;
}

function checkLinks(
  read: RowsRead,
  { table, row, at }: Checked,
  isThere: IsThere,
  { strict, tabular }: CheckOptions,
): void {
  const { needs = {}, must = {}, oneOf = {}, may = {} } = HSDS_TABLES[table];
  const what = `The ${sayTable(table)} ${quoted(textOf(row, 'id'))}`;
  for (const column of Object.keys(tabular ? { ...needs, ...must } : needs))
    if (textOf(row, column) === '')
      read.faults.add(at, `${what} has no ${column}, so it belongs to nothing.`);
  const parents = Object.keys(oneOf);
  const given = parents.filter((column) => textOf(row, column) !== '');
  if (parents.length > 0 && given.length === 0)
    read.faults.add(at, `${what} belongs to nothing: it needs one of ${parents.join(', ')}.`);
  const hangs = given.some((column) => isThere(tableOf(oneOf, column), textOf(row, column)));
  for (const [column, of] of Object.entries(linksOf(table))) {
    const id = textOf(row, column);
    if (id === '' || isThere(of, id)) continue;
    const why = `${what} names the ${sayTable(of)} ${quoted(id)} in ${column}, and there is none.`;
    const elsewhere = column in may || (column in oneOf && hangs);
    if (elsewhere && !strict) read.warnings.add(at, `${why} It is kept as it is.`);
    else read.faults.add(at, why);
  }
  if (!tabular && table === 'service' && textOf(row, 'organization_id') === '')
    read.warnings.add(at, `${what} names no organization, so nobody sees who gives it.`);
}

function tableOf(links: Readonly<Record<string, TableName>>, column: string): TableName {
  const table = links[column];
  if (table === undefined) throw new Error(`${column} is no link.`);
  return table;
}
