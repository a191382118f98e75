import { CHANNEL_LABELS, type GoToFigures } from '#shared/outcomes/go-to.ts';
import { BarTable } from './bar-table.tsx';
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
      <BarTable
        what="Door"
        counts="Calls"
        rows={channels.map(({ channel, share }) => {
          const count = <b>{written(share.numerator)}</b>;
          return { id: channel, label: CHANNEL_LABELS[channel], count, share: share.value };
        })}
      />
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
