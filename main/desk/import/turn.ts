/** After how many rows, or how long, what was read is written and others may have their turn. */
export interface Pace {
  readonly rows: number;
  readonly ms: number;
}

/** Nobody else waits: enough rows that making them durable costs little, few enough to lose little. */
export const ALONE: Pace = { rows: 2_000, ms: 1_000 };

/** The board stands beside it: a keystroke must not wait for what is read here. */
export const BESIDE_THE_BOARD: Pace = { rows: 100, ms: 3 };

/** When it is somebody else's turn. */
export class Turn {
  readonly #pace: Pace;
  #rows = 0;
  #began = performance.now();

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  begin(): void {
    this.#rows = 0;
    this.#began = performance.now();
  }

  isOver(): boolean {
    this.#rows += 1;
    if (this.#rows >= this.#pace.rows) return true;
    // The clock is asked now and then: it costs as much as reading a cell.
    return this.#rows % 8 === 0 && performance.now() - this.#began >= this.#pace.ms;
  }
}

/** Lets everything else that waits for this process have its turn. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
