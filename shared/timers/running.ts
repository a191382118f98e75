/** Two positions that share a file may differ by this much without one of them having been set back. */
const CLOCKS_DIFFER_MS = 60_000;

/** A time limit that runs: instants are ISO. */
export interface Running {
  readonly from: string;
  readonly until: string;
}

/**
 * Whether the PC's clock was set back behind something that began at `from`. How long it has lasted is
 * not known any more then, so whatever runs from there counts as due: nothing becomes longer unnoticed.
 */
export function isSetBack(from: string, now: number): boolean {
  return Date.parse(from) - now > CLOCKS_DIFFER_MS;
}

/** Whether its time has passed at `now` (milliseconds), or cannot be told any more. */
export function isOver({ from, until }: Running, now: number): boolean {
  return now >= Date.parse(until) || isSetBack(from, now);
}

export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
