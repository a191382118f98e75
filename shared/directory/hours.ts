import { dayAfter } from '../roster/zone-moment.ts';

export const MINUTES_OF_DAY = 1440;

/** Which days of a rule's weekdays it holds on. */
export type Recurrence =
  | { readonly every: 'week' }
  /** Every so many weeks, counted from the week of a day. */
  | { readonly every: 'weeks'; readonly weeks: number; readonly since: string }
  /** Days of the month; negative ones count from its end. */
  | { readonly every: 'month-days'; readonly days: readonly number[] }
  /** The second Tuesday: 2 and day 2. Negative ones count from the end of the month. */
  | { readonly every: 'month-weekdays'; readonly on: readonly NthWeekday[] };

export interface NthWeekday {
  readonly nth: number;
  readonly day: number;
}

/** When doors are open, on a wall clock. `closes` at or before `opens` is on the next day. */
export interface OpeningRule {
  /** 0 Sunday. Without meaning where the recurrence names days itself. */
  readonly days: readonly number[];
  readonly opens: number;
  readonly closes: number;
  /** ISO dates, both inclusive; null has no end. */
  readonly from: string | null;
  readonly to: string | null;
  readonly recurs: Recurrence;
  /** Minutes the times are ahead of UTC; null is the center's own clock. */
  readonly offset: number | null;
}

/** Days on which other hours hold, or none. */
export interface HoursException {
  readonly from: string;
  readonly to: string;
  /** The same days of every year. */
  readonly yearly: boolean;
  readonly open: { readonly opens: number; readonly closes: number } | null;
}

export interface Hours {
  readonly rules: readonly OpeningRule[];
  readonly exceptions: readonly HoursException[];
  /** What is said in words about them. */
  readonly words: readonly string[];
  /** Something recurs in a way that is not computed here: a closed door may be open. */
  readonly unsure: boolean;
}

export const NO_HOURS: Hours = { rules: [], exceptions: [], words: [], unsure: false };

/** A moment on the center's wall clock. */
export interface WallNow {
  /** ISO date. */
  readonly date: string;
  /** 0 Sunday. */
  readonly day: number;
  readonly minute: number;
  /** Minutes the center's clock is ahead of UTC now. */
  readonly offset: number;
}

/** A minute of a day on the center's clock. */
export interface WallTime {
  readonly date: string;
  readonly minute: number;
}

export type OpenState =
  /** Null: around the clock. */
  | { readonly is: 'open'; readonly until: WallTime | null }
  /** Null: not within the next eight days. */
  | { readonly is: 'closed'; readonly opens: WallTime | null }
  | { readonly is: 'unknown' };

/** How far ahead the next opening is looked for, and how long an open door is followed. */
const DAYS_AHEAD = 8;

/** Whether the door is open; null when the hours cannot tell. As cheap as a search over all needs it. */
export function isOpenAt(hours: Hours, now: WallNow): boolean | null {
  if (hours.rules.length === 0 && hours.exceptions.length === 0) return null;
  for (const days of crossesMidnight(hours) ? [0, -1, 1] : [0])
    for (const { start, end } of spansOn(hours, dayBeside(now, days), now)) {
      const at = now.minute - days * MINUTES_OF_DAY;
      if (at >= start && at < end) return true;
    }
  return hours.unsure || hours.rules.length === 0 ? null : false;
}

/** Only then does the day before or after say anything of today. */
function crossesMidnight({ rules, exceptions }: Hours): boolean {
  const over = ({ opens, closes }: { readonly opens: number; readonly closes: number }) =>
    closes <= opens || closes > MINUTES_OF_DAY;
  return (
    rules.some((rule) => rule.offset !== null || over(rule)) ||
    exceptions.some(({ open }) => open !== null && over(open))
  );
}

/** “Open until”, “opens at”, or that nobody can tell. */
export function openState(hours: Hours, now: WallNow): OpenState {
  const open = isOpenAt(hours, now);
  if (open === null) return { is: 'unknown' };
  const spans = spansAhead(hours, now);
  if (!open) {
    const next = spans.find(({ start }) => start > now.minute);
    return { is: 'closed', opens: next === undefined ? null : wallTime(now, next.start) };
  }
  let end = now.minute;
  for (const span of spans) if (span.start <= end && span.end > end) end = span.end;
  const whole = end >= DAYS_AHEAD * MINUTES_OF_DAY;
  return { is: 'open', until: whole ? null : wallTime(now, end) };
}

interface Span {
  /** Minutes after midnight of the day it belongs to. */
  readonly start: number;
  readonly end: number;
}

interface Day {
  readonly date: string;
  readonly day: number;
}

const beside = new WeakMap<WallNow, Map<number, Day>>();

/** Remembered for as long as the moment is: a list of services asks for the same days of each. */
function dayBeside(now: WallNow, days: number): Day {
  let known = beside.get(now);
  if (known === undefined) {
    known = new Map();
    beside.set(now, known);
  }
  let found = known.get(days);
  if (found === undefined) {
    found = { date: dayAfter(now.date, days), day: (((now.day + days) % 7) + 7) % 7 };
    known.set(days, found);
  }
  return found;
}

