import type { PartnerLinkage } from '#shared/outcomes/linkage.ts';
import { intervalOf, percent } from './figure.tsx';
import { hoursWritten } from './hours-written.ts';
import { written } from './shares.ts';

/** Each place: what it accepts, how fast it answers, and who came. No person is in it. */
export function PartnerTable({ partners }: { readonly partners: readonly PartnerLinkage[] }) {
  return (
    <table className="outcome-table">
      <caption>
        Places{' '}
        <span>as the center names them itself: partners with a key, lines of the policy</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Referrals</th>
          <th scope="col">Accepted</th>
          <th scope="col">Answer: median</th>
          <th scope="col">9 of 10 within</th>
          <th scope="col">Arrived</th>
          <th scope="col">Linked</th>
        </tr>
      </thead>
      <tbody>
        {partners.map(({ partner, made, accept, answers, arrived, linked }) => (
          <tr key={partner ?? ''}>
            <th scope="row" dir="auto">
              {partner ?? 'All other places together'}
            </th>
            <td className="number">
              <b>{written(made)}</b>
            </td>
            <td className="number">
              {accept.value === null ? (
                '–'
              ) : (
                <>
                  <b>{percent(accept.value)}</b> of {written(accept.denominator)} (
                  {intervalOf(accept)})
                </>
              )}
            </td>
            <td className="number">{hoursWritten(answers.medianHours) ?? '–'}</td>
            <td className="number">{hoursWritten(answers.p90Hours) ?? '–'}</td>
            <td className="number">{written(arrived)}</td>
            <td className="number">
              <b>{written(linked)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
