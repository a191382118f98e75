import { shareOf, written, type Share } from './shares.ts';

/** Rows that are listed before the rest is only counted. */
const MOST = 12;

/** Counts by something, each with the number it is a part of. */
export function ShareTable({
  title,
  of,
  rows,
}: {
  readonly title: string;
  /** What the second number counts. */
  readonly of: string;
  readonly rows: readonly Share[];
}) {
  const shown = rows.slice(0, MOST);
  return (
    <table className="share-table">
      <caption>
        {title} <span>{of}</span>
      </caption>
      <tbody>
        {shown.map((row, at) => (
          <tr key={`${row.label} ${at}`} data-none={row.unserved === 0}>
            <th scope="row">{row.label}</th>
            <td>
              <b>{written(row.unserved)}</b> of {written(row.eligible)}
            </td>
            <td>{shareOf(row)}</td>
          </tr>
        ))}
        {rows.length > shown.length && (
          <tr>
            <th scope="row" colSpan={3}>
              and {written(rows.length - shown.length)} more with fewer
            </th>
          </tr>
        )}
      </tbody>
    </table>
  );
}
