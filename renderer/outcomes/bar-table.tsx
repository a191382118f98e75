import type { ReactNode } from 'react';
import { percent } from './figure.tsx';
import '../style/bar-table.css';

export interface BarRow {
  readonly id: string;
  readonly label: string;
  readonly count: ReactNode;
  /** Of all, from 0 to 1; null where there is nothing to be a share of. */
  readonly share: number | null;
}

/** Parts of one whole under one another: how much each is, its share, and a bar as long as it. */
export function BarTable({
  caption,
  what,
  counts,
  rows,
}: {
  readonly caption?: ReactNode;
  /** What the rows are, at the head of their column. */
  readonly what: string;
  /** What is counted. */
  readonly counts: string;
  readonly rows: readonly BarRow[];
}) {
  return (
    <table className="outcome-table bar-table">
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{counts}</th>
          <th scope="col">Of all</th>
          <th scope="col">
            <span className="spoken">As a bar</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, count, share }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td className="number">{count}</td>
            <td className="number">{percent(share)}</td>
            <td className="part-bar" aria-hidden="true">
              <span style={{ width: `${100 * (share ?? 0)}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
