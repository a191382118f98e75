/** What many samples of one figure come down to. Noise has a long tail upwards, so never a mean. */
export interface Spread {
  readonly median: number;
  readonly p25: number;
  readonly p75: number;
  readonly min: number;
  readonly max: number;
  readonly samples: number;
}

/** @throws on no samples: a figure nobody measured must not look like zero. */
export function spreadOf(samples: readonly number[]): Spread {
  if (samples.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    p25: quantile(sorted, 0.25),
    p75: quantile(sorted, 0.75),
    min: sorted.at(0) as number,
    max: sorted.at(-1) as number,
    samples: sorted.length,
  };
}

export function median(samples: readonly number[]): number {
  return spreadOf(samples).median;
}

/** @throws on no samples, as `spreadOf`. */
export function quantileOf(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...samples].sort((a, b) => a - b);
  return quantile(sorted, share);
}

/** Between two neighbors it interpolates, as most statistics programs do. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

/** Three decimals: finer than any clock here. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function roundedSpread(spread: Spread): Spread {
  const { median: middle, p25, p75, min, max, samples } = spread;
  return {
    median: rounded(middle),
    p25: rounded(p25),
    p75: rounded(p75),
    min: rounded(min),
    max: rounded(max),
    samples,
  };
}
