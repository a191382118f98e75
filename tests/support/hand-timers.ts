import type { Timers } from '#main/desk/training/timers.ts';

/** Time that passes only when the test says so. */
export class HandTimers implements Timers {
  readonly waiting = new Set<() => void>();
  after(_ms: number, act: () => void): () => void {
    this.waiting.add(act);
    return () => this.waiting.delete(act);
  }
  pass(): void {
    const due = [...this.waiting];
    this.waiting.clear();
    for (const act of due) act();
  }
}
