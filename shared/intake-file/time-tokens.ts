import { excerpt, wrongDate, wrongTime } from './wall-clock.ts';

/** One piece of a pattern: a part of a time, or text that stands there. */
export interface TimeToken {
  readonly name: string;
  /** Under which it is found, however many digits it has; null of text. */
  readonly part: keyof Found | null;
  readonly example: string;
}

/** The parts a text has. Each has its place from the beginning: a file has millions of times. */
interface Found {
  YYYY: string | undefined;
  YY: string | undefined;
  MMM: string | undefined;
  M: string | undefined;
  D: string | undefined;
  H: string | undefined;
  h: string | undefined;
  m: string | undefined;
  s: string | undefined;
  f: string | undefined;
  A: string | undefined;
  Z: string | undefined;
}

/** The parts of a time a text named; what it did not name is null. */
export interface Written {
  /** `2025-08-24` */
  readonly date: string | null;
  readonly clock: { readonly ms: number; readonly grain: number; readonly text: string } | null;
  readonly offsetMinutes: number | null;
}

/** How many digits a part has, least and most, and what it looks like. */
const PARTS: Readonly<Record<string, readonly [least: number, most: number, example: string]>> = {
  YYYY: [4, 4, '2025'],
  YY: [2, 2, '25'],
  MMM: [0, 0, 'Aug'],
  MM: [2, 2, '08'],
  M: [1, 2, '8'],
  DD: [2, 2, '24'],
  D: [1, 2, '24'],
  HH: [2, 2, '00'],
  H: [1, 2, '0'],
  hh: [2, 2, '12'],
  h: [1, 2, '12'],
  mm: [2, 2, '07'],
  m: [1, 2, '7'],
  ss: [2, 2, '06'],
  s: [1, 2, '6'],
  f: [1, 9, '81'],
  A: [0, 0, 'AM'],
  Z: [0, 0, 'Z'],
};
const SAME: Readonly<Record<string, keyof Found>> = {
  MM: 'M',
  DD: 'D',
  HH: 'H',
  hh: 'h',
  mm: 'm',
  ss: 's',
};
/** The longest first: `MMM` is not `MM` and `M`. */
const NAMES = Object.keys(PARTS).sort((a, b) => b.length - a.length);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Two-digit years up to this one are read as 20xx; above it nobody can tell the century. */
const LAST_SHORT_YEAR = 29;

/**
 * The pieces of a pattern such as `M/D/YYYY h:mm A`, or why it is none. Letters that are no part of a time
 * stand in brackets: `YYYY-MM-DD[T]HH:mm`.
 */
export function tokensOf(pattern: string): readonly TimeToken[] | { readonly why: string } {
  const tokens: TimeToken[] = [];
  let at = 0;
  while (at < pattern.length) {
    const name = NAMES.find((each) => pattern.startsWith(each, at));
    const sign = pattern[at] ?? '';
    if (name !== undefined) {
      const part = SAME[name] ?? (name as keyof Found);
      tokens.push({ name, part, example: PARTS[name]?.[2] ?? '' });
      at += name.length;
    } else if (sign === '[') {
      const end = pattern.indexOf(']', at);
      if (end === -1) return { why: 'opens a bracket and never closes it' };
      tokens.push({ name: '', part: null, example: pattern.slice(at + 1, end) });
      at = end + 1;
    } else if (/[A-Za-z]/.test(sign)) {
      return { why: `has the letter ${sign}, which is no part of a time; put it in brackets` };
    } else {
      tokens.push({ name: '', part: null, example: sign });
      at += 1;
    }
  }
  const why = unfit(tokens.map(({ name }) => name).filter((name) => name !== ''));
  return why === null ? tokens : { why };
}

function unfit(names: readonly string[]): string | null {
  const kinds = names.map(kindOf);
  const twice = kinds.find((kind, at) => kinds.indexOf(kind) < at);
  if (twice !== undefined) return `says the ${twice} twice`;
  const has = (kind: string) => kinds.includes(kind);
  const dateParts = ['year', 'month', 'day'].filter(has).length;
  if (dateParts !== 0 && dateParts !== 3) return 'needs year, month and day, or none of them';
  if (has('hour') !== has('minute')) return 'needs hour and minute, or neither';
  if (dateParts === 0 && !has('hour')) return 'names neither a day nor an hour';
  if ((names.includes('h') || names.includes('hh')) !== has('half'))
    return 'needs h and A together: a clock of twelve hours says AM or PM';
  if ((has('second') && !has('minute')) || (has('fraction') && !has('second')))
    return 'has a part without the coarser one before it';
  return null;
}

function kindOf(name: string): string {
  const kinds = { Y: 'year', M: 'month', D: 'day', H: 'hour', h: 'hour', m: 'minute', s: 'second' };
  const others = { f: 'fraction', A: 'half', Z: 'offset' };
  return { ...kinds, ...others }[name[0] ?? ''] ?? name;
}

