import { SHARE_FIGURES, type Cut } from '#shared/outcomes/figure-catalogue.ts';
import type { EquityLine, EquityPart } from '#shared/outcomes/outcome-figures.ts';
import { percent } from './figure.tsx';
import { AxisWords, SpanPicture, type AxisMark } from './span-picture.tsx';
import { written } from './shares.ts';

const AXIS = { from: 0.25, to: 4, log: true };
const AXIS_WORDS = [0.5, 0.8, 1.25, 2].map((at) => ({ at, text: String(at) }));
const MARKS: readonly AxisMark[] = [
  { at: 1, kind: 'even' },
  { at: 0.8, kind: 'flag' },
  { at: 1.25, kind: 'flag' },
];

const BY: Readonly<Record<Cut, string>> = {
  area: 'Area',
  language: 'Language',
  'age-band': 'Age',
  'call-type': 'Call type',
  week: 'Week',
  hour: 'Hour',
};

/** Each group against all others: a ratio with its interval, left of the line is less often. */
export function EquityTable({ equity: { lines, missing } }: { readonly equity: EquityPart }) {
  const told = lines
    .filter(({ enough, ratio }) => enough && ratio !== null)
    .sort((a, b) => Number(b.flagged) - Number(a.flagged));
  const untold = lines.filter((line) => !told.includes(line));
  return (
    <>
      <p className="outcome-says">
        A ratio of 1 is the same as everybody else. Dashed lines stand at 0.8 and 1.25: where a
        group is worse off by more than that, it is marked. With fewer than 30 calls on either side
        nothing is said.
      </p>
      {told.length > 0 && (
        <table className="outcome-table span-table">
          <caption className="spoken">Ratios of each group to all others</caption>
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Figure</th>
              <th scope="col" className="span-cell">
                <AxisWords axis={AXIS} words={AXIS_WORDS} />
              </th>
              <th scope="col">Ratio</th>
              <th scope="col">95 %</th>
              <th scope="col">Group</th>
              <th scope="col">All others</th>
            </tr>
          </thead>
          <tbody>
            {told.map((line) => (
              <Line key={`${line.figure} ${line.by} ${line.id}`} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {untold.length > 0 && (
        <details className="week-table">
          <summary>
            Not enough data: {written(untold.length)}{' '}
            {untold.length === 1 ? 'comparison' : 'comparisons'}
          </summary>
          <ul className="equity-missing">
            {untold.map(({ figure, by, id, label, group }) => (
              <li key={`${figure} ${by} ${id}`}>
                {SHARE_FIGURES[figure].label}, {BY[by]}: {label} ({written(group.denominator)})
              </li>
            ))}
          </ul>
        </details>
      )}
      {missing.length > 0 && (
        <ul className="equity-missing">
          {missing.map(({ what, why }) => (
            <li key={what}>
              <b>{what}</b>: {why}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ line }: { readonly line: EquityLine }) {
  const { figure, by, label, group, rest, ratio, flagged } = line;
  return (
    <tr data-flagged={flagged}>
      <th scope="row">
        {BY[by]}: {label}
      </th>
      <td>{SHARE_FIGURES[figure].label}</td>
      <td className="span-cell">
        {ratio !== null && (
          <SpanPicture
            axis={AXIS}
            marks={MARKS}
            dots={[{ at: ratio.value, kind: 'value' }]}
            low={ratio.low}
            high={ratio.high}
          />
        )}
      </td>
      <td className="number">
        <b>{ratio?.value.toFixed(2)}</b>
        {flagged && <em className="flag"> ◆ worse off</em>}
      </td>
      <td className="number">
        {ratio?.low.toFixed(2)} to {ratio?.high.toFixed(2)}
      </td>
      <td className="number">
        {percent(group.value) ?? '–'}, {written(group.numerator)} of {written(group.denominator)}
      </td>
      <td className="number">
        {percent(rest.value) ?? '–'}, {written(rest.numerator)} of {written(rest.denominator)}
      </td>
    </tr>
  );
}
