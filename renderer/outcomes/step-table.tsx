import { SHARE_FIGURES } from '#shared/outcomes/figure-catalogue.ts';
import type { FunnelStepCount } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { CallsButton } from './calls-button.tsx';
import { intervalOf, percent } from './figure.tsx';
import { written } from './shares.ts';

/** The funnel as a table: what each step counts, its share of the step before, and how sure that is. */
export function StepTable({
  steps,
  period,
}: {
  readonly steps: readonly FunnelStepCount[];
  readonly period: Period;
}) {
  return (
    <table className="outcome-table">
      <caption className="spoken">Steps of the funnel</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Calls</th>
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
        {steps.map(({ step, calls, share }) => {
          const { label, of, means } = SHARE_FIGURES[step];
          return (
            <tr key={step}>
              <th scope="row">
                {label} <span className="row-means">{means}</span>
              </th>
              <td className="number">{written(calls)}</td>
              <td className="number">{percent(share.value) ?? '–'}</td>
              <td className="number">{intervalOf(share) ?? '–'}</td>
              <td>
                {written(share.denominator)} {of}
              </td>
              <td className="number">{share.unknown === 0 ? '–' : written(share.unknown)}</td>
              <td>
                <CallsButton
                  title={label}
                  ask={{ period, figure: step, side: 'numerator', cell: null }}
                  none={calls === 0}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
