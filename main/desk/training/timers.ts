/** The only way the desk lets time pass: tests bring their own. */
export interface Timers {
  /** Calls `act` once after so many milliseconds; returns the way to call it off. */
  after(ms: number, act: () => void): () => void;
}

/** One that waits keeps no process from ending. */
export const realTimers: Timers = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};
