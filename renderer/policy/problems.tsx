import type { PolicyProblem } from '#shared/policy/document/policy-problems.ts';
import { covers, written } from './document-path.ts';
import type { GridCell, GridLine } from './grid-cell.ts';
import { useWorkshop } from './workshop-store.ts';

const NONE: readonly PolicyProblem[] = [];

export function useProblems(): readonly PolicyProblem[] {
  return useWorkshop((state) => state.examination?.problems ?? NONE);
}

/** What is wrong in a row: with one of its cells, or with a part of it that has no cell. */
export function problemsOf(
  line: GridLine,
  problems: readonly PolicyProblem[],
): readonly { readonly problem: PolicyProblem; readonly cell: GridCell | null }[] {
  if (problems.length === 0) return [];
  const row = written(line.path);
  // The rules under the head of a gate are rows of their own: only what is the gate's is said there.
  const rules = `${row}.rules`;
  return problems
    .map((problem) => ({
      problem,
      cell: line.cells.find(({ path }) => covers(written(path), problem.path)) ?? null,
    }))
    .filter(
      ({ problem: { path }, cell }) =>
        cell !== null ||
        (covers(row, path) && !(line.head === true && covers(rules, path) && path !== rules)),
    );
}

/** Directly under the row, named by the cell: a narrow cell has no room for a sentence. */
export function LineProblems({
  line,
  columns,
}: {
  readonly line: GridLine;
  readonly columns: number;
}) {
  const found = problemsOf(line, useProblems());
  if (found.length === 0) return null;
  return (
    <tr className="grid-problems">
      <td colSpan={columns}>
        <ul className="cell-problems" id={problemsId(line)}>
          {found.map(({ problem: { path, message, remedy }, cell }) => (
            <li key={`${path} ${message}`}>
              {cell !== null && <b>{cell.label}: </b>}
              <strong>{message}</strong> {remedy}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** Describes every wrong cell of the row to a screen reader. */
export function problemsId(line: GridLine): string {
  return `problems-${written(line.path).replaceAll(/[^\w]+/g, '-')}`;
}
