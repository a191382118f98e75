import { NORMAL_95 } from './normal.ts';

/** How long somebody was watched, and whether what was waited for had happened at the end of it. */
export interface Spell {
  readonly time: number;
  /** False: the watching ended first (censored). */
  readonly happened: boolean;
}

/** The estimate from one time at which it happened up to the next. */
export interface SurvivalStep {
  readonly time: number;
  /** Watched and without it just before. */
  readonly atRisk: number;
  readonly happened: number;
  /** Share to whom it has not happened by then. */
  readonly survival: number;
  /** Null after it happened to the last one watched: no interval is known there. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface SurvivalCurve {
  readonly watched: number;
  readonly happened: number;
  readonly steps: readonly SurvivalStep[];
  /** The time by which it has happened to half of them; null where the curve stays above. */
  readonly median: Bounded;
}

export interface Bounded {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The product-limit estimate (Kaplan and Meier, JASA 53, 1958) with Greenwood's variance and 95 % bands on the
 * scale of log(-log), which stay within 0 and 1 (Kalbfleisch and Prentice, The Statistical Analysis of Failure
 * Time Data, 2002, 1.4). The interval of the median is where the bands cross one half (Brookmeyer and Crowley,
 * Biometrics 38, 1982). Whoever is censored at a time at which it happens to others was still at risk then.
 */
export function kaplanMeier(spells: readonly Spell[]): SurvivalCurve {
  const sorted = [...spells].sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let [survival, variance, all] = [1, 0, 0];
  for (let at = 0; at < sorted.length;) {
    const time = sorted[at]?.time ?? 0;
    const atRisk = sorted.length - at;
    let happened = 0;
    for (; sorted[at]?.time === time; at += 1) if (sorted[at]?.happened === true) happened += 1;
    if (happened === 0) continue;
    all += happened;
    survival *= 1 - happened / atRisk;
    variance += happened / (atRisk * (atRisk - happened));
    steps.push({ time, atRisk, happened, survival, ...band(survival, variance) });
  }
  return { watched: sorted.length, happened: all, steps, median: medianOf(steps) };
}

function band(survival: number, variance: number): Pick<SurvivalStep, 'low' | 'high'> {
  if (survival <= 0) return { low: null, high: null };
  const spread = Math.exp((NORMAL_95 * Math.sqrt(variance)) / Math.abs(Math.log(survival)));
  return { low: survival ** spread, high: survival ** (1 / spread) };
}

function medianOf(steps: readonly SurvivalStep[]): Bounded {
  const half = (share: (step: SurvivalStep) => number) =>
    steps.find((step) => share(step) <= 0.5 + 1e-12)?.time ?? null;
  return {
    value: half(({ survival }) => survival),
    low: half(({ low }) => low ?? 0),
    // Where no band is known it cannot have crossed.
    high: half(({ high }) => high ?? 1),
  };
}

/** How many are still watched, without it, just before each of the times: what stands below a curve. */
export function atRiskAt(spells: readonly Spell[], times: readonly number[]): number[] {
  return times.map((time) => spells.filter((spell) => spell.time >= time).length);
}
