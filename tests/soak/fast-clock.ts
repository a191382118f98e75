/** A clock that runs so many times faster than life from the moment it is let go, in whatever has a `Date`. */
export interface FastClock {
  readonly speed: number;
  /** By the real clock, in ms. */
  readonly since: number;
  /** What it shows then. */
  readonly began: number;
}

/**
 * Puts it in the place of the real one, and answers with what it shows, in ms. What is done in one turn takes as long
 * by it as in life: only between turns it runs. Sent into the page as text too, so that it needs nothing around it.
 */
export function takeClock(
  scope: typeof globalThis,
  { speed, since, began }: FastClock,
  nextTurn: (act: () => void) => void,
): () => number {
  const Real = scope.Date;
  let turn: number | null = null;
  const now = () => {
    const real = Real.now();
    if (turn === null) {
      turn = real;
      nextTurn(() => {
        turn = null;
      });
    }
    return Math.floor(began + (turn - since) * speed + (real - turn));
  };
  class Fast extends Real {
    constructor(...given: readonly unknown[]) {
      // One value, or the parts of a date: what the real one takes.
      super(...((given.length === 0 ? [now()] : given) as [number]));
    }
    static override now(): number {
      return now();
    }
  }
  scope.Date = Fast as DateConstructor;
  return now;
}

/** No shorter than these, whatever the speed: a machine has only so many turns. */
const SHORTEST_MS = { once: 2, again: 40 };
/** Who gives work in a thread or a process so long takes it for dead only then, and that work runs no faster here. */
const PATIENT = { fromMs: 3_600_000, shortestMs: 30_000 };

/** Timers of the program that wait as much shorter. What is meant for the next turn stays there. */
export function hasten(scope: typeof globalThis, speed: number): void {
  const waits = (ms: number | undefined, shortest: number) => {
    if (ms === undefined || ms < 50) return ms;
    return Math.max(ms < PATIENT.fromMs ? shortest : PATIENT.shortestMs, ms / speed);
  };
  const [once, again] = [scope.setTimeout, scope.setInterval];
  scope.setTimeout = Object.assign(
    (act: () => void, ms?: number, ...args: []) => once(act, waits(ms, SHORTEST_MS.once), ...args),
    once,
  ) as typeof setTimeout;
  scope.setInterval = Object.assign(
    (act: () => void, ms?: number, ...args: []) =>
      again(act, waits(ms, SHORTEST_MS.again), ...args),
    again,
  ) as typeof setInterval;
}
