import type { FromThread, RefusedThere } from './thread-messages.ts';
import { REFUSED_KEPT } from '#shared/board/intake-lines-view.ts';
import { NAMED_ADDRESSES } from '#shared/intake-line/intake-line.ts';

const GATHER_MS = 250;

/** What the thread refused, told to the desk four times a second at most, however much it is. */
export class Refusals {
  readonly #tell: (message: FromThread) => void;
  #last: RefusedThere[] = [];
  #count = 0;
  #attempts = 0;
  readonly #from = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: (message: FromThread) => void) {
    this.#tell = tell;
  }

  add(refused: RefusedThere): void {
    this.#count += 1;
    this.#last.push(refused);
    if (this.#last.length > REFUSED_KEPT) this.#last.shift();
    this.#timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  /** Somebody who has neither token nor certificate. */
  addAttempt(refused: RefusedThere): void {
    this.#attempts += 1;
    if (this.#from.size < NAMED_ADDRESSES) this.#from.add(refused.from);
    this.add(refused);
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#count === 0) return;
    this.#tell({
      kind: 'refused',
      last: this.#last,
      count: this.#count,
      attempts: { count: this.#attempts, from: [...this.#from] },
    });
    this.#last = [];
    this.#count = 0;
    this.#attempts = 0;
    this.#from.clear();
  }
}