/**
 * A text by the pieces of a pattern: its parts, `why` when they are of the shape and cannot be, null when
 * the text has another shape. Runs through the text once.
 */
export function readStampLike(
  tokens: readonly TimeToken[],
  text: string,
  earliestYear?: number,
): Written | { readonly why: string } | null {
  const found = nothingFound();
  let at = skipBlanks(text, 0);
  for (let index = 0; index < tokens.length; index += 1) {
    const { name, part, example } = tokens[index] as TimeToken;
    if (part === null) {
      const after = passOver(text, at, example, tokens[index + 1]?.name === 'A');
      if (after === null) return null;
      at = after;
      continue;
    }
    const end = endOfPart(text, at, name);
    if (end === null) return null;
    found[part] = text.slice(at, end);
    at = end;
  }
  if (skipBlanks(text, at) !== text.length) return null;
  return writtenOf(found, text, earliestYear);
}

function nothingFound(): Found {
  const none = undefined;
  return {
    YYYY: none,
    YY: none,
    MMM: none,
    M: none,
    D: none,
    H: none,
    h: none,
    m: none,
    s: none,
    f: none,
    A: none,
    Z: none,
  };
}

/** Behind the text that has to stand there; a blank stands for any run of them, before AM also for none. */
function passOver(text: string, at: number, wanted: string, mayBeNone: boolean): number | null {
  if (wanted !== ' ') return text.startsWith(wanted, at) ? at + wanted.length : null;
  const after = skipBlanks(text, at);
  return after === at && !mayBeNone ? null : after;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

function endOfPart(text: string, at: number, name: string): number | null {
  if (name === 'MMM') {
    const known = MONTHS.includes(text.slice(at, at + 3).toLowerCase());
    return known ? at + 3 : null;
  }
  if (name === 'A') {
    const half = /^[ap]\.?m\.?/i.exec(text.slice(at, at + 4))?.[0];
    return half === undefined ? null : at + half.length;
  }
  if (name === 'Z') {
    const offset = /^(?:Z|[+-]\d{2}:?\d{2})/i.exec(text.slice(at, at + 6))?.[0];
    return offset === undefined ? null : at + offset.length;
  }
  const [least = 1, most = 1] = PARTS[name] ?? [];
  let end = at;
  while (end < text.length && end - at < most && isDigit(text, end)) end += 1;
  return end - at < least ? null : end;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function writtenOf(
  found: Found,
  text: string,
  earliestYear: number | undefined,
): Written | { readonly why: string } {
  const shortYear = found.YY;
  if (shortYear !== undefined && Number(shortYear) > LAST_SHORT_YEAR)
    return { why: `has the two-digit year ${shortYear}, whose century nobody can tell` };
  const year = found.YYYY ?? (shortYear === undefined ? undefined : `20${shortYear}`);
  const month = monthOf(found.MMM) ?? found.M;
  const wrongDay =
    year === undefined
      ? null
      : wrongDate(Number(year), Number(month), Number(found.D), earliestYear);
  if (wrongDay !== null) return { why: `${wrongDay}${excerpt(text)}` };
  const date = year === undefined ? null : `${year}-${two(month)}-${two(found.D)}`;
  const clock = clockOf(found);
  if (clock !== null && 'why' in clock) return { why: `${clock.why}${excerpt(text)}` };
  return { date, clock, offsetMinutes: found.Z === undefined ? null : minutesOf(found.Z) };
}

function clockOf({
  H: hour24,
  h: hour12,
  A: half,
  m: minute,
  s: second,
  f: fraction,
}: Found): NonNullable<Written['clock']> | { readonly why: string } | null {
  if (minute === undefined) return null;
  if (hour12 !== undefined && (Number(hour12) < 1 || Number(hour12) > 12))
    return { why: `has hour ${hour12} on a twelve-hour clock` };
  const hour =
    hour12 === undefined
      ? Number(hour24)
      : (Number(hour12) % 12) + (half?.toUpperCase().startsWith('P') === true ? 12 : 0);
  const why = wrongTime(hour, Number(minute), Number(second ?? 0));
  if (why !== null) return { why };
  const fine = fraction === undefined || /^0+$/.test(fraction) ? '' : `.${fraction}`;
  const millis = fine === '' ? 0 : Math.floor(Number(`0${fine}`) * 1000);
  const text = `${two(hour)}:${two(minute)}${second === undefined ? '' : `:${two(second)}${fine}`}`;
  return {
    ms: ((hour * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000 + millis,
    grain: second === undefined ? 60_000 : fine === '' ? 1000 : 1,
    text,
  };
}

/** Minutes by which the clock is ahead of UTC, of `Z`, `-06:00` or `-0600`. */
export function minutesOf(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return offset.startsWith('-') ? -minutes : minutes;
}

function monthOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function two(value: string | number | undefined): string {
  const text = String(value);
  return text.length === 1 ? `0${text}` : text;
}
