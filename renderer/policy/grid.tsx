import { Fragment, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useActions } from '../keys/actions.ts';
import { CellEditor } from './cell-editor.tsx';
import { valueAt, withValue, written, type Path } from './document-path.ts';
import type { GridCell, GridColumn, GridLine } from './grid-cell.ts';
import { cellOf, focusedCell, moveFocus, restCell } from './grid-focus.ts';
import { LineProblems, problemsId, problemsOf, useProblems } from './problems.tsx';
import { edit, goTo, useWorkshop } from './workshop-store.ts';

/** What the keys do to a row, beside editing its cells. Paths are those of rows, heads included. */
export interface GridKeys {
  readonly add?: (row: Path) => void;
  readonly remove?: (row: Path) => void;
  readonly shift?: (row: Path, by: 1 | -1) => void;
}

/**
 * A table that is edited like one: arrows move between cells, Enter opens one, Escape leaves it. Only
 * one cell is in the order of Tab; where it is, is kept in the page, so that moving draws nothing.
 */
export function Grid({
  label,
  columns,
  groups,
  keys,
  className,
  empty,
}: {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly groups: readonly { readonly key: string; readonly lines: readonly GridLine[] }[];
  readonly keys: GridKeys;
  readonly className: string;
  /** Where a list may be empty: the place before its first row, and what is said there. */
  readonly empty?: { readonly path: Path; readonly says: string; readonly adds?: string };
}) {
  const table = useRef<HTMLTableElement>(null);
  const cell = useWorkshop((state) => state.cell);
  useLayoutEffect(() => restCell(table.current));
  useLayoutEffect(() => {
    if (cell === null || cell.open || cell.turn === 0) return;
    const found = cellOf(table.current, cell.path, cell.column);
    found?.focus();
    // Not in happy-dom.
    found?.scrollIntoView?.({ block: 'nearest' });
    // The turn alone says when somebody wants to go there; the cell stays known between edits.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [cell?.turn]);

  const lines = groups.flatMap((group) => group.lines);
  const find = (path: string, column: string) =>
    lines
      .flatMap(({ cells }) => cells)
      .find((each) => written(each.path) === path && each.column === column);
  const onRow = (act: ((row: Path) => void) | undefined) => {
    const at = focusedCell(table.current);
    if (at === null || act === undefined) return false;
    const line = lines.find(({ path }) => written(path) === at.row);
    if (line === undefined) return false;
    act(line.path);
    return undefined;
  };
  useActions({
    'policy.edit': () => {
      const at = focusedCell(table.current);
      const found = at === null ? undefined : find(at.path, at.column);
      if (found === undefined) return false;
      openCell(found);
    },
    ...(keys.add === undefined
      ? {}
      : {
          'policy.add': () => {
            if (lines.length > 0 || empty === undefined) return onRow(keys.add);
            return keys.add?.(empty.path);
          },
        }),
    ...(keys.remove === undefined ? {} : { 'policy.remove': () => onRow(keys.remove) }),
    ...(keys.shift === undefined
      ? {}
      : {
          'policy.up': () => onRow((row) => keys.shift?.(row, -1)),
          'policy.down': () => onRow((row) => keys.shift?.(row, 1)),
        }),
  });

  function onKeyDown(event: KeyboardEvent) {
    const at = focusedCell(table.current);
    if (at === null || event.metaKey || event.shiftKey) return;
    const ends = event.key === 'Home' || event.key === 'End';
    if (event.ctrlKey && !ends) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (event.altKey) {
      if (step === null || keys.shift === undefined) return;
      onRow((row) => keys.shift?.(row, step));
    } else if (event.key === ' ') {
      const found = find(at.path, at.column);
      if (found?.kind.by !== 'switch') return;
      openCell(found);
    } else if (!moveFocus(table.current, event.key, event.ctrlKey)) return;
    event.preventDefault();
  }

  return (
    <table
      ref={table}
      // A table that is walked cell by cell is a grid, and HTML lets it say so.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={label}
      className={`grid ${className}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => restCell(table.current, event.target)}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-column={column.id} title={column.hint}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {lines.length === 0 && empty !== undefined && (
        <tbody>
          <tr>
            <td colSpan={columns.length} className="quiet">
              {empty.says} <kbd>a</kbd> {empty.adds ?? 'adds the first.'}
            </td>
          </tr>
        </tbody>
      )}
      {groups.map((group) => (
        <tbody key={group.key} data-group={group.key}>
          {group.lines.map((line) => (
            <Fragment key={line.key}>
              <Line line={line} open={openColumn(cell, line)} columns={columns} />
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function openColumn(
  cell: { readonly path: string; readonly column: string; readonly open: boolean } | null,
  line: GridLine,
): string | null {
  if (cell?.open !== true) return null;
  const found = allCells(line).find(
    (each) => each.column === cell.column && written(each.path) === cell.path,
  );
  return found?.column ?? null;
}

/** The columns say what stands where; a head has fewer cells, each over several of them. */
function inOrder({ cells }: GridLine, columns: readonly GridColumn[]): readonly GridCell[] {
  return columns.flatMap(({ id }) => cells.filter(({ column }) => column === id));
}

function allCells({ cells, hidden }: GridLine): readonly GridCell[] {
  return hidden === undefined ? cells : [...cells, ...hidden];
}

function Line({
  line,
  open,
  columns,
}: {
  readonly line: GridLine;
  readonly open: string | null;
  readonly columns: readonly GridColumn[];
}) {
  const opened = allCells(line).find((each) => each.column === open);
  const below = opened?.kind.by === 'below' ? opened.kind : null;
  const row = written(line.path);
  const wrong = problemsOf(line, useProblems());
  return (
    <>
      <tr
        data-row={row}
        data-head={line.head}
        data-mark={line.mark ?? undefined}
        data-broken={line.broken}
        data-open={below !== null}
      >
        {inOrder(line, columns).map((cell, at) => (
          <Cell
            key={cell.column}
            cell={cell}
            line={line}
            open={cell.column === open}
            first={at === 0}
            wrong={wrong.some((each) => each.cell === cell)}
          />
        ))}
      </tr>
      <LineProblems line={line} columns={columns.length} />
      {below !== null && opened !== undefined && (
        <tr className="grid-below">
          <td colSpan={columns.length}>
            <CellEditor cell={opened} name={line.name} />
          </td>
        </tr>
      )}
    </>
  );
}

function Cell({
  cell,
  line,
  open,
  first,
  wrong,
}: {
  readonly cell: GridCell;
  readonly line: GridLine;
  readonly open: boolean;
  readonly first: boolean;
  readonly wrong: boolean;
}) {
  const inside = open && cell.kind.by !== 'below';
  const editable = cell.kind.by !== 'nothing';
  return (
    <td
      tabIndex={-1}
      colSpan={cell.span}
      data-cell={written(cell.path)}
      data-column={cell.column}
      data-editing={inside || undefined}
      className={cell.className}
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? problemsId(line) : undefined}
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props: a grid cell may be read-only
      aria-readonly={editable ? undefined : true}
      aria-expanded={cell.kind.by === 'below' ? open : undefined}
      onDoubleClick={editable && !inside ? () => openCell(cell) : undefined}
    >
      {first && line.mark !== null && line.mark !== undefined && (
        <span className="spoken">{line.mark === 'new' ? 'New. ' : 'Changed. '}</span>
      )}
      {inside ? <CellEditor cell={cell} name={line.name} /> : cell.shown}
      {wrong && (
        <span className="wrong-mark" aria-hidden="true">
          {' '}
          ▲
        </span>
      )}
    </td>
  );
}

/** A switch is turned at once; anything else opens. */
function openCell(cell: GridCell): void {
  if (cell.kind.by === 'nothing') return;
  if (cell.kind.by === 'switch')
    return edit((policy) => withValue(policy, cell.path, valueAt(policy, cell.path) !== true));
  goTo(cell.path, cell.column, true);
}
