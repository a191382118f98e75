import type { Read } from './read.ts';

/**
 * Stamps of another system: what a clock on its wall showed, as fine as it was exported
 * (`2025-08-24T00:07`, `…:06`, `…:06.810`). They carry no zone, and we add none: guessing one would
 * invent or lose the hour in which summer time ends.
 */
export type StampReader = (text: string) => Read<string>;

const ISO = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/;
const US = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4}) +(\d{1,2}):(\d{2}) ?(AM|PM)$/i;

const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2099;
/** Two-digit years up to this one are read as 20xx; above it nobody can tell the century. */
const LAST_SHORT_YEAR = 29;

/** Reads `2025-08-24 00:07:06.810`; seconds and fractions may be missing. */
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

/** Reads `1/3/19 2:13 PM`; the year may have four digits. Without AM or PM the hour is unknown. */
export function readUsStamp(text: string): Read<string> {
  const parts = US.exec(text.trim());
  if (parts === null) return { why: `is not a time like 1/3/19 2:13 PM${excerpt(text)}` };
  const [, month = '', day = '', shortYear = '', hour = '', minute = '', half = ''] = parts;
  if (shortYear.length === 2 && Number(shortYear) > LAST_SHORT_YEAR)
    return { why: `has the two-digit year ${shortYear}, whose century nobody can tell` };
  const year = shortYear.length === 2 ? 2000 + Number(shortYear) : Number(shortYear);
  const clock = Number(hour);
  const wrong =
    wrongDate(year, Number(month), Number(day)) ??
    (clock < 1 || clock > 12 ? `has hour ${hour} on a twelve-hour clock` : null) ??
    wrongTime(0, Number(minute), 0);
  if (wrong !== null) return { why: `${wrong}${excerpt(text)}` };
  const hours = (clock % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  return { value: `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}` };
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
function isEndOfSummerTime(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDay() !== 0) return false;
  return year >= 2007 ? month === 11 && day <= 7 : month === 10 && day >= 25;
}

function wrongDate(year: number, month: number, day: number): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR)
    return `has the year ${year}, outside ${EARLIEST_YEAR}–${LATEST_YEAR}`;
  if (month < 1 || month > 12) return `has month ${month}`;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return `has day ${day}, which that month does not have`;
  return null;
}

function wrongTime(hour: number, minute: number, second: number): string | null {
  if (hour > 23) return `has hour ${hour}: past midnight belongs to the next day's date`;
  if (minute > 59) return `has minute ${minute}`;
  return second > 59 ? `has second ${second}` : null;
}

/**
 * The beginning of a stamp, to find it by. Only what is written like a date or a time is shown: in a
 * shifted row the column may hold anything, and no personal text may reach a report.
 */
function excerpt(text: string): string {
  const shown = /^(?:\d{4}-\d{1,2}-|\d{1,2}[/.]\d{1,2}[/.]|\d{1,3}:\d\d)[\d :./T-]{0,14}/.exec(
    text.trim(),
  );
  return shown === null ? '' : `: "${shown[0].trimEnd()}"`;
}

function two(value: string | number): string {
  return String(value).padStart(2, '0');
}
