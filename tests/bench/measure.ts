/**
 * One figure of CareDesk beside the same figure of the least that could do the job, taken in one run
 * on one machine. A file in measures/ that exports `measure` is a measure; nothing else names it.
 */
export interface Measure {
  /** As asked for on the command line. */
  readonly name: string;
  readonly unit: 'ms' | 'per s';
  /** Which way is good. The ratio is turned so that a smaller one is always the better one. */
  readonly better: 'smaller' | 'larger';
  /** The ratio that still passes. */
  readonly budget: number;
  take(bench: Bench): Promise<Samples>;
}

/** What a measure is given to work with. */
export interface Bench {
  /** A new empty folder on the disk the project lies on; removed at the end. */
  folder(name: string): string;
  /** Tells the person who waits; never part of the answer. */
  say(line: string): void;
}

/** Taken in turns, A B A B, so that a busy moment of the machine hits both. */
export interface Samples {
  readonly value: readonly number[];
  readonly baseline: readonly number[];
  /** Further figures that explain the first two: named pairs, and facts about the run. */
  readonly also?: Readonly<Record<string, Pair>>;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export interface Pair {
  readonly value: readonly number[];
  readonly baseline: readonly number[];
  /** The ratio that still passes, where this pair has to pass as well. */
  readonly budget?: number;
  /** Where the other way is good than for the measure. */
  readonly better?: Measure['better'];
}

/** A pair to collect samples in. */
export function newPair(): { readonly value: number[]; readonly baseline: number[] } {
  return { value: [], baseline: [] };
}
