import type { FunnelGroup } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { CallsButton } from './calls-button.tsx';
import { intervalOf, percent } from './figure.tsx';
import { written } from './shares.ts';

/** The weeks in numbers. Folded: the picture says most of it. */
export function WeekTable({
  weeks,
  period,
}: {
  readonly weeks: readonly FunnelGroup[];
  readonly period: Period;
}) {
  return (
    <details className="week-table">
      <summary>The weeks in numbers</summary>
      <table className="outcome-table">
        <caption className="spoken">Captured by week</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">Calls</th>
            <th scope="col">Eligible</th>
            <th scope="col">Captured</th>
            <th scope="col">Share</th>
            <th scope="col">95 %</th>
            <th scope="col">Served</th>
            <th scope="col">
              <span className="spoken">Calls behind it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ id, calls, capture, steps }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td className="number">{written(calls)}</td>
              <td className="number">{written(capture.denominator)}</td>
              <td className="number">{written(capture.numerator)}</td>
              <td className="number">{percent(capture.value) ?? '–'}</td>
              <td className="number">{intervalOf(capture) ?? '–'}</td>
              <td className="number">{written(steps.served)}</td>
              <td>
                <CallsButton
                  title={`Captured in the week of ${id}`}
                  ask={{ period, figure: 'capture', side: 'numerator', cell: { by: 'week', id } }}
                  none={capture.numerator === 0}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
