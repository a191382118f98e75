/** Seconds at pace 1, shortest and longest. */
export type Between = readonly [number, number];

/** After a step was due and did not change anything, it is tried again this much later. */
const RETRY_SECONDS: Between = [12, 25];

interface Step {
  due: number;
  lap: number;
}

/**
 * How long a person takes for a step. The key names the step by what the board shows, so a change on
 * the board is a new step with a new wait. Only waits are kept here: after a restart each is drawn
 * again, and nothing else is lost.
 */
export class Pacer {
  readonly #steps = new Map<string, Step>();
  readonly #chances = new Map<string, { readonly happens: boolean; lap: number }>();
  #lap = 0;
  readonly random: () => number;
  readonly pace: number;

  constructor(random: () => number, pace: number) {
    this.random = random;
    this.pace = pace;
  }

  draw([shortest, longest]: Between): number {
    return shortest + (longest - shortest) * this.random();
  }

  /** True once the step's wait is over, counted from `from` or from when it was first seen. */
  ready(key: string, now: number, wait: Between, from: number = now): boolean {
    let step = this.#steps.get(key);
    if (step === undefined) {
      step = { due: from + this.#ms(wait), lap: this.#lap };
      this.#steps.set(key, step);
    }
    step.lap = this.#lap;
    if (now < step.due) return false;
    step.due = now + this.#ms(RETRY_SECONDS);
    return true;
  }

  /** The step went on and has a next part: another wait, shorter than the one before a retry. */
  again(key: string, now: number, wait: Between): void {
    this.#steps.set(key, { due: now + this.#ms(wait), lap: this.#lap });
  }

  /** Drawn once for a key, so that looking again does not roll the dice again. */
  happens(key: string, chance: number): boolean {
    let drawn = this.#chances.get(key);
    if (drawn === undefined) {
      drawn = { happens: this.random() < chance, lap: this.#lap };
      this.#chances.set(key, drawn);
    }
    drawn.lap = this.#lap;
    return drawn.happens;
  }

  /** Forgets the steps nobody asked about since the lap before. */
  nextLap(): void {
    for (const kept of [this.#steps, this.#chances])
      for (const [key, { lap }] of kept) if (lap < this.#lap - 1) kept.delete(key);
    this.#lap += 1;
  }

  /** Whether so many seconds at pace 1 have gone by since an instant. */
  passed(since: string, now: number, seconds: number): boolean {
    return now - Date.parse(since) >= (seconds * 1000) / this.pace;
  }

  #ms(wait: Between): number {
    return (this.draw(wait) * 1000) / this.pace;
  }
}
