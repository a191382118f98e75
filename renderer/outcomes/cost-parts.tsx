import { dollars } from './dollars.ts';
import { percent } from './figure.tsx';

/** What makes up the cost: a bar for each part, as long as its dollars. */
export function CostParts({
  parts,
}: {
  readonly parts: readonly { readonly part: string; readonly amount: number }[];
}) {
  const shown = parts.filter(({ amount }) => amount > 0).toSorted((a, b) => b.amount - a.amount);
  const sum = shown.reduce((total, { amount }) => total + amount, 0);
  if (sum === 0) return null;
  return (
    <table className="outcome-table cost-parts">
      <caption>
        What makes it up <span>over these days, at the likely values: {dollars(sum)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Dollars</th>
          <th scope="col">Of all</th>
          <th scope="col">
            <span className="spoken">As a bar</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ part, amount }) => (
          <tr key={part}>
            <th scope="row">{part}</th>
            <td className="number">{dollars(amount)}</td>
            <td className="number">{percent(amount / sum)}</td>
            <td className="cost-bar" aria-hidden="true">
              <span style={{ width: `${(100 * amount) / sum}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
