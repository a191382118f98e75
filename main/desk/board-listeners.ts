import { boardPatch, type BoardSources } from './board-feed.ts';
import type { DeskLog } from './desk-log.ts';
import type { BoardPatch, PolicyMark } from '#shared/board/board-rows.ts';
import type { Entry } from '#shared/journal/journal-event.ts';

type Listener = (patch: BoardPatch, entries: readonly Entry[]) => void;

/** What the board's listeners are told from. */
export interface Told {
  readonly sources: BoardSources;
  /** Sequence of the last entry they are told of. */
  readonly revision: number;
}

/** Whoever hears of every commit: the windows, the wall board, the clock of the offers. */
export class BoardListeners {
  readonly #listeners = new Set<Listener>();
  readonly #log: DeskLog;
  /** What the machine says is told apart from a defect of ours, which is logged. */
  readonly #met: (error: unknown) => unknown;
  /** The policy the windows were last told of. */
  #told: PolicyMark | null;

  constructor(told: PolicyMark | null, log: DeskLog, met: (error: unknown) => unknown) {
    this.#told = told;
    this.#log = log;
    this.#met = met;
  }

  /** The policy the listeners know. */
  get told(): PolicyMark | null {
    return this.#told;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * What is written is written: neither a board that cannot be read nor a window that cannot hear must turn
   * it into a refusal. A listener that missed a patch finds the gap at the next one, and asks for the board.
   */
  tell(entries: readonly Entry[], mark: PolicyMark | null, told: () => Told): void {
    const before = this.#told;
    this.#told = mark;
    if (this.#listeners.size === 0 || mark === null) return;
    try {
      const { sources, revision } = told();
      const patch = boardPatch(sources, entries, { revision, told: before });
      for (const listener of this.#listeners) this.#tellOne(listener, patch, entries);
    } catch (error) {
      this.#failed(error);
    }
  }

  clear(): void {
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
    if (this.#met(error) !== null) return;
    const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#log({ topic: 'feed', ms: 0, outcome: 'failed', operator: null, defect });
  }
}
