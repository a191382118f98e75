import { createContext, useContext } from 'react';

/** The center's zone and when the kit was printed: it is read on that wall clock, wherever it was printed. */
export interface PaperClock {
  readonly timeZone: string;
  readonly printedAt: string;
}

export const Clock = createContext<PaperClock>({ timeZone: 'UTC', printedAt: '' });

/** "12:07" on the day of the print, else "02 Mar, 12:07". */
export function usePaperTime(): (at: string) => string {
  const { timeZone, printedAt } = useContext(Clock);
  const today = dayIn(printedAt, timeZone);
  return (at) => {
    const day = dayIn(at, timeZone);
    const minute = minuteIn(at, timeZone);
    return day === today ? minute : `${day}, ${minute}`;
  };
}

export function dateTimeIn(at: string, timeZone: string): string {
  return `${dayIn(at, timeZone)}, ${minuteIn(at, timeZone)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(at: string, timeZone: string): string {
  return formatted(at, timeZone, { day: '2-digit', month: 'short' });
}

function minuteIn(at: string, timeZone: string): string {
  return formatted(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

function formatted(at: string, timeZone: string, parts: Intl.DateTimeFormatOptions): string {
  const key = `${timeZone} ${Object.keys(parts).join()}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone });
    formats.set(key, format);
  }
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : format.format(date);
}
