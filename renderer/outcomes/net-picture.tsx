import type { Avoided } from '#shared/outcomes/cost-figures.ts';
import type { DrawnRange } from '#shared/outcomes/cost-simulation.ts';
import { placeOn, type Axis } from './axis.ts';
import { dollarRange, dollars, dollarsAndCents } from './dollars.ts';
import { percent } from './figure.tsx';
import { written } from './shares.ts';

/**
 * What is left of a contact after what it cost, in every draw: how many draws came to how many dollars, filled
 * where more was avoided than spent. Under it the same as a strip, and as a table.
 */
export function NetPicture({
  avoided,
  draws,
}: {
  readonly avoided: Avoided;
  readonly draws: number;
}) {
  const { perContact, net, benefitsExceed, ratio } = avoided;
  return (
    <>
      <p className="cost-says">
        In <strong>{percent(benefitsExceed)}</strong> of {written(draws)} draws more was avoided
        than the program cost.
        {ratio !== null && <> For each dollar it spent, {dollarsAndCents(ratio)} was avoided.</>}
      </p>
      <NetShape avoided={avoided} />
      <table className="outcome-table">
        <thead>
          <tr>
            <th scope="col">Dollars a contact</th>
            <th scope="col">Median</th>
            <th scope="col">90 of 100 draws</th>
            <th scope="col">95 of 100 draws</th>
          </tr>
        </thead>
        <tbody>
          <RangeRow label="Avoided" range={perContact} />
          <RangeRow label="Left after the cost" range={net} />
        </tbody>
      </table>
      <AvoidedParts parts={avoided.parts} />
    </>
  );
}

function NetShape({ avoided: { shape, net, benefitsExceed } }: { readonly avoided: Avoided }) {
  const { from, to, counts } = shape;
  const axis: Axis = { from: Math.min(from, 0), to: Math.max(to, 0) };
  const x = (value: number) => `${placeOn(axis, value)}%`;
  const most = Math.max(1, ...counts);
  const width = (to - from) / counts.length;
  const says =
    `Left of a contact after its cost: median ${dollars(net.median)}, ` +
    `95 of 100 draws from ${dollarRange(net.low95, net.high95)}; above 0 in ${percent(benefitsExceed)}.`;
  return (
    <figure className="net">
      <svg className="net-shape" role="img" aria-label={says} focusable="false">
        {counts.map((count, at) => {
          const left = from + at * width;
          const tall = (100 * count) / most;
          return (
            <rect
              key={left}
              className="net-bar"
              data-pays={left + width / 2 > 0}
              x={x(left)}
              width={`${Math.max(0, placeOn(axis, left + width) - placeOn(axis, left))}%`}
              y={`${100 - tall}%`}
              height={`${tall}%`}
            />
          );
        })}
        <line className="net-even" x1={x(0)} x2={x(0)} y1="0" y2="100%" />
      </svg>
      <svg className="net-strip" aria-hidden="true" focusable="false">
        <line className="net-95" x1={x(net.low95)} x2={x(net.high95)} y1="50%" y2="50%" />
        <line className="net-90" x1={x(net.low90)} x2={x(net.high90)} y1="50%" y2="50%" />
        <line className="net-median" x1={x(net.median)} x2={x(net.median)} y1="0" y2="100%" />
        <line className="net-even" x1={x(0)} x2={x(0)} y1="0" y2="100%" />
      </svg>
      <figcaption>
        <span className="net-ends" aria-hidden="true">
          <span>{dollars(axis.from)}</span>
          <span style={{ left: x(0) }} className="net-zero">
            $0
          </span>
          <span>{dollars(axis.to)}</span>
        </span>
        Left of a contact after what it cost. Filled: more was avoided than spent. The strip: thick
        90 of 100 draws, thin 95, the upright stroke the median.
      </figcaption>
    </figure>
  );
}

function RangeRow({ label, range }: { readonly label: string; readonly range: DrawnRange }) {
  const { median, low90, high90, low95, high95 } = range;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number">
        <b>{dollars(median)}</b>
      </td>
      <td className="number">{dollarRange(low90, high90)}</td>
      <td className="number">{dollarRange(low95, high95)}</td>
    </tr>
  );
}

/** What is below nothing happened more often than it is assumed to happen without the program. */
function AvoidedParts({ parts }: { readonly parts: Avoided['parts'] }) {
  return (
    <p className="cost-aside">
      Of it at the likely values, over these days:{' '}
      {parts.map(({ part, amount }, at) => (
        <span key={part}>
          {at > 0 && ' · '}
          {part} <b>{dollars(amount)}</b>
        </span>
      ))}
      .
    </p>
  );
}
