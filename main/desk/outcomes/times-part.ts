import { endsOf, IN_PERIOD } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { TIMED } from './figure-conditions.ts';
import { statement, type Database } from '#db/open-database.ts';
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
export function timesPart({ db }: FigureSource, period: Period): TimesPart {
  const counts = TIME_FIGURE_IDS.map(() => new Map<Measured, number>());
  for (const row of measuredTimes(db, endsOf(period)))
    for (const [at, count] of counts.entries()) {
      const seconds = row[at];
      if (seconds !== null && seconds !== undefined)
        count.set(seconds, (count.get(seconds) ?? 0) + 1);
    }
  return TIME_FIGURE_IDS.map((figure, at) => timeOf(figure, counts[at] ?? new Map()));
}

/** Whole seconds; or one of the two below 0, which are no time. */
type Measured = number;
const UNKNOWN: Measured = -1;
const OUT_OF_ORDER: Measured = -2;

const TIMES = TIME_FIGURE_IDS.map((figure) => {
  const { seconds, inOrder, unknown } = TIMED[figure];
  return `CASE WHEN ${inOrder} THEN ${seconds} WHEN ${unknown} THEN ${UNKNOWN}
    WHEN ${seconds} IS NOT NULL THEN ${OUT_OF_ORDER} END`;
});

/**
 * The times of one call after the other, in the order of the figures; null where one is not measured. One walk
 * for all of them: SQLite's own grouping would sort the calls anew for each.
 */
function measuredTimes(
  db: Database,
  ends: readonly [string, string],
): IterableIterator<readonly (Measured | null)[]> {
  return statement(db, `SELECT ${TIMES.join(', ')} FROM counted_calls c WHERE ${IN_PERIOD}`)
    .raw()
    .iterate(...ends) as IterableIterator<readonly (Measured | null)[]>;
}

function timeOf(figure: TimeFigure, counts: ReadonlyMap<Measured, number>): TimePart {
  const bins = [...counts].filter(([seconds]) => seconds >= 0).sort(([a], [b]) => a - b);
  const n = sum(bins);
  return {
    figure,
    median: secondsAt(bins, n, 0.5),
    p90: secondsAt(bins, n, 0.9),
    n,
    unknown: counts.get(UNKNOWN) ?? 0,
    outOfOrder: counts.get(OUT_OF_ORDER) ?? 0,
    standards: TIME_FIGURES[figure].standards.map((standard) => {
      const within = sum(bins.filter(([seconds]) => seconds <= standard.seconds));
      return { ...standard, share: shareOf(within, n) };
    }),
  };
}

/** So many seconds, and how many calls took them. */
type Bin = readonly [seconds: Measured, calls: number];

function sum(bins: readonly Bin[]): number {
  return bins.reduce((total, [, calls]) => total + calls, 0);
}

function secondsAt(bins: readonly Bin[], n: number, p: number): number | null {
  if (n === 0) return null;
  let left = quantilePlace(n, p);
  for (const [seconds, calls] of bins) {
    if (left < calls) return seconds;
    left -= calls;
  }
  return null;
}
