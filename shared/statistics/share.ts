import { wilson } from './wilson.ts';

/** A part of a whole with its 95 % interval: no figure is a percentage without what it is of. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** Null, and so are the ends, when there is nothing to be a part of. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export function shareOf(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, value: null, low: null, high: null };
  const { low, high } = wilson(numerator, denominator);
  return { numerator, denominator, value: numerator / denominator, low, high };
}
