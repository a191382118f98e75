import type { Measure, Pair, Samples } from './measure.ts';
import { median, rounded, roundedSpread, spreadOf, type Spread } from './statistics.ts';

/** One line of the answer. `value` and `baseline` are medians; null when the measure failed. */
export interface Result {
  readonly name: string;
  readonly value: number | null;
  readonly baseline: number | null;
  readonly unit: string;
  readonly ratio: number | null;
  readonly budget: number;
  readonly ok: boolean;
  readonly spread?: { readonly value: Spread; readonly baseline: Spread };
  readonly also?: Readonly<Record<string, Compared>>;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly error?: string;
}

interface Compared {
  readonly value: number;
  readonly baseline: number;
  readonly ratio: number;
  readonly budget?: number;
  readonly ok?: boolean;
}

export function resultOf(measure: Measure, samples: Samples): Result {
  const { name, unit, budget, better } = measure;
  const { value, baseline, ratio } = compared(samples, better);
  const also = Object.entries(samples.also ?? {}).map(
    ([key, pair]) => [key, compared(pair, pair.better ?? better)] as const,
  );
  return {
    name,
    value,
    baseline,
    unit,
    ratio,
    budget: rounded(budget),
    ok: ratio <= budget && also.every(([, pair]) => pair.ok !== false),
    spread: {
      value: roundedSpread(spreadOf(samples.value)),
      baseline: roundedSpread(spreadOf(samples.baseline)),
    },
    ...(samples.also && { also: Object.fromEntries(also) }),
    ...(samples.facts && { facts: samples.facts }),
  };
}

export function failedResult({ name, unit, budget }: Measure, error: unknown): Result {
  const why = error instanceof Error ? error.message : String(error);
  const none = { value: null, baseline: null, unit, ratio: null };
  return { name, ...none, budget: rounded(budget), ok: false, error: why };
}

function compared(pair: Pair, better: Measure['better']): Compared {
  const value = median(pair.value);
  const baseline = median(pair.baseline);
  const ratio = better === 'smaller' ? value / baseline : baseline / value;
  const figures = { value: rounded(value), baseline: rounded(baseline), ratio: rounded(ratio) };
  const { budget } = pair;
  return budget === undefined
    ? figures
    : { ...figures, budget: rounded(budget), ok: ratio <= budget };
}
