import { wordsOf } from './choice.ts';
import { compileFormats } from './time-pattern.ts';
import { isUnusable } from './read.ts';
import { AGE_BANDS, AGE_BAND_LABELS, type AgeBand } from '../person/people.ts';

const EARLIEST_BIRTH = 1880;
const OLDEST = 120;

/** First age of each band but the first. */
const FROM: readonly (readonly [age: number, band: AgeBand])[] = [
  [65, '65-and-over'],
  [26, '26-64'],
  [18, '18-25'],
  [12, '12-17'],
  [0, 'under-12'],
];

/**
 * Reads an age in whole years, a band by its name, or with `formats` a birth date: the band on the day the
 * call was received. Null for what is none of them.
 */
export function ageBandReader(
  formats: readonly string[] | undefined,
): (cell: string, receivedLocal: string) => AgeBand | null {
  const named = wordsOf(AGE_BANDS.map((code) => ({ code, label: AGE_BAND_LABELS[code] })));
  const readDate = formats === undefined ? null : compileFormats(formats, EARLIEST_BIRTH);
  return (cell, receivedLocal) => {
    if (typeof readDate === 'function') {
      const read = readDate(cell);
      if (isUnusable(read) || read.value.kind === 'clock' || read.value.kind === 'instant')
        return null;
      return bandOf(yearsBetween(read.value.local.slice(0, 10), receivedLocal.slice(0, 10)));
    }
    if (/^\d{1,3}$/.test(cell)) return bandOf(Number(cell));
    return named(cell.toLowerCase()) as AgeBand | null;
  };
}

function bandOf(years: number): AgeBand | null {
  if (years < 0 || years > OLDEST) return null;
  return FROM.find(([from]) => years >= from)?.[1] ?? null;
}

/** Birthdays between two ISO dates. */
function yearsBetween(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
