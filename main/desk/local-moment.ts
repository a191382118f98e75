import type { LocalMoment } from '#shared/unit/availability.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The minute read last: every command asks, and the answer changes once a minute. */
let last: { readonly zone: string; readonly minute: number; readonly moment: LocalMoment } | null =
  null;

/** The center's wall clock at an instant: hours of teams are read in it. */
export function localMoment(instant: Date, timeZone: string): LocalMoment {
  const minute = Math.floor(instant.getTime() / 60_000);
  if (last === null || last.zone !== timeZone || last.minute !== minute)
    last = { zone: timeZone, minute, moment: read(instant, timeZone) };
  return last.moment;
}

function read(instant: Date, timeZone: string): LocalMoment {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(instant).map((each) => [each.type, each.value]),
  );
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    day: DAYS.indexOf(part['weekday'] ?? ''),
    minute: Number(part['hour']) * 60 + Number(part['minute']),
  };
}

/** “2026-03-03 14:02” on the center's wall clock. */
export function dayAndTime(instant: string, timeZone: string): string {
  const { date, minute } = localMoment(new Date(instant), timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const times = new Map<string, Intl.DateTimeFormat>();

/** “14:02:10” on the center's wall clock. */
export function wallTime(instant: Date, timeZone: string): string {
  let format = times.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' });
    times.set(timeZone, format);
  }
  return format.format(instant);
}
