import {
  REFUSED_KEPT,
  type LineStanding,
  type LineState,
  type RefusedDelivery,
} from '#shared/board/intake-lines-view.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';

export type TakenAs = 'new-call' | 'update' | 'known';

const FRESH: LineStanding = {
  now: { state: 'off' },
  lastDelivery: null,
  newCalls: 0,
  updates: 0,
  known: 0,
  refused: 0,
};

const COUNTED = { 'new-call': 'newCalls', update: 'updates', known: 'known' } as const;

/** How the lines stand since the desk was opened. In memory: what was taken is in the journal. */
export class LineStandings {
  readonly #standings = new Map<string, LineStanding>();
  /** The oldest first. */
  readonly #refusals: RefusedDelivery[] = [];

  of(lineId: IntakeLineId): LineStanding {
    return this.#standings.get(lineId) ?? FRESH;
  }

  /** Those that take nothing and should, with why. */
  get failing(): readonly { readonly lineId: string; readonly because: string }[] {
    return [...this.#standings].flatMap(([lineId, { now }]) =>
      now.state === 'failed' ? [{ lineId, because: now.because }] : [],
    );
  }

  /** The newest first. */
  get refusals(): readonly RefusedDelivery[] {
    return this.#refusals.toReversed();
  }

  isNow(lineId: IntakeLineId, now: LineState): void {
    this.#put(lineId, { now });
  }

  took(lineId: IntakeLineId, as: TakenAs, at: string): void {
    const counted = COUNTED[as];
    this.#put(lineId, { [counted]: this.of(lineId)[counted] + 1, lastDelivery: at });
  }

  refusedOne(refused: RefusedDelivery): void {
    this.refusedMore(refused.lineId, 1);
    this.#refusals.push(refused);
    if (this.#refusals.length > REFUSED_KEPT) this.#refusals.shift();
  }

  refusedMore(lineId: IntakeLineId, count: number): void {
    this.#put(lineId, { refused: this.of(lineId).refused + count });
  }

  forget(lineId: IntakeLineId): void {
    this.#standings.delete(lineId);
  }

  #put(lineId: IntakeLineId, part: Partial<LineStanding>): void {
    this.#standings.set(lineId, { ...this.of(lineId), ...part });
  }
}
