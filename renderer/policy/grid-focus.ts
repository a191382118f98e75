import { covers } from './document-path.ts';

/**
 * The cell the keys act on: the one with the focus itself, or, from the bar of actions under the table,
 * the one that had it last. Null in a field, or anywhere else.
 */
export function actingCell(): HTMLElement | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return null;
  if (focused.dataset['cell'] !== undefined) return focused;
  if (focused.closest('[data-acts-on-table]') === null) return null;
  return document.querySelector<HTMLElement>('.workshop-table td[tabindex="0"]');
}

/** That cell as its table knows it; null when it is in no row of this table. */
export function focusedCell(
  table: HTMLTableElement | null,
): { readonly path: string; readonly column: string; readonly row: string } | null {
  const acting = actingCell();
  if (acting === null || table?.contains(acting) !== true) return null;
  const { cell, column } = acting.dataset;
  const row = rowOf(acting);
  if (cell === undefined || column === undefined || row === null) return null;
  return { path: cell, column, row };
}

/** The path of the row a cell stands in. */
export function rowOf(cell: HTMLElement | null): string | null {
  return cell?.closest<HTMLElement>('tr[data-row]')?.dataset['row'] ?? null;
}

/**
 * The cell of a path and a column. A path that lies deeper than any cell finds the cell it belongs to, or
 * else the first cell of its row.
 */
export function cellOf(
  table: HTMLTableElement | null,
  path: string,
  column: string,
): HTMLElement | null {
  const cells = [...(table?.querySelectorAll<HTMLElement>('td[data-cell]') ?? [])];
  const around = cells.filter(({ dataset }) => covers(dataset['cell'] ?? '', path));
  const found = around.find(({ dataset }) => dataset['column'] === column) ?? around[0];
  if (found !== undefined) return found;
  const rows = [...(table?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])].filter(
    ({ dataset }) => covers(dataset['row'] ?? '', path),
  );
  // The innermost: a gate covers its rules.
  const [row] = rows.sort(
    (a, b) => (b.dataset['row'] ?? '').length - (a.dataset['row'] ?? '').length,
  );
  return row?.querySelector<HTMLElement>('td[data-cell]') ?? null;
}

/** Exactly one cell is in the order of Tab: `wanted`, else the one that was, else the first. */
export function restCell(table: HTMLTableElement | null, wanted?: EventTarget): void {
  if (table === null) return;
  const resting = [...table.querySelectorAll<HTMLElement>('td[data-cell][tabindex="0"]')];
  const target =
    wanted instanceof HTMLElement && wanted.dataset['cell'] !== undefined ? wanted : null;
  const next = target ?? resting[0] ?? table.querySelector<HTMLElement>('td[data-cell]');
  for (const each of resting) if (each !== next) each.tabIndex = -1;
  if (next !== null && next.tabIndex !== 0) next.tabIndex = 0;
}

/**
 * Moves the focus as the key says; `far` takes Home and End to the ends of the table instead of the row.
 * False when the key means nothing in a table.
 */
export function moveFocus(table: HTMLTableElement | null, key: string, far = false): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || table === null) return false;
  const row = focused.closest('tr');
  if (row === null) return false;
  switch (key) {
    case 'ArrowLeft':
      return focusOn(sibling(focused, 'previousElementSibling'));
    case 'ArrowRight':
      return focusOn(sibling(focused, 'nextElementSibling'));
    case 'Home':
      return focusOn(far ? cellsOfTable(table)[0] : cellsOf(row)[0]);
    case 'End':
      return focusOn((far ? cellsOfTable(table) : cellsOf(row)).at(-1));
    case 'ArrowUp':
      return focusOn(inRow(table, row, focused, -1));
    case 'ArrowDown':
      return focusOn(inRow(table, row, focused, 1));
    case 'PageUp':
      return focusOn(inRow(table, row, focused, -10));
    case 'PageDown':
      return focusOn(inRow(table, row, focused, 10));
    default:
      return false;
  }
}

function cellsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(':scope > td[data-cell]')];
}

function cellsOfTable(table: HTMLTableElement): HTMLElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tr[data-row]')].flatMap(cellsOf);
}

function sibling(
  cell: HTMLElement,
  side: 'previousElementSibling' | 'nextElementSibling',
): HTMLElement | undefined {
  const next = cell[side];
  return next instanceof HTMLElement && next.dataset['cell'] !== undefined ? next : undefined;
}

/** The cell under or above the same place; cells that span several columns count as all of them. */
function inRow(
  table: HTMLTableElement,
  from: HTMLTableRowElement,
  cell: HTMLElement,
  by: number,
): HTMLElement | undefined {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-row]')];
  const to = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(from) + by))];
  if (to === undefined || to === from) return undefined;
  const { column } = cell.dataset;
  const same = cellsOf(to).find(({ dataset }) => dataset['column'] === column);
  return same ?? cellAt(to, startOf(from, cell));
}

function startOf(row: Element, cell: Element): number {
  let start = 0;
  for (const each of row.children) {
    if (each === cell) return start;
    start += each instanceof HTMLTableCellElement ? each.colSpan : 1;
  }
  return start;
}

function cellAt(row: Element, start: number): HTMLElement | undefined {
  const cells = cellsOf(row);
  return cells.findLast((cell) => startOf(row, cell) <= start) ?? cells[0];
}

/** At an edge the key is taken all the same: nothing around the table should scroll. */
function focusOn(cell: HTMLElement | undefined): true {
  cell?.focus();
  cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  return true;
}
