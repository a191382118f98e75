import { TIME_FIGURES } from '#shared/outcomes/figure-catalogue.ts';
import type { TimePart, TimesPart, WithinStandard } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { CallsButton } from './calls-button.tsx';
import { intervalOf, percent } from './figure.tsx';
import { AxisWords, SpanPicture } from './span-picture.tsx';
import { written } from './shares.ts';
import { writtenTime } from './written-time.ts';

/** From seconds to hours on one picture: each step to the right is a multiple. */
const AXIS = { from: 4, to: 4 * 3600, log: true };
const AXIS_WORDS = [10, 60, 600, 3600].map((at) => ({ at, text: writtenTime(at) }));

/** Median and 90th percentile of every interval of time, against the standards that hold for it. */
export function TimesTable({
  times,
  period,
}: {
  readonly times: TimesPart;
  readonly period: Period;
}) {
  return (
    <>
      <p className="span-key">
        <span data-kind="value">●</span> half were faster (median) <span data-kind="p90">◆</span>{' '}
        nine in ten were faster <span data-kind="standard">▎</span> the standard
      </p>
      <table className="outcome-table span-table">
        <caption className="spoken">Times: median, 90th percentile and standards</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col" className="span-cell">
              <AxisWords axis={AXIS} words={AXIS_WORDS} />
            </th>
            <th scope="col">Median</th>
            <th scope="col">9 in 10</th>
            <th scope="col">Calls</th>
            <th scope="col">Within the standard</th>
            <th scope="col">Not known</th>
            <th scope="col">
              <span className="spoken">Calls behind it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {times.map((time) => (
            <Row key={time.figure} time={time} period={period} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ time, period }: { readonly time: TimePart; readonly period: Period }) {
  const { figure, median, p90, n, unknown, outOfOrder, standards } = time;
  const { label, means } = TIME_FIGURES[figure];
  const dots = [
    ...(median === null ? [] : [{ at: median, kind: 'value' as const }]),
    ...(p90 === null ? [] : [{ at: p90, kind: 'p90' as const }]),
  ];
  return (
    <tr>
      <th scope="row">
        {label} <span className="row-means">{means}</span>
      </th>
      <td className="span-cell">
        {n > 0 && (
          <SpanPicture
            axis={AXIS}
            dots={dots}
            low={median}
            high={p90}
            marks={standards.map(({ seconds }) => ({ at: seconds, kind: 'standard' }))}
          />
        )}
      </td>
      <td className="number">
        <b>{writtenTime(median)}</b>
      </td>
      <td className="number">{writtenTime(p90)}</td>
      <td className="number">{written(n)}</td>
      <td>
        {standards.map((standard) => (
          <Within key={standard.seconds} standard={standard} />
        ))}
      </td>
      <td className="number">
        {unknown === 0 ? '–' : written(unknown)}
        {outOfOrder > 0 && <span className="left-out">{written(outOfOrder)} out of order</span>}
      </td>
      <td>
        <CallsButton
          title={label}
          ask={{ period, figure, side: 'denominator', cell: null }}
          none={n === 0}
        />
      </td>
    </tr>
  );
}

/** Met, missed, or not to be told apart: said in a word and a shape. */
function Within({
  standard: { seconds, wanted, source, share },
}: {
  readonly standard: WithinStandard;
}) {
  const met = share.value === null ? null : share.value >= wanted;
  return (
    <span className="within" data-met={met} title={`${source}, 95 % ${intervalOf(share) ?? '–'}`}>
      <b>{percent(share.value) ?? '–'}</b> within {writtenTime(seconds)}, wanted {percent(wanted)}
      {met !== null && <em>{met ? ' ● met' : ' ▲ missed'}</em>}
    </span>
  );
}
