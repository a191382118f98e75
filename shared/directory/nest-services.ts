import type { ContentIndex } from './content-index.ts';
import { childrenOf, OWN } from './hsds-nesting.ts';
import { TABLE_NAMES, type TableName } from './hsds-tables.ts';
import { textOf, type JsonValue, type Row } from './rows.ts';

/** A service as the standard's full JSON has it, with everything that belongs to it inside. */
export type NestedService = Readonly<Record<string, JsonValue>>;

/**
 * Each service with all that hangs on it. Rows no service reaches are counted by table: the JSON of services has
 * no place for them, the CSV files do.
 */
export class ServiceNester {
  readonly #index: ContentIndex;
  readonly #reached = new Map<TableName, Set<string>>();

  constructor(index: ContentIndex) {
    this.#index = index;
  }

  nest(service: Row): NestedService {
    return this.#nested('service', service, null, ['service']);
  }

  /** To be asked after the last service. */
  leftOut(): Partial<Record<TableName, number>> {
    const left = TABLE_NAMES.map((table): [TableName, number] => {
      const reached = this.#reached.get(table)?.size ?? 0;
      return [table, this.#index.rows(table).length - reached];
    });
    return Object.fromEntries(left.filter(([, count]) => count > 0));
  }

  /** `within` are the tables around it: nothing is put inside itself. */
  #nested(
    table: TableName,
    row: Row,
    by: string | null,
    within: readonly TableName[],
  ): NestedService {
    this.#reach(table, textOf(row, 'id'));
    const members: [string, JsonValue][] = [];
    const own = OWN[table] ?? [];
    for (const [column, value] of Object.entries(row)) {
      // What stands inside another row does not name it again.
      if (column === by) continue;
      const inside = own.find((each) => each.column === column);
      const target =
        inside === undefined || within.includes(inside.table)
          ? null
          : this.#index.find(inside.table, textOf(row, column));
      if (inside !== undefined && target !== null)
        members.push([
          inside.member,
          this.#nested(inside.table, target, null, [...within, inside.table]),
        ]);
      else members.push([column, value]);
    }
    for (const child of childrenOf(table)) {
      if (within.includes(child.table)) continue;
      const rows = this.#childRows(table, row, child.table, child.by);
      if (rows.length === 0) continue;
      const nested = rows.map((each) =>
        this.#nested(child.table, each, child.by, [...within, child.table]),
      );
      members.push([child.member, nested]);
    }
    return Object.fromEntries(members);
  }

  #childRows(table: TableName, row: Row, child: TableName, by: string): readonly Row[] {
    const rows = this.#index.of(child, by, textOf(row, 'id'));
    // A place stands with the service that is given there; the organization repeats only the others.
    if (table !== 'organization' || child !== 'location') return rows;
    return rows.filter(
      (each) =>
        this.#index.of('service_at_location', 'location_id', textOf(each, 'id')).length === 0,
    );
  }

  #reach(table: TableName, id: string): void {
    const ids = this.#reached.get(table);
    if (ids === undefined) this.#reached.set(table, new Set([id]));
    else ids.add(id);
  }
}
