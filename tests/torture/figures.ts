/** What one kind of fault did to the desk. */
export interface Figures {
  readonly fault: string;
  /** How often it was made. */
  readonly runs: number;
  /** Commands, drafts and deliveries that had been acknowledged before it. */
  readonly acknowledged: number;
  /** Of those, not there afterwards. */
  readonly lost: number;
  /** Times something was there in part, or the boards did not equal the journal. */
  readonly halfApplied: number;
  /** Times the desk went on by itself afterwards, or said what has to be done where nothing can go on by itself. */
  readonly recovered: number;
  /** From opening the folder to a board with every open call. */
  readonly msToBoard: { readonly median: number; readonly worst: number } | null;
  /** Why it was not made here, or what of it was otherwise. */
  readonly notes: readonly string[];
}

export type Tally = {
  -readonly [K in Exclude<keyof Figures, 'msToBoard' | 'notes'>]: Figures[K];
} & {
  readonly ms: number[];
  readonly notes: string[];
};

export function tallyOf(fault: string): Tally {
  return {
    fault,
    runs: 0,
    acknowledged: 0,
    lost: 0,
    halfApplied: 0,
    recovered: 0,
    ms: [],
    notes: [],
  };
}

export function figuresOf({ ms, ...tally }: Tally): Figures {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { ...tally, msToBoard: ms.length === 0 ? null : { median: at(0.5), worst: at(1) } };
}

/** A fault that was made went well when nothing is lost or in part, and every time somebody could go on. */
export function isWell({ runs, lost, halfApplied, recovered, notes }: Figures): boolean {
  if (runs === 0) return notes.length > 0;
  return lost === 0 && halfApplied === 0 && recovered === runs;
}

/** Numbers that only look like chance: a run can be repeated by its seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
