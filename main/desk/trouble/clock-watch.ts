import type { ClockJumped } from '#shared/trouble/clock-events.ts';

/** Less is what a time server sets right all the time, and hurts no time limit. */
const JUMP_MS = 30_000;
/** Everybody has read it by then. A clock that was set right ends it at once. */
const SAID_FOR_MS = 15 * 60_000;

interface Clocks {
  readonly wall: number;
  /** Goes on evenly, whatever the wall clock does. */
  readonly steady: number;
}

/**
 * Compares the clock on the wall with one that only ever goes on. While a PC sleeps the even one may stand
 * still: what looks like a jump forward is believed only when nobody says meanwhile that it has woken up.
 */
export class ClockWatch {
  readonly #now: () => Date;
  readonly #steady: () => number;
  #last: Clocks;
  #first = true;
  /** A jump forward that the next look believes. */
  #doubtful: ClockJumped | null = null;
  /** How far the clock is from where it would be without its jumps, and since when. */
  #off: { ms: number; readonly since: number } | null = null;

  constructor(now: () => Date, steady: () => number) {
    this.#now = now;
    this.#steady = steady;
    this.#last = this.#clocks();
  }

  /** Whether the clock is not where it would be without its jumps, or may be. */
  get isOff(): boolean {
    return this.#off !== null || this.#doubtful !== null;
  }

  /** The same, and not everybody may have read it yet. */
  get isNewlyOff(): boolean {
    return this.#off !== null && this.#last.steady - this.#off.since < SAID_FOR_MS;
  }

  /** `written` is when the last entry was written: at the first look nothing may have been in the future. Null: no jump. */
  look(written: string | null): ClockJumped | null {
    const { wall, steady } = this.#last;
    const first = this.#first;
    this.#first = false;
    const now = this.#clocks();
    this.#last = now;
    const expected = wall + (now.steady - steady);
    const jump = now.wall - expected;
    const believed = this.#doubtful;
    this.#doubtful = null;
    if (Math.abs(jump) < JUMP_MS) {
      if (believed !== null) return this.#jumped(believed);
      // Another position may be ahead of this one; at the start there is nobody but the record.
      const last = first ? Date.parse(written ?? '') : NaN;
      return last - now.wall >= JUMP_MS ? this.#jumped(jumpOf(last, now.wall)) : null;
    }
    const found = jumpOf(expected, now.wall);
    if (jump < 0) return this.#jumped(found);
    this.#doubtful = found;
    return believed === null ? null : this.#jumped(believed);
  }

  /** The PC has slept: how long nobody can say, and no clock was set. */
  woke(): void {
    this.#doubtful = null;
    this.#last = this.#clocks();
  }

  #jumped(jump: ClockJumped): ClockJumped {
    const ms = (this.#off?.ms ?? 0) + Date.parse(jump.found) - Date.parse(jump.expected);
    this.#off = Math.abs(ms) < JUMP_MS ? null : { ms, since: this.#last.steady };
    return jump;
  }

  #clocks(): Clocks {
    return { wall: this.#now().getTime(), steady: this.#steady() };
  }
}

function jumpOf(expected: number, found: number): ClockJumped {
  return {
    type: 'clock.jumped',
    expected: new Date(expected).toISOString(),
    found: new Date(found).toISOString(),
  };
}
