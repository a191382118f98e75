import { dayAfter } from '../roster/zone-moment.ts';

/** A span of whole days of the center, as ISO dates. Both days are counted. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Null when it can be counted; otherwise what is wrong with it, in a sentence. */
export function periodFault({ from, to }: Period): string | null {
  if (!isDay(from) || !isDay(to)) return 'Give a day like 2026-03-08.';
  return from <= to ? null : 'The first day has to be before the last.';
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(text);
  // February 30 is read as March 2.
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

export const PERIOD_CHOICES = [
  { id: 'last-4-weeks', label: 'Last 4 weeks' },
  { id: 'this-quarter', label: 'This quarter' },
  { id: 'last-quarter', label: 'Last quarter' },
  { id: 'this-year', label: 'This year' },
  { id: 'own-dates', label: 'Own dates' },
] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number]['id'];

/** What a choice means on a day. A period that is not over ends with that day. */
export function periodOf(choice: Exclude<PeriodChoice, 'own-dates'>, today: string): Period {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  switch (choice) {
    case 'last-4-weeks':
      return { from: dayAfter(today, -27), to: today };
    case 'this-quarter':
      return { from: firstOf(year, 3 * quarter), to: today };
    case 'last-quarter':
      return {
        from: firstOf(year, 3 * quarter - 3),
        to: dayAfter(firstOf(year, 3 * quarter), -1),
      };
    case 'this-year':
      return { from: firstOf(year, 0), to: today };
  }
}

/** How many days a period has. */
export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

const DAY_MS = 86_400_000;

/** Months count from 0, and go on over the turn of a year. */
function firstOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
