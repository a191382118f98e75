import { BarTable } from './bar-table.tsx';
import { dollars } from './dollars.ts';

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
    <BarTable
      caption={
        <>
          What makes it up <span>over these days, at the likely values: {dollars(sum)}</span>
        </>
      }
      what="Part"
      counts="Dollars"
      rows={shown.map(({ part, amount }) => {
        return { id: part, label: part, count: dollars(amount), share: amount / sum };
      })}
    />
  );
}
