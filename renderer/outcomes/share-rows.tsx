import { SHARE_FIGURES, type ShareFigure } from '#shared/outcomes/figure-catalogue.ts';
import type { KnownShare } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { shareAxis } from './axis.ts';
import { CallsButton } from './calls-button.tsx';
import { intervalOf, percent } from './figure.tsx';
import { AxisWords, SpanPicture } from './span-picture.tsx';
import { written } from './shares.ts';

/** Shares under one another on one axis, each a dot with its 95 % interval. */
export function ShareRows({
  shares,
  period,
}: {
  readonly shares: readonly { readonly figure: ShareFigure; readonly share: KnownShare }[];
  readonly period: Period;
}) {
  const axis = shareAxis(Math.max(0, ...shares.map(({ share }) => share.value ?? 0)));
  const ends = [0, axis.to / 2, axis.to].map((at) => ({ at, text: `${100 * at} %` }));
  return (
    <table className="outcome-table span-table">
      <caption className="spoken">Safety figures with their 95 % intervals</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" className="span-cell">
            <AxisWords axis={axis} words={ends} />
          </th>
          <th scope="col">Share</th>
          <th scope="col">95 %</th>
          <th scope="col">Of</th>
          <th scope="col">Not known</th>
          <th scope="col">
            <span className="spoken">Calls behind it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ figure, share }) => {
          const { label, of, means } = SHARE_FIGURES[figure];
          return (
            <tr key={figure}>
              <th scope="row">
                {label} <span className="row-means">{means}</span>
              </th>
              <td className="span-cell">
                {share.value !== null && (
                  <SpanPicture
                    axis={axis}
                    dots={[{ at: share.value, kind: 'value' }]}
                    low={share.low}
                    high={share.high}
                  />
                )}
              </td>
              <td className="number">
                <b>{percent(share.value) ?? '–'}</b>
              </td>
              <td className="number">{intervalOf(share) ?? '–'}</td>
              <td>
                {written(share.numerator)} of {written(share.denominator)} {of}
              </td>
              <td className="number">{share.unknown === 0 ? '–' : written(share.unknown)}</td>
              <td>
                <CallsButton
                  title={label}
                  ask={{ period, figure, side: 'numerator', cell: null }}
                  none={share.numerator === 0}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
