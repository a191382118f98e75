import type { Refusal } from '#shared/lib/refusal.ts';

/** The disk or the store failed while nobody was there to be refused: it must not be taken for written. */
export class NotWritten extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.because);
    this.refusal = refusal;
  }
}
