/** How unevenly calls fall on the people who made them. */
export interface Concentration {
  readonly people: number;
  readonly calls: number;
  /** 0: everybody called equally often; near 1: one person made nearly all calls. Null without calls. */
  readonly gini: number | null;
  readonly top1: TopShare;
  readonly top10: TopShare;
}

/** The people who called most often: a hundredth or a tenth of all, rounded up, so that it is somebody. */
export interface TopShare {
  readonly people: number;
  readonly calls: number;
  readonly share: number | null;
}

/**
 * Gini's index from the sorted counts (Gini 1912; in the form of Dixon and others, Ecology 68, 1987, without their
 * correction), and the share of the calls that the most frequent callers made. Only people who called are in it.
 */
export function concentrationOf(callsOfEach: readonly number[]): Concentration {
  const sorted = callsOfEach.filter((calls) => calls > 0).sort((a, b) => a - b);
  const people = sorted.length;
  let [calls, weighted] = [0, 0];
  for (const [at, count] of sorted.entries()) {
    calls += count;
    weighted += (2 * (at + 1) - people - 1) * count;
  }
  const top = (share: number): TopShare => {
    const few = Math.ceil(people * share);
    let made = 0;
    for (const count of sorted.slice(people - few)) made += count;
    return { people: few, calls: made, share: calls === 0 ? null : made / calls };
  };
  return {
    people,
    calls,
    gini: calls === 0 ? null : weighted / (people * calls),
    top1: top(0.01),
    top10: top(0.1),
  };
}
