import { deskStore } from './desk-store.ts';
import { wallTime } from './wall-time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The center's wall clock with as much of the date as it takes: "18:00" on the day of `now`, else
 * "Aug 3, 18:00", and with the year in another year. `now` is in milliseconds since the epoch.
 */
export function wallDateTime(at: string, now: number): string {
  const time = wallTime(at);
  if (Number.isNaN(Date.parse(at))) return time;
  const day = dayOf(Date.parse(at));
  const today = dayOf(now);
  if (day === today) return time;
  const sameYear = day.slice(-4) === today.slice(-4);
  return `${sameYear ? day.slice(0, -', 2026'.length) : day}, ${time}`;
}

function dayOf(at: number): string {
  const zone = deskStore.getState().hello?.center?.timeZone ?? '';
  let format = formats.get(zone);
  if (format === undefined) {
    format = makeFormat(zone);
    formats.set(zone, format);
  }
  return format.format(at);
}

function makeFormat(zone: string): Intl.DateTimeFormat {
  const options = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...options,
      ...(zone === '' ? {} : { timeZone: zone }),
    });
  } catch {
    // A zone this machine does not know: its own calendar is better than none.
    return new Intl.DateTimeFormat('en-US', options);
  }
}
