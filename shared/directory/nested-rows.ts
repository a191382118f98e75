import { CHILDREN, childrenOf, OWN } from './hsds-nesting.ts';
import { HSDS_TABLES, TABLE_NAMES, type TableName } from './hsds-tables.ts';
import {
  quoted,
  sayTable,
  textOf,
  type At,
  type JsonValue,
  type Row,
  type RowsRead,
} from './rows.ts';

/** The standard nests seven deep; what goes further is not a directory. */
const DEEPEST = 16;

type JsonObject = { readonly [member: string]: JsonValue };

/** Members some exports write in their own way. */
const ALIASES: Readonly<Record<string, string>> = {
  fundings: 'funding',
  accessibilities: 'accessibility',
  accessibilitys: 'accessibility',
  addresss: 'addresses',
  service_at_location: 'service_at_locations',
};

/**
 * Takes JSON apart into rows, whatever way round it is nested: services, organizations, services at locations,
 * pages of them, arrays, one object, or whole tables. Says how many rows began at the top, or why it is none.
 */
export function readNested(
  value: JsonValue,
  file: string,
  read: RowsRead,
): { readonly tops: number } {
  if (isTooDeep(value, DEEPEST)) {
    read.faults.add(
      { file, row: 1 },
      `It is nested deeper than ${DEEPEST} levels, and no directory is.`,
    );
    return { tops: 0 };
  }
  const before = read.faults.count;
  const tables = tablesIn(value);
  if (tables !== null) {
    let tops = 0;
    for (const [table, rows] of tables)
      for (const [index, row] of rows.entries()) {
        tops += 1;
        takeApart(table, row, { file, row: index + 1 }, `${table}[${index}]`, read);
      }
    return { tops };
  }
  const items = itemsIn(value);
  for (const [index, item] of items.entries()) {
    const at = { file, row: index + 1 };
    const table = isObject(item) ? tableOfObject(item) : null;
    if (table === null) read.faults.add(at, notOurs(item));
    else takeApart(table, item, at, sayTable(table), read);
  }
  if (items.length === 0 && read.faults.count === before)
    read.faults.add(
      { file, row: 1 },
      'It holds no service, organization or anything else of a directory.',
    );
  return { tops: items.length };
}

function notOurs(item: JsonValue): string {
  return `${quoted(JSON.stringify(item))} is nothing the standard knows: no service, organization, location or service at location.`;
}

/** A page of a list, a list, or one object. */
function itemsIn(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value as readonly JsonValue[];
  if (isObject(value)) {
    const { contents } = value;
    return Array.isArray(contents) ? (contents as readonly JsonValue[]) : [value];
  }
  return [value];
}

/** Whole tables under their own names or under those of their files. */
function tablesIn(value: JsonValue): [TableName, readonly JsonValue[]][] | null {
  if (!isObject(value)) return null;
  const found = Object.entries(value).map(([key, rows]) => {
    const table = TABLE_NAMES.find((name) => name === key || HSDS_TABLES[name].file === key);
    return table !== undefined && Array.isArray(rows)
      ? ([table, rows as readonly JsonValue[]] as [TableName, readonly JsonValue[]])
      : null;
  });
  // One stranger among them, such as the id of an object, and it is no set of tables.
  return found.length > 0 && found.every((each) => each !== null) ? found : null;
}

/** What an object is: the table that knows most of its members, and needs none that it lacks. */
export function tableOfObject(item: JsonObject): TableName | null {
  const keys = Object.keys(item).map((key) => ALIASES[key] ?? key);
  let best: { readonly table: TableName; readonly score: number } | null = null;
  for (const table of TABLE_NAMES) {
    if (!HSDS_TABLES[table].required.every((column) => column === 'id' || keys.includes(column)))
      continue;
    const own = membersOf(table);
    const known = keys.filter((key) => own.has(key)).length;
    const score = known - (keys.length - known) / 2;
    if (known > 1 && score > (best?.score ?? 0)) best = { table, score };
  }
  return best?.table ?? null;
}

