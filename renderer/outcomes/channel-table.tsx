import { CHANNEL_LABELS, type GoToFigures } from '#shared/outcomes/go-to.ts';
import { percent } from './figure.tsx';
import { written } from './shares.ts';

/** Calls about mental health or substance use by their door: over all the days, and week by week. */
export function ChannelTable({ goTo: { channels, weeks } }: { readonly goTo: GoToFigures }) {
  if (channels.length === 0)
    return (
      <p className="linkage-aside">
        No call of these days is known to be about mental health or substance use.
      </p>
    );
  return (
    <>
      <table className="outcome-table channel-table">
        <thead>
          <tr>
            <th scope="col">Door</th>
            <th scope="col">Calls</th>
            <th scope="col">Of all</th>
            <th scope="col">
              <span className="spoken">As a bar</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map(({ channel, share }) => (
            <tr key={channel}>
              <th scope="row">{CHANNEL_LABELS[channel]}</th>
              <td className="number">
                <b>{written(share.numerator)}</b>
              </td>
              <td className="number">{percent(share.value)}</td>
              <td className="channel-bar" aria-hidden="true">
                <span style={{ width: `${100 * (share.value ?? 0)}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className="channel-weeks">
        <summary>Week by week</summary>
        <table className="outcome-table">
          <thead>
            <tr>
              <th scope="col">Week of</th>
              {channels.map(({ channel }) => (
                <th key={channel} scope="col">
                  {CHANNEL_LABELS[channel]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, channels: counts }) => (
              <tr key={week}>
                <th scope="row">{week}</th>
                {channels.map(({ channel }) => (
                  <td key={channel} className="number">
                    {written(counts[channel] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
