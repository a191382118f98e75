import { useMemo } from 'react';
import { inventedPeak, PEAK_MONTHS } from '#shared/outcomes/invented-peak.ts';
import { written } from './shares.ts';

const [WIDTH, HEIGHT] = [560, 190];
const [LEFT, RIGHT] = [28, 552];
const [TOP, BOTTOM] = [14, 150];

/** Why the page compares two groups and never the served with themselves, with a picture of what would happen. */
export function WhyNoBeforeAfter() {
  const peak = useMemo(() => inventedPeak(), []);
  const { invented, picked, perMonth } = peak;
  const most = Math.max(...perMonth);
  const [top, next] = [perMonth[PEAK_MONTHS] ?? 0, perMonth[PEAK_MONTHS + 1] ?? 0];
  const fall = Math.round(100 * (1 - next / top));
  const wide = (RIGHT - LEFT) / perMonth.length;
  const y = (calls: number) => BOTTOM - ((BOTTOM - TOP) * calls) / most;
  const says = `Of ${written(invented)} invented people whose calls never change, ${written(picked)} happened to call three times in one month. In the month after they call ${fall} % less, and nobody came to them.`;
  return (
    <section className="repeat-figure repeat-why" aria-labelledby="why-no-before-after">
      <h4 id="why-no-before-after">Why there is no simple before and after</h4>
      <p>
        People come to a program at their peak. After a peak calls fall back by themselves, with
        help or without (regression to the mean). The served before and after would therefore look
        like a success even if nothing had helped, so that comparison is not offered here: the
        served are compared with people who called in the same way and to whom no team could come.
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="repeat-peak" role="img" aria-label={says}>
        {perMonth.map((calls, month) => (
          <g key={month} data-picked={month === PEAK_MONTHS}>
            <rect
              x={LEFT + month * wide + 3}
              width={wide - 6}
              y={y(calls)}
              height={BOTTOM - y(calls)}
            />
            <text x={LEFT + (month + 0.5) * wide} y={y(calls) - 3} textAnchor="middle">
              {calls.toFixed(1)}
            </text>
            <text x={LEFT + (month + 0.5) * wide} y={BOTTOM + 16} textAnchor="middle">
              {month === PEAK_MONTHS ? 'picked' : month - PEAK_MONTHS}
            </text>
          </g>
        ))}
        <text x={LEFT} y={HEIGHT - 6}>
          months before and after they were picked; calls of each in a month
        </text>
      </svg>
      <p className="repeat-means">{says}</p>
    </section>
  );
}
