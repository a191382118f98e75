import { drawNormal, type Draw } from '../../statistics/seeded.ts';
import { WEEK_SECONDS } from './plan.ts';

/** One call a team could have answered, as it came. */
export interface DemandCall {
  /** Seconds from the first Monday midnight. */
  readonly at: number;
  /** Null where the record does not say: then any team can go. */
  readonly areaId: string | null;
  /** From being sent until the unit was clear, if it was kept. */
  readonly busySeconds: number | null;
}

/** The calls of some whole weeks, earliest first. */
export interface Demand {
  readonly weeks: number;
  readonly calls: readonly DemandCall[];
}

/** How long a unit is taken by one call. */
export interface Busy {
  /** The center's own times; those of other calls stand in for calls without one. */
  readonly samples: readonly number[];
  /** Used while there are too few of its own. */
  readonly assumedMinutes: number;
}

/** Fewer times of its own than this say too little, and the assumption stands in for them. */
export const OWN_TIMES_NEEDED = 30;

/** Spread of the assumed times, of the logarithm: a coefficient of variation of about 0.6. */
const ASSUMED_SPREAD = 0.55;

/** How long one call takes a unit: its own time, one of the center's, or one about the assumed mean. */
export function drawBusy(
  own: number | null,
  { samples, assumedMinutes }: Busy,
  draw: Draw,
): number {
  if (own !== null) return own;
  const among = Math.floor(draw() * samples.length);
  if (samples.length >= OWN_TIMES_NEEDED) return samples[among] ?? assumedMinutes * 60;
  const spread = ASSUMED_SPREAD * drawNormal(draw) - ASSUMED_SPREAD ** 2 / 2;
  return assumedMinutes * 60 * Math.exp(spread);
}

/**
 * As many weeks as asked, each one of the weeks that were, drawn with replacement: the hours of the week, the rush of a
 * bad night and the quiet of others stay as they were. Earliest first.
 */
export function drawWeeks({ weeks, calls }: Demand, count: number, draw: Draw): Demand {
  const byWeek = Array.from({ length: weeks }, (): DemandCall[] => []);
  for (const call of calls) byWeek[Math.floor(call.at / WEEK_SECONDS)]?.push(call);
  const drawn: DemandCall[] = [];
  for (let week = 0; week < count; week += 1)
    for (const call of byWeek[Math.floor(draw() * weeks)] ?? [])
      drawn.push({ ...call, at: week * WEEK_SECONDS + (call.at % WEEK_SECONDS) });
  return { weeks: count, calls: drawn };
}
