import { figuresOf, type Figures } from './figures.ts';
import { judge, type Verdict } from './verdict.ts';
import type { Week } from './week.ts';
import { machineFacts } from '../bench/machine.ts';
import { quantileOf, rounded } from '../bench/statistics.ts';

/** What the soak prints, and its picture is drawn from. */
export interface SoakAnswer extends Verdict, Figures {
  readonly speed: number;
  readonly days: number;
  /** The simulated day on which the clocks went back. */
  readonly clocksGoBack: number;
  readonly looks: number;
  readonly entries: number;
  readonly acts: Week['acts'];
  readonly entriesByType: Week['entriesByType'];
  readonly machine: Readonly<Record<string, string | number>>;
}

export function answerOf(week: Week): SoakAnswer {
  const { samples, began, clocksGoBack, speed, acts, entriesByType, copyFailures } = week;
  const last = samples.at(-1);
  if (last === undefined) throw new Error('The run was too short for a single look.');
  const figures = figuresOf(samples, began);
  const days = rounded(last.day);
  const waiting = quantileOf(figures.looked.waitingCalls, 0.5);
  return {
    ...judge({ days, growth: figures.growth, acts, entriesByType, copyFailures, waiting }),
    speed: Math.round(speed),
    days,
    clocksGoBack: rounded(clocksGoBack),
    looks: samples.length,
    entries: last.entries,
    ...figures,
    acts,
    entriesByType,
    machine: machineFacts(),
  };
}

/** As JSON; what is nothing but figures stands in one line. */
export function asText(answer: SoakAnswer): string {
  return JSON.stringify(answer, null, 2).replaceAll(/\[[\s\d.,e-]+\]/g, (figures) =>
    figures.replaceAll(/\s+/g, ' '),
  );
}

/** One that was kept; null for anything else. */
export function readAnswer(written: string): SoakAnswer | null {
  try {
    const read = JSON.parse(written) as Partial<SoakAnswer> | null;
    return read?.looked === undefined || read.growth === undefined ? null : (read as SoakAnswer);
  } catch {
    return null;
  }
}
