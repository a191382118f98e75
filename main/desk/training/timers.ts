/** The only way the training shift lets time pass: tests bring their own. */
export interface Timers {
  /** Calls `act` once after so many milliseconds; returns the way to call it off. */
  after(ms: number, act: () => void): () => void;
}
