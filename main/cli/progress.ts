import type { TextSink } from './outcome.ts';

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
const LINE_MS = 2_000;

/**
 * Shows how far a long reading has come: a bar that redraws itself where a person looks, a plain line
 * every two seconds in a log file. Short work shows nothing in a log.
 */
export class Progress {
  readonly #sink: TextSink;
  readonly #what: string;
  readonly #now: () => number;
  #shownAt: number;
  #drawn = false;

  constructor(sink: TextSink, what: string, now: () => number = () => performance.now()) {
    this.#sink = sink;
    this.#what = what;
    this.#now = now;
    this.#shownAt = now();
  }

  /** `done` of `total`, in any unit, and what has been counted so far. */
  show(done: number, total: number, counted: string): void {
    const live = this.#sink.isTTY === true;
    const now = this.#now();
    if (now - this.#shownAt < (live ? REDRAW_MS : LINE_MS)) return;
    this.#shownAt = now;
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const percent = `${Math.floor(share * 100)} %`;
    if (!live) {
      this.#sink.write(`${this.#what}: ${percent}, ${counted}\n`);
      return;
    }
    const full = Math.round(share * BAR_WIDTH);
    const bar = `${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}`;
    const line = `${this.#what} [${bar}] ${percent.padStart(5)}  ${counted}`;
    this.#sink.write(`\r${line.slice(0, (this.#sink.columns ?? 80) - 1)}\u001B[K`);
    this.#drawn = true;
  }

  /** Takes the bar away, so that what is written next stands on a clean line. */
  clear(): void {
    if (this.#drawn) this.#sink.write('\r\u001B[K');
    this.#drawn = false;
  }
}
