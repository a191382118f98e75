import { boardPatch, type BoardSources } from './board-feed.ts';
import { defectOf } from './defect.ts';
import type { DeskLog } from './desk-log.ts';
import type { Timers } from './training/timers.ts';
import type { BoardPatch, PolicyMark } from '#shared/board/board-rows.ts';
import type { Entry } from '#shared/journal/journal-event.ts';

/** A board that changes ten times a second is as new as anybody can read. */
const GATHER_MS = 100;

/** How soon they hear of it: of what an operator did at once, of what streams in a few times a second. */
export type Telling = 'at-once' | 'gathered';

type Listener = (patch: BoardPatch, entries: readonly Entry[]) => void;

/** What the board's listeners are told from. */
export interface Told {
  readonly sources: BoardSources;
  /** Sequence of the last entry they are told of. */
  readonly revision: number;
}

interface Source {
  /** The policy in force; null before the first. */
  readonly mark: () => PolicyMark | null;
  readonly told: () => Told;
  readonly log: DeskLog;
  /** What the machine says is told apart from a defect of ours, which is logged. */
  readonly met: (error: unknown) => unknown;
  readonly timers: Timers;
}

/** Whoever hears of every commit: the windows, the wall board, the clock of the offers. Each entry once, in order. */
export class BoardListeners {
  readonly #listeners = new Set<Listener>();
  readonly #source: Source;
  #untold: Entry[] = [];
  /** Runs for a moment after something that streams in was told; calls off what waits for its end. */
  #callOff: (() => void) | null = null;
  /** The policy the windows were last told of. */
  #told: PolicyMark | null;

  constructor(source: Source) {
    this.#source = source;
    this.#told = source.mark();
  }

  /** So many entries have been written since they were last told. */
  get behind(): number {
    return this.#untold.length;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The first of many that stream in is told at once; what follows it within a moment is told together. */
  written(entries: readonly Entry[], when: Telling): void {
    for (const entry of entries) this.#untold.push(entry);
    if (when === 'at-once' || this.#callOff === null) this.#tell();
    if (when === 'gathered') this.#callOff ??= this.#later();
  }

  /** Tells of a policy whose time has come: no entry says so, its adoption did. */
  tellOfPolicy(): void {
    if (this.#source.mark() !== this.#told) this.#tell();
  }

  #later(): () => void {
    return this.#source.timers.after(GATHER_MS, () => {
      this.#callOff = null;
      if (this.#untold.length === 0) return;
      this.#tell();
      this.#callOff = this.#later();
    });
  }

  /**
   * What is written is written: neither a board that cannot be read nor a window that cannot hear must turn
   * it into a refusal. A listener that missed a patch finds the gap at the next one, and asks for the board.
   */
  #tell(): void {
    const entries = this.#untold;
    this.#untold = [];
    const before = this.#told;
    this.#told = this.#source.mark();
    if (this.#listeners.size === 0 || this.#told === null) return;
    try {
      const { sources, revision } = this.#source.told();
      const patch = boardPatch(sources, entries, { revision, told: before });
      for (const listener of this.#listeners) this.#tellOne(listener, patch, entries);
    } catch (error) {
      this.#failed(error);
    }
  }

  clear(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#listeners.clear();
  }

  #tellOne(listener: Listener, patch: BoardPatch, entries: readonly Entry[]): void {
    try {
      listener(patch, entries);
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (this.#source.met(error) !== null) return;
    const defect = defectOf(error);
    this.#source.log({ topic: 'feed', ms: 0, outcome: 'failed', operator: null, defect });
  }
}
