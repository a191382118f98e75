/**
 * The position, from 0, of a quantile among `n` ordered values: the smallest value that at least the part `p` of
 * them does not exceed (definition 1 in R. J. Hyndman and Y. Fan, The American Statistician 50, 1996). It is
 * always a time that was measured. `n` is above 0.
 */
export function quantilePlace(n: number, p: number): number {
  return Math.min(n - 1, Math.max(0, Math.ceil(n * p) - 1));
}

/** That quantile of values in ascending order; null of none. */
export function quantile(ordered: readonly number[], p: number): number | null {
  if (ordered.length === 0) return null;
  return ordered[quantilePlace(ordered.length, p)] ?? null;
}
