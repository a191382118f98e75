import { localMoment } from '../local-moment.ts';

/** A day of the week, 0 Sunday, and an hour, of the center's wall clock. */
export interface HourOfWeek {
  readonly day: number;
  readonly hour: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Reads ISO instants on one center's wall clock. Asking the time-zone tables for each of a hundred
 * thousand takes seconds, so the clock is read once for each UTC day on which it does not jump.
 */
export function hoursOfWeek(timeZone: string): (instant: string) => HourOfWeek {
  /** UTC day → local milliseconds into the week at its start; null when the clock jumps in it. */
  const days = new Map<number, number | null>();
  return (instant) => {
    const at = Date.parse(instant);
    const day = Math.floor(at / DAY);
    let start = days.get(day);
    if (start === undefined) {
      start = evenDay(day, timeZone);
      days.set(day, start);
    }
    const into = start === null ? intoWeek(at, timeZone) : start + (at - day * DAY);
    return { day: Math.floor(into / DAY) % 7, hour: Math.floor((into % DAY) / HOUR) };
  };
}

function evenDay(day: number, timeZone: string): number | null {
  const from = intoWeek(day * DAY, timeZone);
  const to = intoWeek((day + 1) * DAY, timeZone);
  return (from + DAY) % (7 * DAY) === to ? from : null;
}

function intoWeek(at: number, timeZone: string): number {
  const { day, minute } = localMoment(new Date(at), timeZone);
  return day * DAY + minute * 60_000;
}
