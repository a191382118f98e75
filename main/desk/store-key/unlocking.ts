import { refuse, type Refusal } from '#shared/lib/refusal.ts';

/** Anybody mistypes twice; from then on every guess costs the guesser more, up to five minutes. */
const FREE = 2;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** Counts what was tried in vain since the start. The work of deriving the key is the true hurdle. */
export class Tries {
  #failed = 0;
  #notBefore = 0;
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get failed(): number {
    return this.#failed;
  }

  /** A refusal while nobody may try again yet. */
  wait(): Refusal | null {
    const left = this.#notBefore - this.#now().getTime();
    if (left <= 0) return null;
    return refuse(
      'too-soon',
      `Tried in vain ${this.#failed} times. The next try is possible in ${Math.ceil(left / 1000)} seconds. ${MEANWHILE}`,
    );
  }

  failedOnce(what: string): Refusal {
    this.#failed += 1;
    const over = this.#failed - FREE - 1;
    if (over >= 0)
      this.#notBefore =
        this.#now().getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** over);
    const left = Math.ceil((this.#notBefore - this.#now().getTime()) / 1000);
    const then = left > 0 ? ` The next try is possible in ${left} seconds.` : '';
    return refuse('does-not-open', `${what} Nothing was changed.${then} ${MEANWHILE}`);
  }

  forget(): void {
    this.#failed = 0;
    this.#notBefore = 0;
  }
}

const MEANWHILE = 'Take calls by telephone and on paper until it opens.';
