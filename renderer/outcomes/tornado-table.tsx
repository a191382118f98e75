import type { Tornado, TornadoBar } from '#shared/outcomes/tornado.ts';
import { placeOn, type Axis } from './axis.ts';
import { dollars, plain } from './dollars.ts';

/** So many are drawn: the rest move next to nothing. */
const MOST = 10;

/** Which assumption moves the answer most, when it alone is at its lowest and at its highest. */
export function TornadoTable({ tornado: { likely, bars } }: { readonly tornado: Tornado }) {
  const shown = bars.slice(0, MOST);
  const ends = shown.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  const axis: Axis = { from: Math.min(likely, ...ends), to: Math.max(likely, ...ends) };
  return (
    <table className="outcome-table tornado">
      <caption>
        What it hangs on{' '}
        <span>
          left of a contact after its cost, one assumption changed at a time; all likely:{' '}
          {dollars(likely)}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Assumption</th>
          <th scope="col">At its lowest</th>
          <th scope="col" className="tornado-key">
            <span aria-hidden="true">□ lowest ■ highest</span>
            <span className="spoken">As a picture</span>
          </th>
          <th scope="col">At its highest</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((bar) => (
          <tr key={bar.id}>
            <th scope="row">{bar.label}</th>
            <td className="number">
              <b>{dollars(bar.atLow)}</b> at {plain(bar.low)}
            </td>
            <td className="tornado-cell">
              <TornadoPicture bar={bar} likely={likely} axis={axis} />
            </td>
            <td className="number">
              <b>{dollars(bar.atHigh)}</b> at {plain(bar.high)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TornadoPicture({
  bar: { atLow, atHigh },
  likely,
  axis,
}: {
  readonly bar: TornadoBar;
  readonly likely: number;
  readonly axis: Axis;
}) {
  const x = (value: number) => placeOn(axis, value);
  const side = (end: number) => {
    const [left, right] = [Math.min(x(end), x(likely)), Math.max(x(end), x(likely))];
    return { x: `${left}%`, width: `${right - left}%` };
  };
  return (
    <svg className="tornado-bar" aria-hidden="true" focusable="false">
      <rect data-end="low" {...side(atLow)} y="25%" height="50%" />
      <rect data-end="high" {...side(atHigh)} y="25%" height="50%" />
      {axis.from < 0 && axis.to > 0 && (
        <line className="net-even" x1={`${x(0)}%`} x2={`${x(0)}%`} y1="0" y2="100%" />
      )}
      <line className="tornado-likely" x1={`${x(likely)}%`} x2={`${x(likely)}%`} y1="0" y2="100%" />
    </svg>
  );
}
