import { deskStore } from './desk-store.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The center's wall clock, 24 hours: "14:07" or "14:07:31". A window elsewhere still shows the center's. */
export function wallTime(at: string | number, seconds = false): string {
  const zone = deskStore.getState().hello?.center?.timeZone;
  const key = `${zone ?? ''} ${String(seconds)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = makeFormat(zone, seconds);
    formats.set(key, format);
  }
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '–' : format.format(date);
}

function makeFormat(zone: string | undefined, seconds: boolean): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(seconds ? { second: '2-digit' } : {}),
  };
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, ...(zone ? { timeZone: zone } : {}) });
  } catch {
    // A zone this machine does not know: its own clock is better than none.
    return new Intl.DateTimeFormat('en-US', options);
  }
}
