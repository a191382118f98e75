import type { Acknowledged } from '#shared/delivery/delivery.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import { refuse } from '#shared/lib/refusal.ts';

/** Documents that wait for the desk, all senders together. More is back pressure. */
const WAITING_MOST = 400;
const WAITING_CHARACTERS_MOST = 24 * 1_048_576;

/** The desk is kept from the board no longer than this by one batch. */
const BATCH_MS = 12;
const BATCH_MOST = 64;
/** Below it a batch is as slow as the disk, and a smaller one would only have the board wait for it more often. */
const BATCH_LEAST = 16;

/** While the desk commits one batch, the next is on its way to it. */
const UNDER_WAY_MOST = 2;

/** What a sender waits at most. After it nobody knows: sent again, it is known if it was taken. */
const ANSWER_MS = 30_000;

const NO_ANSWER = refuse(
  'no-answer',
  'The desk has not confirmed it in time. It may have been taken or not.',
);

interface Waiting {
  readonly document: EidoDocument;
  readonly from: string;
  readonly settle: (delivered: Acknowledged) => void;
}

export interface Batch {
  readonly batch: number;
  readonly documents: readonly EidoDocument[];
  readonly from: readonly string[];
}

/**
 * Documents on their way to the desk, in the order they came: what comes while it commits a batch is the next one, so
 * that many share one write to the disk and one alone does not wait. A full batch goes out before the last is
 * committed; a few documents wait for that, because small batches cost as much as large ones.
 */
export class DocumentQueue {
  readonly #send: (batch: Batch) => void;
  #waiting: Waiting[] = [];
  #characters = 0;
  /** By their number, the first the desk is at. */
  readonly #underWay = new Map<number, readonly Waiting[]>();
  #batch = 0;
  #size = BATCH_LEAST;

  constructor(send: (batch: Batch) => void) {
    this.#send = send;
  }

  /** Null when there is no room for them. */
  offer(documents: readonly EidoDocument[], from: string): Promise<Acknowledged[]> | null {
    const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
    if (
      this.#waiting.length + documents.length > WAITING_MOST ||
      this.#characters + characters > WAITING_CHARACTERS_MOST
    )
      return null;
    this.#characters += characters;
    const answers = documents.map(
      (document) =>
        new Promise<Acknowledged>((resolve) => {
          const late = setTimeout(() => resolve(NO_ANSWER), ANSWER_MS);
          const settle = (delivered: Acknowledged): void => {
            clearTimeout(late);
            resolve(delivered);
          };
          this.#waiting.push({ document, from, settle });
        }),
    );
    this.#sendNext();
    return Promise.all(answers);
  }

  /** The desk has committed a batch, in `ms`. */
  settle(batch: number, outcomes: readonly Acknowledged[], ms: number): void {
    const settled = this.#underWay.get(batch);
    if (settled === undefined) return;
    this.#underWay.delete(batch);
    this.#size = nextSize(this.#size, settled.length, ms);
    settled.forEach(({ settle }, at) => settle(outcomes[at] ?? NO_ANSWER));
    this.#sendNext();
  }

  #sendNext(): void {
    while (this.#mayGo()) {
      const next = this.#waiting.slice(0, this.#size);
      this.#waiting = this.#waiting.slice(this.#size);
      this.#characters -= next.reduce((sum, { document }) => sum + document.text.length, 0);
      this.#batch += 1;
      this.#underWay.set(this.#batch, next);
      this.#send({
        batch: this.#batch,
        documents: next.map(({ document }) => document),
        from: next.map(({ from }) => from),
      });
    }
  }

  #mayGo(): boolean {
    const { size } = this.#underWay;
    if (size >= UNDER_WAY_MOST || this.#waiting.length === 0) return false;
    return size === 0 || this.#waiting.length >= BATCH_LEAST;
  }
}

/** At most double: one fast batch says little about the next. */
function nextSize(size: number, settled: number, ms: number): number {
  const fitting = ms <= 0 ? size * 2 : Math.floor((settled / ms) * BATCH_MS);
  return Math.max(BATCH_LEAST, Math.min(BATCH_MOST, size * 2, fitting));
}
