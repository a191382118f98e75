import type { DeskCore } from '../desk-core.ts';
import { verifyingChain, type ChainVerdict } from '#db/journal/verify-chain.ts';
import { sayWrongWords } from '#db/journal/verify-kept.ts';
import type { ChainCheckView } from '#shared/audit/audit-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** So many wrong words are named; a store with more has other troubles. */
const NAMED = 20;

/** Checks the whole journal a page at a time, between what the desk answers. One at a time. */
export class ChainCheck {
  readonly #core: DeskCore;
  view: ChainCheckView = { state: 'none' };

  constructor(core: DeskCore) {
    this.#core = core;
  }

  /** Begins, unless one is under way already. */
  begin(by: OperatorId): void {
    if (this.view.state === 'running') return;
    const steps = verifyingChain(this.#core.db);
    this.view = { state: 'running', checked: 0, of: this.#core.journal.head() };
    this.#next(steps, by);
  }

  #next(steps: Generator<number, ChainVerdict>, by: OperatorId): void {
    this.#core.options.soon(() => {
      if (!this.#core.db.open) return;
      const { done, value } = steps.next();
      if (done === true) return this.#end(value, by);
      const of = Math.max(value, this.#core.journal.head());
      this.view = { state: 'running', checked: value, of };
      this.#next(steps, by);
    });
  }

  #end({ events, chain, kept }: ChainVerdict, by: OperatorId): void {
    this.view = {
      state: 'done',
      at: this.#core.now().toISOString(),
      byName: this.#core.nameOf(by),
      events,
      broken: chain === 'intact' ? null : { entry: chain.brokenAt, why: chain.why },
      wrongWords: kept === 'intact' ? [] : kept.slice(0, NAMED).map(sayWrongWords),
    };
  }
}
