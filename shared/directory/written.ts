import { MINUTES_OF_DAY } from './hours.ts';

const MONTHS = words(
  'january february march april may june july august september october november december',
);

function words(text: string): string[] {
  return text.split(' ');
}

/**
 * A day as directories write it: 2026-03-31, with or without a time, 3/31/2026, 3/31/26, March 31, 2026.
 * As an ISO date; null for what is no day. Two digits of a year are of the hundred years around `about`.
 */
export function readDate(written: string, about: number): string | null {
  const text = written.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text);
  if (slashed !== null) {
    const [, month = '', day = '', year = ''] = slashed;
    return dateOf(
      year.length === 2 ? nearest(Number(year), about) : Number(year),
      Number(month),
      Number(day),
    );
  }
  const spelled = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (spelled === null) return null;
  const [, name = '', day = '', year = ''] = spelled;
  const month = MONTHS.findIndex((each) => each.startsWith(name.toLowerCase()));
  return month === -1 ? null : dateOf(Number(year), month + 1, Number(day));
}

function nearest(twoDigits: number, about: number): number {
  const year = Math.floor(about / 100) * 100 + twoDigits;
  // Nobody writes down what begins fifty years from now.
  return year > about + 20 ? year - 100 : year;
}

function dateOf(year: number, month: number, day: number): string | null {
  const length = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > length) return null;
  return [String(year).padStart(4, '0'), month, day]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export interface WrittenTime {
  /** After midnight; 24:00 is 1440. */
  readonly minute: number;
  /** Minutes ahead of UTC; null when the zone is not written. */
  readonly offset: number | null;
}

const TIME =
  /^T?(\d{1,2})(?::?(\d{2}))?(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** 10:00, 10:00:00Z, 09:30+01:00, 3:00 PM, 24:00. Null for what is no time of a day. */
export function readTime(written: string): WrittenTime | null {
  const text = written.trim();
  if (/^noon$/i.test(text)) return { minute: 720, offset: null };
  if (/^midnight$/i.test(text)) return { minute: 0, offset: null };
  const parts = TIME.exec(text);
  if (parts === null) return null;
  const [, hours = '', minutes, , half, zone] = parts;
  // A bare number is no time: 9 may be an hour, 900 or a typing error.
  if (minutes === undefined && half === undefined) return null;
  const hour = Number(hours);
  const minute = Number(minutes ?? 0);
  if (minute > 59) return null;
  const offset = zone === undefined ? null : offsetOf(zone);
  if (half === undefined) {
    const at = hour * 60 + minute;
    return at > MINUTES_OF_DAY ? null : { minute: at, offset };
  }
  if (hour < 1 || hour > 12) return null;
  return { minute: ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minute, offset };
}

function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}