const MEMBERS = new Map<TableName, ReadonlySet<string>>(
  TABLE_NAMES.map((table) => [
    table,
    new Set([
      ...HSDS_TABLES[table].columns,
      ...(CHILDREN[table] ?? []).map(({ member }) => member),
      ...(OWN[table] ?? []).map(({ member }) => member),
    ]),
  ]),
);

function membersOf(table: TableName): ReadonlySet<string> {
  return MEMBERS.get(table) ?? new Set();
}

/** Puts the row of an object, and the rows inside it. Answers its id, which those outside name. */
function takeApart(
  table: TableName,
  item: JsonValue,
  at: At,
  path: string,
  read: RowsRead,
  parent: Row = {},
): string | null {
  if (!isObject(item)) {
    read.faults.add(at, `${path} is no object, and a ${sayTable(table)} is one.`);
    return null;
  }
  const own = new Map((OWN[table] ?? []).map((each) => [each.member, each]));
  const children = new Map(childrenOf(table).map((each) => [each.member, each]));
  const values: [string, JsonValue][] = [];
  const inside: (() => void)[] = [];
  const id = idOf(item);
  for (const [written, value] of Object.entries(item)) {
    const member = ALIASES[written] ?? written;
    const one = own.get(member);
    const many = children.get(member);
    if (one !== undefined && isObject(value)) {
      const named = takeApart(one.table, value, at, `${path}.${member}`, read);
      if (named !== null) values.push([one.column, named]);
    } else if (many !== undefined && Array.isArray(value)) {
      for (const [index, child] of (value as readonly JsonValue[]).entries())
        inside.push(() => {
          const link = id === null ? {} : { [many.by]: id, ...entityOf(many.table, table) };
          takeApart(many.table, child, at, `${path}.${member}[${index}]`, read, link);
        });
    } else if (value !== null && value !== '')
      values.push([member, member === 'id' && id !== null ? id : readValue(table, member, value)]);
  }
  const row = Object.fromEntries(values);
  const links = Object.entries(parent).filter(
    ([column]) => row[column] === undefined || row[column] === '',
  );
  if (id === null) read.faults.add(at, `${path} has no id, so nothing can refer to it.`);
  else read.put(table, { ...row, ...Object.fromEntries(links) }, at, 'merge');
  if (table === 'service') lendOrganization(row, at, read);
  for (const take of inside) take();
  return id;
}

/** A program inside a service need not say whose it is: it is of the same organization. */
function lendOrganization(service: Row, at: At, read: RowsRead): void {
  const [programId, owner] = [textOf(service, 'program_id'), textOf(service, 'organization_id')];
  const program = read.rows('program').get(programId)?.row;
  if (program === undefined || owner === '' || textOf(program, 'organization_id') !== '') return;
  read.put('program', { id: programId, organization_id: owner }, at, 'merge');
}

/** Attributes and metadata say which table the row is of that they belong to. */
function entityOf(child: TableName, parent: TableName): Row {
  if (child === 'attribute') return { link_entity: parent };
  return child === 'metadata' ? { resource_type: parent } : {};
}

/** Numbers are often written as text, and the other way round; text that is none is found by the check. */
function readValue(table: TableName, column: string, value: JsonValue): JsonValue {
  const { columns, numbers = [] } = HSDS_TABLES[table];
  if (numbers.includes(column)) return typeof value === 'string' ? readNumber(value) : value;
  const plain = typeof value === 'number' || typeof value === 'boolean';
  return plain && columns.includes(column) ? String(value) : value;
}

/** The number a text writes; the text itself when it writes none. */
export function readNumber(text: string): number | string {
  const number = Number(text);
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) && Number.isFinite(number)
    ? number
    : text;
}

function idOf(item: JsonObject): string | null {
  const { id } = item;
  if (typeof id === 'number') return String(id);
  return typeof id === 'string' && id.trim() !== '' ? textOf({ id }, 'id') : null;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without recursion: whatever somebody sends must not end in a stack that is full. */
function isTooDeep(value: JsonValue, deepest: number): boolean {
  let level: JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    const next: JsonValue[] = [];
    for (const each of level)
      if (typeof each === 'object' && each !== null)
        for (const inner of Object.values(each))
          if (typeof inner === 'object' && inner !== null) next.push(inner);
    level = next;
  }
  return false;
}
