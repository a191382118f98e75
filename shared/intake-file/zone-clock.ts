import { isEndOfSummerTime } from './wall-clock.ts';
import { offsetAt } from '../roster/zone-moment.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The clock on the wall of the exporting center. Asking a zone costs more than reading a row does, so a day
 * on which its clock is not changed is asked once. Wall times are milliseconds as if they were UTC.
 */
export class ZoneClock {
  readonly #zone: string | null;
  /** Minutes ahead of UTC by day of the wall clock; null on days around a change. */
  readonly #days = new Map<number, number | null>();

  /** Without a zone a clock is only known to be put back as United States clocks are. */
  constructor(zone: string | null) {
    this.#zone = zone;
  }

  get hasZone(): boolean {
    return this.#zone !== null;
  }

  /**
   * The moments at which the clock shows a time, the earlier first: two in the hour that comes twice. In
   * the hour that is left out it is read by the clock as it was before, so that 02:30 is what 03:30 shows.
   */
  momentsOf(wall: number): readonly number[] {
    const zone = this.#zone;
    if (zone === null) return withoutZone(wall);
    const steady = this.#steadyOffset(zone, wall);
    if (steady !== null) return [wall - steady * 60_000];
    const before = offsetAt(zone, wall - DAY);
    const shown = [before, offsetAt(zone, wall + DAY)]
      .map((offset) => wall - offset * 60_000)
      .filter((moment) => moment + offsetAt(zone, moment) * 60_000 === wall);
    const moments = [...new Set(shown)].sort((a, b) => a - b);
    return moments.length > 0 ? moments : [wall - before * 60_000];
  }

  /** What the clock shows at a moment, to the second: `2031-05-06T10:00:00`. Needs a zone. */
  localOf(moment: number): string {
    const zone = this.#zone ?? 'UTC';
    const offset = this.#steadyOffset(zone, moment) ?? offsetAt(zone, moment);
    return new Date(moment + offset * 60_000).toISOString().slice(0, 19);
  }

  /** The offset on every moment of the day and the days beside it; null when it changes there. */
  #steadyOffset(zone: string, wall: number): number | null {
    const day = Math.floor(wall / DAY);
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const first = offsetAt(zone, (day - 1) * DAY);
    const steady = [0, 1, 2].every((days) => offsetAt(zone, (day + days) * DAY) === first);
    this.#days.set(day, steady ? first : null);
    return steady ? first : null;
  }
}

/** On the night clocks are put back, a time up to 04:00 may also be an hour later than it seems. */
function withoutZone(wall: number): readonly number[] {
  const hour = Math.floor((wall % DAY) / HOUR);
  if (hour < 1 || hour > 3) return [wall];
  const date = new Date(wall).toISOString().slice(0, 10);
  return isEndOfSummerTime(date) ? [wall, wall + HOUR] : [wall];
}
