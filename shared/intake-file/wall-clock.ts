import type { Read } from './read.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/;

const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2099;

/**
 * Reads `2025-08-24 00:07:06.810`; seconds and fractions may be missing. It is what a clock on a wall
 * showed, as fine as it was exported (`2025-08-24T00:07`, `…:06`, `…:06.810`), and has no zone.
 */
export function readIsoStamp(text: string): Read<string> {
  const parts = ISO.exec(text.trim());
  if (parts === null) return { why: `is not a time like 2025-08-24 00:07:06${excerpt(text)}` };
  const [, year = '', month = '', day = '', hour = '', minute = '', second, fraction] = parts;
  const wrong =
    wrongDate(Number(year), Number(month), Number(day)) ??
    wrongTime(Number(hour), Number(minute), Number(second ?? 0));
  if (wrong !== null) return { why: `${wrong}${excerpt(text)}` };
  const fine = fraction === undefined || /^0+$/.test(fraction) ? '' : `.${fraction}`;
  const seconds = second === undefined ? '' : `:${second}${fine}`;
  return { value: `${year}-${month}-${day}T${hour}:${minute}${seconds}` };
}

/**
 * Whether `later` may follow `earlier` although its clock shows less: both lie in the hour that comes
 * twice on the night United States clocks are put back. All three presets are of US centers.
 */
export function isClockPutBack(earlier: string, later: string): boolean {
  if (later >= earlier || earlier.slice(0, 13) !== later.slice(0, 13)) return false;
  return earlier.slice(11, 13) === '01' && isEndOfSummerTime(earlier.slice(0, 10));
}

/** First Sunday of November; before 2007, the last Sunday of October. */
export function isEndOfSummerTime(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDay() !== 0) return false;
  return year >= 2007 ? month === 11 && day <= 7 : month === 10 && day >= 25;
}

/** What is impossible about a day; null when it is one of the calendar and not too long ago. */
export function wrongDate(
  year: number,
  month: number,
  day: number,
  earliestYear = EARLIEST_YEAR,
): string | null {
  if (year < earliestYear || year > LATEST_YEAR)
    return `has the year ${year}, outside ${earliestYear}–${LATEST_YEAR}`;
  if (month < 1 || month > 12) return `has month ${month}`;
  // Every month has twenty-eight.
  if (day < 1 || (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()))
    return `has day ${day}, which that month does not have`;
  return null;
}

/** What is impossible about a time of day; null when clocks show it. */
export function wrongTime(hour: number, minute: number, second: number): string | null {
  if (hour > 23) return `has hour ${hour}: past midnight belongs to the next day's date`;
  if (minute > 59) return `has minute ${minute}`;
  return second > 59 ? `has second ${second}` : null;
}

/**
 * The beginning of a stamp, to find it by. Only what is written like a date or a time is shown: in a
 * shifted row the column may hold anything, and no personal text may reach a report.
 */
export function excerpt(text: string): string {
  const shown = /^(?:\d{4}-\d{1,2}-|\d{1,2}[/.]\d{1,2}[/.]|\d{1,3}:\d\d)[\d :./T-]{0,14}/.exec(
    text.trim(),
  );
  return shown === null ? '' : `: "${shown[0].trimEnd()}"`;
}
