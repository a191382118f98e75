import { say } from '../desk/desk-store.ts';
import { valueAt, withValue, without, type Path } from './document-path.ts';
import { addPeriod, addRow, LIST_PATHS, shifted, type ListName } from './edit-lists.ts';
import type { GridKeys } from './grid.tsx';
import { actingCell } from './grid-focus.ts';
import { edit, goTo, shapeOf, speak, workshopStore } from './workshop-store.ts';

/** What the keys do in the table of a list: `first` is the column a new row begins in. */
export function rowKeys(list: ListName, first: string): GridKeys {
  const path = LIST_PATHS[list];
  return {
    add(row) {
      const policy = shapeOf(workshopStore.getState().document);
      if (policy === null) return;
      const added = addRow(policy, list, Number(row[path.length]));
      edit(() => added.policy);
      goTo([...added.path, first], first, true);
    },
    remove(row) {
      const rows = valueAt(workshopStore.getState().document, path);
      if (!Array.isArray(rows)) return;
      const at = Number(row[path.length]);
      const gone = rows[at] as { readonly label?: string } | undefined;
      edit((policy) => without(policy, row));
      goTo([...path, Math.min(at, rows.length - 2), first], first);
      const name = gone?.label ?? '';
      say({
        tone: 'done',
        text: `${name === '' ? 'The row' : `“${name}”`} is removed. Ctrl+Z brings it back.`,
        cause: null,
      });
    },
  };
}

/** The same for a list whose order counts. */
export function orderedRowKeys(list: ListName, first: string): GridKeys {
  const path = LIST_PATHS[list];
  return {
    ...rowKeys(list, first),
    shift(row, by) {
      const rows = valueAt(workshopStore.getState().document, path);
      if (!Array.isArray(rows)) return;
      const at = Number(row[path.length]);
      const moved = shifted(rows, at, by);
      if (moved === rows) return speak('It cannot go further.');
      const column = actingCell()?.dataset['column'] ?? first;
      edit((policy) => withValue(policy, path, moved));
      goTo([...path, at + by, column], column);
      speak(`Now number ${at + by + 1}.`);
    },
  };
}

/** The team of this row from that day on, as a row of its own. */
export function insertPeriod(row: Path, day: string): void {
  const policy = shapeOf(workshopStore.getState().document);
  if (policy === null) return;
  const added = addPeriod(policy, Number(row[1]), day);
  edit(() => added.policy);
  goTo([...added.path, 'effectiveFrom'], 'effectiveFrom', true);
}
