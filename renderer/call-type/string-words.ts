import type {
  CallTypesView,
  StringState,
  TypeStringLine,
} from '#shared/call-type/call-types-view.ts';
import type { Confidence } from '#shared/call-type/propose.ts';
import type { TypeNexus } from '#shared/call-type/type-nexus.ts';

export const STATE_WORDS: Readonly<Record<StringState, { shape: string; word: string }>> = {
  reviewed: { shape: '●', word: 'reviewed' },
  table: { shape: '○', word: 'by the table' },
  proposed: { shape: '◇', word: 'proposed' },
  unmapped: { shape: '▲', word: 'unmapped' },
};

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  sure: 'sure',
  likely: 'likely',
  guess: 'a guess',
  unknown: 'no idea',
};

export const NEXUS_WORDS: Readonly<Record<TypeNexus | 'unmapped', string>> = {
  behavioral: 'behavioral',
  possible: 'possible',
  none: 'not behavioral',
  unmapped: 'unmapped',
};

export const FILTERS = ['open', 'reviewed', 'table', 'all'] as const;
export type StringFilter = (typeof FILTERS)[number];
export const FILTER_WORDS: Readonly<Record<StringFilter, string>> = {
  open: 'To review',
  reviewed: 'Reviewed',
  table: 'By the table',
  all: 'All',
};

export function isIn(filter: StringFilter, { state }: TypeStringLine): boolean {
  if (filter === 'all') return true;
  return filter === 'open' ? state === 'proposed' || state === 'unmapped' : state === filter;
}

export const number = (count: number) => count.toLocaleString('en-US');
export const calls = (count: number) => `${number(count)} ${count === 1 ? 'call' : 'calls'}`;
export const strings = (count: number) => `${number(count)} ${count === 1 ? 'string' : 'strings'}`;

/** “92 % of 5,210 calls mapped; 14 strings unmapped = 310 calls”. */
export function summary({ totals }: CallTypesView): string {
  const { calls: all, mapped } = totals;
  if (all === 0) return 'No call has come with a type of another system yet';
  const open = totals.strings - mapped.strings;
  // Never 100 % while one is open, never 0 % while one is mapped.
  const percent = Math.round((100 * mapped.calls) / all);
  const shown = Math.min(open > 0 ? 99 : 100, Math.max(mapped.calls > 0 ? 1 : 0, percent));
  const left =
    open === 0 ? 'none unmapped' : `${strings(open)} unmapped = ${calls(all - mapped.calls)}`;
  return `${shown} % of ${calls(all)} mapped; ${left}`;
}
