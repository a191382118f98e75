/** How often the page is looked after, and asked for the next sign of life; see the preload script. */
export const LOOK_MS = 5_000;
/** A page that has lived is given up at the look after so many without a sign: fifteen to twenty seconds. A busy PC takes ten. */
const MISSED = 3;
/** One that is only just being opened has longer. */
const MISSED_AT_FIRST = 4;

/**
 * Whether a page still lives, by the signs it gives while it draws something. Counted in looks and not by a clock: while
 * the computer sleeps, or main itself is busy, nobody looks.
 */
export class PagePulse {
  #lived = false;
  #missed = 0;

  heard(): void {
    this.#lived = true;
    this.#missed = 0;
  }

  /** Another page is being opened in its place. */
  opened(): void {
    this.#lived = false;
    this.#missed = 0;
  }

  /** Answers whether the page is to be given up; then it begins anew. */
  look(): boolean {
    this.#missed += 1;
    if (this.#missed <= (this.#lived ? MISSED : MISSED_AT_FIRST)) return false;
    this.opened();
    return true;
  }
}

/** A page that stops more often than this within the time below is not opened again by itself. */
const MOST_RELOADS = 3;
const WITHIN_MS = 120_000;

/** How often a page was opened again lately. */
export class Reloads {
  readonly #now: () => number;
  #at: number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Answers whether once more is sensible, and counts it. */
  once(): boolean {
    const now = this.#now();
    this.#at = [...this.#at.filter((at) => now - at < WITHIN_MS), now];
    return this.#at.length <= MOST_RELOADS;
  }
}
