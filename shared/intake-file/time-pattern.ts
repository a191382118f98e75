import { isUnusable, type Read } from './read.ts';
import { minutesOf, readStampLike, tokensOf, type Written } from './time-tokens.ts';
import { excerpt, readIsoStamp } from './wall-clock.ts';

/**
 * What a cell says of a time. `wall`: what a clock showed, as finely as it was written. `clock`: the same
 * without its day. `instant`: a moment in the world, which a clock of some zone shows. `day`: a day alone.
 */
export type Stamp =
  | { readonly kind: 'wall'; readonly local: string; readonly ms: number; readonly grain: number }
  | { readonly kind: 'clock'; readonly ms: number; readonly grain: number; readonly text: string }
  | { readonly kind: 'instant'; readonly ms: number; readonly grain: number }
  | { readonly kind: 'day'; readonly local: string };

export type TimeReader = (text: string) => Read<Stamp>;

/** How a text stands to one format: read, of its shape but impossible, or of another shape. */
type Tried = Read<Stamp> | null;
type Format = { readonly example: string; readonly read: (text: string) => Tried };

/** Formats that have a name, because no pattern says them. */
export const NAMED_FORMATS = [
  'iso',
  'epoch-seconds',
  'epoch-milliseconds',
  'excel-serial',
] as const;

const DAY = 86_400_000;
/** Spreadsheets count days from here on; before March 1900 they count wrong, which is no matter. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30);
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * A reader of the formats, tried in order; `why` when one of them is no format. A time that is of a format
 * and cannot be is refused with what is impossible about it.
 */
export function compileFormats(
  formats: readonly string[],
  earliestYear?: number,
): TimeReader | { readonly why: string } {
  const compiled: Format[] = [];
  for (const format of formats) {
    const one = compileFormat(format, earliestYear);
    if ('why' in one) return { why: `“${format.slice(0, 40)}” ${one.why}` };
    compiled.push(one);
  }
  return (text) => {
    let impossible: Read<Stamp> | null = null;
    for (const { read } of compiled) {
      const tried = read(text);
      if (tried === null) continue;
      if (!isUnusable(tried)) return tried;
      impossible ??= tried;
    }
    return (
      impossible ?? { why: `is not a time like ${compiled[0]?.example ?? ''}${excerpt(text)}` }
    );
  };
}

function compileFormat(
  format: string,
  earliestYear: number | undefined,
): Format | { readonly why: string } {
  switch (format) {
    case 'iso':
      return { example: '2025-08-24 00:07:06', read: readIso };
    case 'epoch-seconds':
      return { example: '1755994026', read: (text) => readEpoch(text, 1000) };
    case 'epoch-milliseconds':
      return { example: '1755994026000', read: (text) => readEpoch(text, 1) };
    case 'excel-serial':
      return { example: '45893.00493', read: readExcelSerial };
    default:
      return compilePattern(format, earliestYear);
  }
}

function compilePattern(
  pattern: string,
  earliestYear: number | undefined,
): Format | { readonly why: string } {
  const tokens = tokensOf(pattern);
  if ('why' in tokens) return tokens;
  return {
    example: tokens.map((token) => token.example).join(''),
    read: (text) => {
      const written = readStampLike(tokens, text, earliestYear);
      return written === null ? null : stampOf(written);
    },
  };
}

function stampOf(written: Written | { readonly why: string }): Read<Stamp> {
  if ('why' in written) return written;
  const { date, clock, offsetMinutes } = written;
  if (clock === null) return { value: { kind: 'day', local: date ?? '' } };
  const { ms, grain, text } = clock;
  if (date === null) return { value: { kind: 'clock', ms, grain, text } };
  const wall = midnightOf(date) + ms;
  if (offsetMinutes !== null)
    return { value: { kind: 'instant', ms: wall - offsetMinutes * 60_000, grain } };
  return { value: { kind: 'wall', local: `${date}T${text}`, ms: wall, grain } };
}

/** A file has few days and many times. */
const midnights = new Map<string, number>();
const MOST_DAYS = 10_000;

function midnightOf(date: string): number {
  let at = midnights.get(date);
  if (at === undefined) {
    at = Date.parse(date);
    if (midnights.size >= MOST_DAYS) midnights.clear();
    midnights.set(date, at);
  }
  return at;
}

const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/i;

/** ISO 8601 as it is met with: `T` or a blank, seconds or none, with an offset or without. */
function readIso(text: string): Tried {
  const trimmed = text.trim();
  const offset = trimmed.length > 16 ? OFFSET.exec(trimmed)?.[0] : undefined;
  const bare = offset === undefined ? trimmed : trimmed.slice(0, -offset.length).trimEnd();
  const read = readIsoStamp(bare);
  if (isUnusable(read)) return read.why.startsWith('is not a time') ? null : read;
  const local = read.value;
  // `2025-08-24T00:07`, `…:06` and `…:06.8100000`: a date is read to the millisecond.
  const ms = Date.parse(`${local.length === 16 ? `${local}:00` : local.slice(0, 23)}Z`);
  const grain = local.length === 16 ? 60_000 : local.length === 19 ? 1000 : 1;
  if (offset === undefined) return { value: { kind: 'wall', local, ms, grain } };
  return { value: { kind: 'instant', ms: ms - minutesOf(offset) * 60_000, grain } };
}

function readEpoch(text: string, unit: number): Tried {
  const trimmed = text.trim();
  if (!/^\d{1,16}(\.\d{1,9})?$/.test(trimmed)) return null;
  const ms = Math.round(Number(trimmed) * unit);
  if (ms < EARLIEST || ms >= LATEST) return { why: 'is outside the years 2000–2099' };
  return { value: { kind: 'instant', ms, grain: unit } };
}

/** Days and parts of a day, as a spreadsheet keeps what its clock showed; a part alone has no day. */
function readExcelSerial(text: string): Tried {
  const trimmed = text.trim();
  if (!/^\d{1,6}(\.\d{1,16})?$/.test(trimmed)) return null;
  const days = Number(trimmed);
  // Half a second: a third of a day is a number without end.
  const ms = Math.round((days * DAY) / 1000) * 1000;
  if (days < 1) {
    const iso = new Date(ms % DAY).toISOString();
    return { value: { kind: 'clock', ms: ms % DAY, grain: 1000, text: iso.slice(11, 19) } };
  }
  const wall = EXCEL_ZERO + ms;
  if (wall < EARLIEST || wall >= LATEST) return { why: 'is outside the years 2000–2099' };
  const local = new Date(wall).toISOString().slice(0, 19);
  return { value: { kind: 'wall', local, ms: wall, grain: 1000 } };
}
