import type { TableName } from './hsds-tables.ts';
import { textOf, type DirectoryContent, type Row } from './rows.ts';

const NONE: readonly Row[] = [];

/** Rows by id and by what they hang on, each index made when it is first asked for. */
export class ContentIndex {
  readonly content: DirectoryContent;
  readonly #byId = new Map<TableName, Map<string, Row>>();
  readonly #by = new Map<string, Map<string, Row[]>>();

  constructor(content: DirectoryContent) {
    this.content = content;
  }

  rows(table: TableName): readonly Row[] {
    return this.content[table] ?? NONE;
  }

  find(table: TableName, id: string): Row | null {
    let rows = this.#byId.get(table);
    if (rows === undefined) {
      rows = new Map(this.rows(table).map((row) => [textOf(row, 'id'), row]));
      this.#byId.set(table, rows);
    }
    return rows.get(id) ?? null;
  }

  /** The rows of a table that name this one in a column. */
  of(table: TableName, column: string, id: string): readonly Row[] {
    const key = `${table}.${column}`;
    let rows = this.#by.get(key);
    if (rows === undefined) {
      rows = new Map();
      for (const row of this.rows(table)) {
        const named = textOf(row, column);
        if (named === '') continue;
        const list = rows.get(named);
        if (list === undefined) rows.set(named, [row]);
        else list.push(row);
      }
      this.#by.set(key, rows);
    }
    return rows.get(id) ?? NONE;
  }
}
