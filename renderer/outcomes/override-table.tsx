import type { OverrideGroup } from '#shared/outcomes/outcome-figures.ts';
import { intervalOf, percent } from './figure.tsx';
import { written } from './shares.ts';

/** How often something else than the recommendation was decided, up and down apart. */
export function OverrideTable({
  title,
  groups,
}: {
  readonly title: string;
  readonly groups: readonly OverrideGroup[];
}) {
  if (groups.length === 0) return null;
  return (
    <table className="outcome-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">Overridden</th>
          <th scope="col">95 %</th>
          <th scope="col">▲ more</th>
          <th scope="col">▼ less</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ id, label, all, up, down }) => (
          <tr key={id ?? ''}>
            <th scope="row">{label}</th>
            <td className="number">
              <b>{percent(all.value) ?? '–'}</b> {written(all.numerator)} of{' '}
              {written(all.denominator)}
            </td>
            <td className="number">{intervalOf(all) ?? '–'}</td>
            <td className="number">{written(up.numerator)}</td>
            <td className="number">{written(down.numerator)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
