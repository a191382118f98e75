import type { Spell } from './kaplan-meier.ts';
import { chiSquareTail } from './normal.ts';

export interface LogRank {
  /** Of the first group: how often it happened, and how often it would have if both were alike. */
  readonly observed: number;
  readonly expected: number;
  readonly variance: number;
  /** One degree of freedom; null when nothing can be compared. */
  readonly chiSquare: number | null;
  /** How often chance alone sets two like groups at least as far apart. */
  readonly p: number | null;
}

/**
 * Whether two groups wait equally long: the log-rank test (Mantel, Cancer Chemotherapy Reports 50, 1966; Peto and
 * Peto, Journal of the Royal Statistical Society A 135, 1972) with the hypergeometric variance at tied times.
 */
export function logRank(first: readonly Spell[], second: readonly Spell[]): LogRank {
  const sorted = [
    ...first.map((spell) => ({ ...spell, first: true })),
    ...second.map((spell) => ({ ...spell, first: false })),
  ].sort((a, b) => a.time - b.time);
  let [observed, expected, variance] = [0, 0, 0];
  let [risk, riskFirst] = [sorted.length, first.length];
  for (let at = 0; at < sorted.length;) {
    const time = sorted[at]?.time;
    let [left, leftFirst, happened, happenedFirst] = [0, 0, 0, 0];
    for (; sorted[at]?.time === time && at < sorted.length; at += 1) {
      const spell = sorted[at];
      left += 1;
      if (spell?.first === true) leftFirst += 1;
      if (spell?.happened !== true) continue;
      happened += 1;
      if (spell.first) happenedFirst += 1;
    }
    observed += happenedFirst;
    expected += (happened * riskFirst) / risk;
    if (risk > 1)
      variance +=
        (happened * riskFirst * (risk - riskFirst) * (risk - happened)) /
        (risk * risk * (risk - 1));
    risk -= left;
    riskFirst -= leftFirst;
  }
  const chiSquare = variance > 0 ? (observed - expected) ** 2 / variance : null;
  return {
    observed,
    expected,
    variance,
    chiSquare,
    p: chiSquare === null ? null : chiSquareTail(chiSquare),
  };
}