/** From yesterday, whose night may not be over, in the minutes of today. */
function spansAhead(hours: Hours, now: WallNow): Span[] {
  const spans: Span[] = [];
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead += 1)
    for (const { start, end } of spansOn(hours, dayBeside(now, ahead), now)) {
      const shift = ahead * MINUTES_OF_DAY;
      spans.push({ start: start + shift, end: end + shift });
    }
  return spans.toSorted((a, b) => a.start - b.start);
}

function spansOn(hours: Hours, day: Day, { offset }: WallNow): Span[] {
  const exceptions = hours.exceptions.filter((each) => covers(each, day.date));
  if (exceptions.length > 0)
    return exceptions.flatMap(({ open }) => (open === null ? [] : [spanOf(open)]));
  const spans: Span[] = [];
  for (const rule of hours.rules) {
    if (!holdsOn(rule, day)) continue;
    const { start, end } = spanOf(rule);
    const shift = rule.offset === null ? 0 : offset - rule.offset;
    spans.push({ start: start + shift, end: end + shift });
  }
  return spans;
}

function spanOf({ opens, closes }: { readonly opens: number; readonly closes: number }): Span {
  return { start: opens, end: closes > opens ? closes : closes + MINUTES_OF_DAY };
}

function covers({ from, to, yearly }: HoursException, date: string): boolean {
  if (!yearly) return from <= date && date <= to;
  const [first, last, day] = [from.slice(5), to.slice(5), date.slice(5)];
  return first <= last ? first <= day && day <= last : day >= first || day <= last;
}

function holdsOn(rule: OpeningRule, { date, day }: Day): boolean {
  if (rule.from !== null && date < rule.from) return false;
  if (rule.to !== null && date > rule.to) return false;
  switch (rule.recurs.every) {
    case 'week':
      return rule.days.includes(day);
    case 'weeks':
      return (
        rule.days.includes(day) && weeksSince(rule.recurs.since, date) % rule.recurs.weeks === 0
      );
    case 'month-days': {
      const [at, left] = dayOfMonth(date);
      return rule.recurs.days.some((each) => each === at || each === left);
    }
    case 'month-weekdays': {
      const [at, left] = dayOfMonth(date);
      const nth = Math.ceil(at / 7);
      const fromEnd = -Math.ceil(-left / 7);
      return rule.recurs.on.some(
        (each) => each.day === day && (each.nth === nth || each.nth === fromEnd),
      );
    }
  }
}

/** Weeks begin on Monday. */
function weeksSince(since: string, date: string): number {
  const monday = (iso: string) => Math.floor((Date.parse(iso) / 86_400_000 + 3) / 7);
  return Math.abs(monday(date) - monday(since));
}

/** The day of the month from its beginning, 1, and from its end, -1. */
function dayOfMonth(date: string): [number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [day, day - length - 1];
}

function wallTime({ date }: WallNow, minute: number): WallTime {
  const days = Math.floor(minute / MINUTES_OF_DAY);
  return { date: dayAfter(date, days), minute: minute - days * MINUTES_OF_DAY };
}

/** “08:30”. */
export function sayMinute(minute: number): string {
  const at = minute % MINUTES_OF_DAY;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** “Open until 18:00”, “Opens Mon 08:00”, “Hours not known”. */
export function sayOpen(state: OpenState, today: Pick<WallNow, 'date' | 'day'>): string {
  if (state.is === 'unknown') return 'Hours not known';
  if (state.is === 'open')
    return state.until === null ? 'Open day and night' : `Open until ${when(state.until, today)}`;
  return state.opens === null ? 'Closed' : `Opens ${when(state.opens, today)}`;
}

function when({ date, minute }: WallTime, today: Pick<WallNow, 'date' | 'day'>): string {
  const days = Math.round((Date.parse(date) - Date.parse(today.date)) / 86_400_000);
  // Midnight belongs to the evening before it.
  if (days === 1 && minute === 0) return '24:00';
  if (days === 0) return sayMinute(minute);
  return `${DAYS[(today.day + days) % 7]} ${sayMinute(minute)}`;
}

/** The week in words: “Mon–Fri 09:00–17:00”. */
export function sayRule(rule: OpeningRule): string {
  const times =
    rule.opens === 0 && rule.closes >= MINUTES_OF_DAY
      ? 'day and night'
      : `${sayMinute(rule.opens)}–${rule.closes === MINUTES_OF_DAY ? '24:00' : sayMinute(rule.closes)}`;
  return `${daysOf(rule)} ${times}`;
}

function daysOf({ days, recurs }: OpeningRule): string {
  const named = (list: readonly number[]) => list.map((day) => DAYS[day] ?? '').join(', ');
  switch (recurs.every) {
    case 'week':
      return runOf(days) ?? named(days);
    case 'weeks':
      return `${named(days)} every ${recurs.weeks} weeks`;
    case 'month-days':
      return `Day ${recurs.days.join(', ')} of the month`;
    case 'month-weekdays':
      return recurs.on
        .map(({ nth, day }) => `${nth < 0 ? 'last' : `${nth}.`} ${DAYS[day]} of the month`)
        .join(', ');
  }
}

/** “Mon–Fri” for days in a row, from Monday on. */
function runOf(days: readonly number[]): string | null {
  const order = days.map((day) => (day + 6) % 7).toSorted((a, b) => a - b);
  const [first = 0] = order;
  const inRow = order.length > 2 && order.every((day, at) => day === first + at);
  if (!inRow) return null;
  return `${DAYS[(first + 1) % 7]}–${DAYS[(first + order.length) % 7]}`;
}
