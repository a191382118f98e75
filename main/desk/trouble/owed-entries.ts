import type { Troubles } from './troubles.ts';
import type { Entry, NewEvent } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { isOfStore } from '#shared/trouble/trouble.ts';

export interface OwingDesk {
  readonly troubles: Pick<Troubles, 'writingFails' | 'hear'>;
  now(): Date;
  commit(by: OperatorId, decide: Decide): Entry[] | Refusal;
  readonly options: { readonly soon: (act: () => void) => () => void };
}

type Decide = () => readonly NewEvent[];

interface Owed {
  readonly by: OperatorId;
  readonly decide: Decide;
  /** ISO instant. */
  readonly realAt: string;
}

/**
 * What has happened, whether or not it can be written: a kit is on paper, somebody has proved who they are. While
 * the store or its disk fails it waits here, and is put on record in its order once that is over, with the time it
 * happened. What CareDesk takes with it when it ends before is not on record: whoever did it is told so.
 */
export class OwedEntries {
  readonly #desk: OwingDesk;
  #owed: Owed[] = [];
  #cancel: (() => void) | null = null;
  readonly #further: (() => void)[] = [];
  readonly #hearing = new Set<() => void>();

  constructor(desk: OwingDesk) {
    this.#desk = desk;
    desk.troubles.hear(() => this.#look());
  }

  /** Called whenever something happened that is not on record yet; returns the way to stop. */
  hear(hear: () => void): () => void {
    this.#hearing.add(hear);
    return () => void this.#hearing.delete(hear);
  }

  /** Called once it can be written again: what is kept elsewhere until then. */
  afterwards(settle: () => void): void {
    this.#further.push(settle);
  }

  /** The entries; null: not on record yet. `decide` may be asked again later, and must not refuse. */
  record(by: OperatorId, decide: Decide): Entry[] | null {
    const owed = { by, decide, realAt: this.#desk.now().toISOString() };
    // Nothing passes what happened before it.
    if (this.#owed.length === 0) {
      const outcome = this.#desk.commit(by, decide);
      if (!isRefusal(outcome)) return outcome;
      if (!isOfStore(outcome.refused)) throw new Error(outcome.because);
    }
    this.#owed.push(owed);
    // No commit tells the windows: a console may be locked now.
    for (const hear of this.#hearing) hear();
    return null;
  }

  /** Writes down what it can. */
  settle(): void {
    for (let first = this.#owed[0]; first !== undefined; first = this.#owed[0]) {
      const { by, decide, realAt } = first;
      const outcome = this.#desk.commit(by, () =>
        decide().map((event) => ({ ...event, late: { realAt } })),
      );
      if (isRefusal(outcome)) return;
      this.#owed.shift();
    }
  }

  close(): void {
    this.#cancel?.();
    this.#hearing.clear();
    this.settle();
  }

  #look(): void {
    if (this.#desk.troubles.writingFails) return;
    // Not from within what found out that it is over.
    this.#cancel ??= this.#desk.options.soon(() => {
      this.#cancel = null;
      this.settle();
      for (const settle of this.#further) settle();
    });
  }
}
