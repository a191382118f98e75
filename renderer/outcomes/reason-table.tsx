import type { UnservedPart } from '#shared/outcomes/outcome-figures.ts';
import { intervalOf, percent } from './figure.tsx';
import { ShareBar } from './share-bar.tsx';
import { written } from './shares.ts';

/** Why eligible calls got no alternative response, the most frequent reason first. */
export function ReasonTable({ unserved: { byReason } }: { readonly unserved: UnservedPart }) {
  const most = Math.max(1, ...byReason.map(({ share }) => share.numerator));
  return (
    <table className="outcome-table">
      <caption>
        Not served, by reason <span>of all eligible and unserved</span>
      </caption>
      <tbody>
        {byReason.map(({ id, label, share }) => (
          <tr key={id ?? ''} data-none={share.numerator === 0}>
            <th scope="row">{label}</th>
            <td className="bar-cell">
              <ShareBar part={share.numerator} whole={share.numerator} most={most} />
            </td>
            <td className="number" title={intervalOf(share) ?? undefined}>
              <b>{percent(share.value) ?? '–'}</b> {written(share.numerator)} of{' '}
              {written(share.denominator)}
              <span className="spoken"> ({intervalOf(share) ?? 'no interval'})</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
