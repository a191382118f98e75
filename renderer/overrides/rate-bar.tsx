import type { OverrideRate } from '#shared/board/override-review.ts';
import { DIRECTIONS } from './directions.ts';

type Counts = Pick<OverrideRate, 'decisions' | 'up' | 'down' | 'same'>;

export function overridesOf({ up, down, same }: Counts): number {
  return up + down + same;
}

/** Share in whole percent; null of nothing, which is no share at all. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}

/**
 * The share of decisions that were overridden, against all of them. Filled is up, hatched is down,
 * outlined is same; the figures stand beside it, so it says nothing of its own to a screen reader.
 */
export function RateBar({ rate }: { readonly rate: Counts }) {
  if (rate.decisions === 0) return null;
  return (
    <span className="rate-bar" aria-hidden="true">
      {DIRECTIONS.map((direction) => (
        <span
          key={direction}
          data-direction={direction}
          data-none={rate[direction] === 0}
          style={{ width: `${(rate[direction] / rate.decisions) * 100}%` }}
        />
      ))}
    </span>
  );
}
