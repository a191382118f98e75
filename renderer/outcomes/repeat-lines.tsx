import type { EnoughToCompare, GroupRates } from '#shared/outcomes/repeat-comparison.ts';
import { sayRange, sayRatio } from '#shared/outcomes/say-repeat.ts';
import type { PersonRate } from '#shared/statistics/person-rate.ts';
import { spreadLabels } from './spread-labels.ts';
import { written } from './shares.ts';

const [WIDTH, HEIGHT] = [560, 264];
const [BEFORE, AFTER] = [56, 380];
/** Where the interval stands: beside the ends of the lines, not on them. */
const BAR = AFTER + 12;
const [TOP, BOTTOM] = [16, 228];

/**
 * Difference in differences: calls in a person-month of both groups before and after, and dashed where the served
 * would have come out had their calls changed like the others'. Only the step between dashed and served is told.
 */
export function RepeatLines({
  comparison,
  windowDays,
}: {
  readonly comparison: EnoughToCompare;
  readonly windowDays: number;
}) {
  const { served, unserved, expected, difference } = comparison;
  const rates = [served, unserved].flatMap(({ before, after }) => [before, after]);
  const ticks = ticksUpTo(Math.max(expected.high, ...rates.map(({ perMonth }) => perMonth ?? 0)));
  const most = ticks.at(-1) ?? 1;
  const y = (rate: number) => BOTTOM - ((BOTTOM - TOP) * rate) / most;
  const at = ({ perMonth }: PersonRate) => y(perMonth ?? 0);
  const labels = [
    { text: 'served', kind: 'served', place: at(served.after) },
    { text: 'no team could come', kind: 'unserved', place: at(unserved.after) },
    { text: 'served, as expected', kind: 'expected', place: y(expected.perMonth) },
  ];
  const places = spreadLabels(
    labels.map(({ place }) => place),
    18,
  );
  return (
    <figure className="repeat-figure">
      <h4>Calls in a person-month, of both groups</h4>
      <svg
        className="repeat-lines"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={linesWords(comparison)}
      >
        <line className="repeat-axis" x1={BEFORE} x2={AFTER} y1={BOTTOM} y2={BOTTOM} />
        {ticks.map((rate) => (
          <g key={rate}>
            <line className="repeat-grid" x1={BEFORE - 6} x2={AFTER} y1={y(rate)} y2={y(rate)} />
            <text x={BEFORE - 12} y={y(rate) + 4} textAnchor="end">
              {rate.toFixed(1)}
            </text>
          </g>
        ))}
        <text x={BEFORE} y={HEIGHT - 10}>
          {windowDays} days before
        </text>
        <text x={AFTER} y={HEIGHT - 10} textAnchor="end">
          {windowDays} days after
        </text>
        <g data-kind="expected">
          <line x1={BAR} x2={BAR} y1={y(expected.low)} y2={y(expected.high)} />
          <line x1={BAR - 4} x2={BAR + 4} y1={y(expected.low)} y2={y(expected.low)} />
          <line x1={BAR - 4} x2={BAR + 4} y1={y(expected.high)} y2={y(expected.high)} />
          <path d={`M${BEFORE} ${at(served.before)} L${AFTER} ${y(expected.perMonth)}`} />
        </g>
        <Line kind="unserved" group={unserved} at={at} />
        <Line kind="served" group={served} at={at} />
        {labels.map(({ text, kind }, label) => (
          <text key={kind} data-kind={kind} x={BAR + 12} y={(places[label] ?? 0) + 4}>
            {text}
          </text>
        ))}
      </svg>
      <figcaption>
        Dashed is where the served would be had their calls changed like the others’; the upright
        bar is its 95 % interval. Served against that: <b>{sayRatio(difference.ratio)}</b>, 95 %{' '}
        {sayRange(difference)}.
      </figcaption>
      <RatesTable comparison={comparison} />
    </figure>
  );
}

function Line({
  kind,
  group: { before, after },
  at,
}: {
  readonly kind: 'served' | 'unserved';
  readonly group: GroupRates;
  readonly at: (rate: PersonRate) => number;
}) {
  const ends = [
    [BEFORE, at(before)],
    [AFTER, at(after)],
  ] as const;
  return (
    <g data-kind={kind}>
      <path d={`M${BEFORE} ${at(before)} L${AFTER} ${at(after)}`} />
      {ends.map(([x, y]) =>
        kind === 'served' ? (
          <circle key={x} cx={x} cy={y} r="5" />
        ) : (
          <rect key={x} x={x - 4} y={y - 4} width="8" height="8" />
        ),
      )}
    </g>
  );
}

/** From 0 in even steps to the first one that is not below. */
function ticksUpTo(most: number): number[] {
  const step = [0.1, 0.2, 0.5, 1, 2, 5].find((each) => most <= 5 * each) ?? Math.ceil(most / 5);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
}

export function linesWords({ served, unserved, expected, difference }: EnoughToCompare): string {
  const group = ({ before, after }: GroupRates) =>
    `${rate(before)} before and ${rate(after)} after`;
  return (
    `Calls in a person-month. Served: ${group(served)}. No team could come: ${group(unserved)}. ` +
    `Served, as expected: ${expected.perMonth.toFixed(2)} after. ` +
    `Difference: ${sayRatio(difference.ratio)}.`
  );
}

function RatesTable({
  comparison: { served, unserved },
}: {
  readonly comparison: EnoughToCompare;
}) {
  return (
    <table className="repeat-table">
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
          <th scope="col">People</th>
          <th scope="col">Person-months</th>
          <th scope="col">Calls</th>
        </tr>
      </thead>
      <tbody>
        <RateRow label="Served" group={served} />
        <RateRow label="No team could come" group={unserved} />
      </tbody>
    </table>
  );
}

function RateRow({ label, group }: { readonly label: string; readonly group: GroupRates }) {
  const { before, after } = group;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{withInterval(before)}</td>
      <td>{withInterval(after)}</td>
      <td>{written(before.people)}</td>
      <td>
        {written(Math.round(before.personMonths))} + {written(Math.round(after.personMonths))}
      </td>
      <td>
        {written(before.calls)} + {written(after.calls)}
      </td>
    </tr>
  );
}

function withInterval(of: PersonRate) {
  const { low, high } = of;
  return (
    <>
      <b>{rate(of)}</b>
      {low !== null && high !== null && ` (${low.toFixed(2)} to ${high.toFixed(2)})`}
    </>
  );
}

function rate({ perMonth }: PersonRate): string {
  return perMonth === null ? 'no data' : perMonth.toFixed(2);
}
