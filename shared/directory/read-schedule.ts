import {
  MINUTES_OF_DAY,
  NO_HOURS,
  type Hours,
  type HoursException,
  type NthWeekday,
  type OpeningRule,
  type Recurrence,
} from './hours.ts';
import { numberOf, textOf, type Row } from './rows.ts';
import { readDate, readTime, type WrittenTime } from './written.ts';

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** Offsets the center's own clock has in winter and in summer, in minutes. */
export type OwnOffsets = readonly number[];

/** The hours that schedule rows of the standard come to. What is not computed stays in words. */
export function hoursOf(schedules: readonly Row[], own: OwnOffsets): Hours {
  const rules: OpeningRule[] = [];
  const exceptions: HoursException[] = [];
  const words: string[] = [];
  let unsure = false;
  for (const row of schedules) {
    for (const column of ['description', 'notes'])
      if (textOf(row, column) !== '') words.push(textOf(row, column));
    if ('closed' in row) {
      const exception = exceptionOf(row);
      if (exception !== null) exceptions.push(exception);
      continue;
    }
    const rule = ruleOf(row, own);
    if (rule === 'unsure') unsure = true;
    else if (rule !== null) rules.push(rule);
  }
  return rules.length + exceptions.length + words.length === 0 && !unsure
    ? NO_HOURS
    : { rules, exceptions, words: [...new Set(words)], unsure };
}

function exceptionOf(row: Row): HoursException | null {
  const [from, to] = [dateIn(row, 'valid_from'), dateIn(row, 'valid_to')];
  if (from === null) return null;
  const yearly = textOf(row, 'yearly') === 'true';
  const days = { from, to: to ?? from, yearly };
  if (textOf(row, 'closed') === 'true') return { ...days, open: null };
  const [opens, closes] = [timeIn(row, 'opens_at'), timeIn(row, 'closes_at')];
  if (opens === null || closes === null) return null;
  return { ...days, open: { opens: opens.minute, closes: closes.minute } };
}

/** Null when the row states no times; `unsure` when it recurs in a way that is not computed. */
function ruleOf(row: Row, own: OwnOffsets): OpeningRule | 'unsure' | null {
  const opens = timeIn(row, 'opens_at');
  const closes = timeIn(row, 'closes_at');
  if (opens === null && closes === null) return textOf(row, 'byday') === '' ? null : 'unsure';
  if (opens === null || closes === null) return 'unsure';
  const recurs = recurrenceOf(row);
  if (recurs === null) return 'unsure';
  const ends = [dateIn(row, 'valid_to'), dateIn(row, 'until')].filter((date) => date !== null);
  return {
    days: daysOf(row),
    opens: opens.minute,
    closes: closes.minute === 0 ? MINUTES_OF_DAY : closes.minute,
    from: dateIn(row, 'valid_from') ?? dateIn(row, 'dtstart'),
    to: ends.toSorted()[0] ?? null,
    recurs,
    offset: offsetOf(opens, row, own),
  };
}

/**
 * A written offset counts, unless it is the center's own in winter or summer: whoever writes -06:00 in Chicago
 * means what the clock there shows, all year. The column is in hours.
 */
function offsetOf(time: WrittenTime, row: Row, own: OwnOffsets): number | null {
  const hours = numberOf(row, 'timezone');
  const offset = time.offset ?? (hours === null ? null : Math.round(hours * 60));
  return offset === null || own.includes(offset) ? null : offset;
}

function recurrenceOf(row: Row): Recurrence | null {
  const freq = textOf(row, 'freq').toUpperCase();
  const interval = numberOf(row, 'interval') ?? 1;
  if (
    textOf(row, 'count') !== '' ||
    textOf(row, 'byweekno') !== '' ||
    textOf(row, 'byyearday') !== ''
  )
    return null;
  if (freq === 'MONTHLY') return interval === 1 ? monthly(row) : null;
  if (freq === 'YEARLY') return null;
  if (nthDays(row).length > 0) return null;
  if (interval === 1) return { every: 'week' };
  const since = dateIn(row, 'dtstart') ?? dateIn(row, 'valid_from');
  if (freq === 'DAILY' || since === null || interval < 1) return null;
  return { every: 'weeks', weeks: Math.round(interval), since };
}

function monthly(row: Row): Recurrence | null {
  const days = textOf(row, 'bymonthday')
    .split(',')
    .map(Number)
    .filter((day) => Number.isInteger(day) && day !== 0);
  const on = nthDays(row);
  if (on.length > 0) return { every: 'month-weekdays', on };
  return days.length > 0 ? { every: 'month-days', days } : null;
}

/** `2TU` and `-1FR`. */
function nthDays(row: Row): NthWeekday[] {
  return parts(row).flatMap((part) => {
    const [, nth, day = ''] = /^([+-]?\d)([A-Z]{2})$/.exec(part) ?? [];
    return nth === undefined || !DAYS.includes(day)
      ? []
      : [{ nth: Number(nth), day: DAYS.indexOf(day) }];
  });
}

/** Without days a rule is for every day, as a daily one is. */
function daysOf(row: Row): readonly number[] {
  const days = parts(row)
    .map((part) => DAYS.indexOf(part.slice(0, 2)))
    .filter((day) => day !== -1);
  return days.length === 0 ? EVERY_DAY : [...new Set(days)];
}

function parts(row: Row): string[] {
  return textOf(row, 'byday')
    .toUpperCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function dateIn(row: Row, column: string): string | null {
  const text = textOf(row, column);
  return text === '' ? null : readDate(text, 2000);
}

function timeIn(row: Row, column: string): WrittenTime | null {
  const text = textOf(row, column);
  return text === '' ? null : readTime(text);
}
