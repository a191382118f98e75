import type { Period } from './period.ts';
import { dayAfter } from '../roster/zone-moment.ts';

/** A quarter of a calendar year, whole: “2026-Q1”. */
export interface Quarter extends Period {
  readonly quarter: string;
}

/** Every quarter a period touches, in order. */
export function quartersOf({ from, to }: Period): Quarter[] {
  const quarters: Quarter[] = [];
  for (let start = startOfQuarter(from); start <= to; start = nextQuarter(start)) {
    const number = (Number(start.slice(5, 7)) + 2) / 3;
    quarters.push({
      quarter: `${start.slice(0, 4)}-Q${number}`,
      from: start,
      to: dayAfter(nextQuarter(start), -1),
    });
  }
  return quarters;
}

function startOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7));
  return firstOf(Number(day.slice(0, 4)), month - ((month - 1) % 3));
}

function nextQuarter(start: string): string {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7)) + 3];
  return month > 12 ? firstOf(year + 1, month - 12) : firstOf(year, month);
}

function firstOf(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
