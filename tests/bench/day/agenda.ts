/** Somebody's work through a day: gives way for as many seconds as pass until the next thing is done. */
export type Course = Generator<number, void, void>;

interface Due {
  readonly at: number;
  readonly course: Course;
}

/** What is due when, by a simulated clock in milliseconds. Nobody waits: the clock jumps to the next. */
export class Agenda {
  /** Latest first, so that the next is at the end. */
  readonly #due: Due[] = [];
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  /** Milliseconds until something is due. */
  get untilNext(): number {
    return (this.#due.at(-1)?.at ?? this.#now) - this.#now;
  }

  /** How many courses are not at their end. */
  get waiting(): number {
    return this.#due.length;
  }

  begin(course: Course, afterSeconds = 0): void {
    const at = this.#now + afterSeconds * 1000;
    let low = 0;
    let high = this.#due.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#due[middle] as Due).at > at) low = middle + 1;
      else high = middle;
    }
    this.#due.splice(low, 0, { at, course });
  }

  /** Does the next thing. */
  step(): void {
    const next = this.#due.pop();
    if (next === undefined) throw new Error('Nothing is left to be done.');
    this.#now = next.at;
    const { value, done } = next.course.next();
    if (done !== true) this.begin(next.course, value as number);
  }
}
