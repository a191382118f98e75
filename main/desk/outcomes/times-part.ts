import { endsOf, IN_PERIOD } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { TIMED } from './figure-conditions.ts';
import { statement } from '#db/open-database.ts';
import {
  TIME_FIGURE_IDS,
  TIME_FIGURES,
  type TimeFigure,
} from '#shared/outcomes/figure-catalogue.ts';
import type { TimePart, TimesPart } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { quantilePlace } from '#shared/statistics/quantile.ts';
import { shareOf } from '#shared/statistics/share.ts';

/** Every measured time: median and 90th percentile, what could not be measured, and the standards. */
export function timesPart(source: FigureSource, period: Period): TimesPart {
  return TIME_FIGURE_IDS.map((figure) => timeOf(source, period, figure));
}

/** So many calls took so many seconds. */
interface Bin {
  readonly seconds: number;
  readonly calls: number;
}

/** How often each whole second was measured: a few thousand rows at most, however many calls there are. */
function timeOf({ db }: FigureSource, period: Period, figure: TimeFigure): TimePart {
  const { seconds, inOrder, unknown } = TIMED[figure];
  const bins = statement(
    db,
    `SELECT ${seconds} AS seconds, COUNT(*) AS calls FROM counted_calls c
     WHERE ${IN_PERIOD} AND ${inOrder} GROUP BY 1 ORDER BY 1`,
  ).all(...endsOf(period)) as Bin[];
  const left = statement(
    db,
    `SELECT COALESCE(SUM(${unknown}), 0) AS unknown,
       COALESCE(SUM((${seconds}) IS NOT NULL AND NOT (${inOrder})), 0) AS outOfOrder
     FROM counted_calls c WHERE ${IN_PERIOD}`,
  ).get(...endsOf(period)) as { unknown: number; outOfOrder: number };
  const n = bins.reduce((sum, { calls }) => sum + calls, 0);
  return {
    figure,
    median: secondsAt(bins, n, 0.5),
    p90: secondsAt(bins, n, 0.9),
    n,
    ...left,
    standards: TIME_FIGURES[figure].standards.map((standard) => {
      const within = bins.filter((bin) => bin.seconds <= standard.seconds);
      const counted = within.reduce((sum, { calls }) => sum + calls, 0);
      return { ...standard, share: shareOf(counted, n) };
    }),
  };
}

function secondsAt(bins: readonly Bin[], n: number, p: number): number | null {
  if (n === 0) return null;
  let left = quantilePlace(n, p);
  for (const { seconds, calls } of bins) {
    if (left < calls) return seconds;
    left -= calls;
  }
  return null;
}
