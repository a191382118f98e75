import type { Result, Verdict } from '#shared/outcomes/repeat-comparison.ts';
import type { RepeatFigures } from '#shared/outcomes/repeat-figures.ts';
import { sayRange, sayRatio } from '#shared/outcomes/say-repeat.ts';
import type { Axis } from './axis.ts';
import { AxisWords, SpanPicture } from './span-picture.tsx';

const AXIS: Axis = { from: 0.25, to: 4, log: true };
const WORDS = [
  { at: 0.5, text: '½' },
  { at: 1, text: 'same' },
  { at: 2, text: '2×' },
];

const VERDICTS: Readonly<Record<Verdict, string>> = {
  fell: 'fewer',
  rose: 'more',
  'cannot-tell': 'cannot tell',
};

/** The same comparison made in other ways: whether the answer hangs on how it was asked. */
export function OtherWays({ figures }: { readonly figures: RepeatFigures }) {
  const { study, otherWays, windowDays } = figures;
  const ways = [study?.comparison, ...otherWays.map(({ result }) => result)];
  if (study === null || !ways.some((way) => way?.enough === true)) return null;
  return (
    <section className="repeat-figure" aria-labelledby="other-ways">
      <h4 id="other-ways">Does it hold when it is asked another way?</h4>
      <p className="repeat-means">
        Calls of the served afterwards, against what was expected of them. A result that one of the
        first rows turns over is weak. The last one looks where nothing can show: if it does, the
        two groups were different people from the start.
      </p>
      <div className="repeat-scroll">
        <table className="repeat-table">
          <thead>
            <tr>
              <th scope="col">Way</th>
              <th scope="col" className="repeat-span">
                <AxisWords axis={AXIS} words={WORDS} />
                <span className="spoken">Picture</span>
              </th>
              <th scope="col">Served against expected</th>
              <th scope="col">Shows</th>
            </tr>
          </thead>
          <tbody>
            <WayRow
              label={`As above, ${windowDays} days before and after`}
              result={study.comparison}
            />
            {otherWays.map(({ id, label, result }) => (
              <WayRow key={id} label={label} result={result} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function WayRow({ label, result }: { readonly label: string; readonly result: Result }) {
  if (!result.enough)
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={3} className="repeat-none" title={result.missing.join(' ')}>
          not enough data
        </td>
      </tr>
    );
  const { ratio, low, high } = result.difference;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="repeat-span">
        <SpanPicture
          axis={AXIS}
          marks={[{ at: 1, kind: 'even' }]}
          dots={[{ at: ratio, kind: 'value' }]}
          low={low}
          high={high}
        />
      </td>
      <td>
        <b>{sayRatio(ratio)}</b> ({sayRange({ low, high })})
      </td>
      <td>{VERDICTS[result.verdict]}</td>
    </tr>
  );
}
