import { SHARE_FIGURES, type Cut, type ShareFigure } from '#shared/outcomes/figure-catalogue.ts';
import type { Group, KnownShare } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { CallsButton } from './calls-button.tsx';
import { intervalOf, percent } from './figure.tsx';
import { ShareBar } from './share-bar.tsx';
import { written } from './shares.ts';

/** A figure by area, by type: a bar, the counts it is made of, and the calls of each. */
export function GroupTable({
  title,
  by,
  figure,
  groups,
  period,
}: {
  readonly title: string;
  readonly by: Cut;
  readonly figure: ShareFigure;
  readonly groups: readonly (Group & { readonly share: KnownShare })[];
  readonly period: Period;
}) {
  const most = Math.max(1, ...groups.map(({ share }) => share.denominator));
  return (
    <table className="outcome-table">
      <caption>
        {title} <span>of {SHARE_FIGURES[figure].of}</span>
      </caption>
      <tbody>
        {groups.map(({ id, label, share }) => (
          <tr key={id ?? ''}>
            <th scope="row">{label}</th>
            <td className="bar-cell">
              <ShareBar part={share.numerator} whole={share.denominator} most={most} />
            </td>
            <td className="number" title={intervalOf(share) ?? undefined}>
              <b>{percent(share.value) ?? '–'}</b> {written(share.numerator)} of{' '}
              {written(share.denominator)}
              <span className="spoken"> ({intervalOf(share) ?? 'no interval'})</span>
            </td>
            <td>
              <CallsButton
                title={`${title}: ${label}`}
                ask={{ period, figure, side: 'numerator', cell: { by, id } }}
                none={share.numerator === 0}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
