import { deskStore } from './desk-store.ts';

const DAY_MS = 86_400_000;
const WORDS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});

/** The center's ISO date at `at`, in milliseconds since the epoch. */
export function centerDate(at: number): string {
  const zone = deskStore.getState().hello?.center?.timeZone;
  // Canada writes dates the ISO way.
  return new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(at);
}

/** "Mar 3, 2026": the day an instant falls on in the center. */
export function dayWords(instant: string): string {
  return dateWords(centerDate(Date.parse(instant)));
}

/** The ISO date so many days later. */
export function daysAfter(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * DAY_MS).toISOString().slice(0, 10);
}

/** "Mar 3, 2026" of an ISO date; the text itself when it is none. */
export function dateWords(isoDate: string): string {
  const at = Date.parse(isoDate);
  return Number.isNaN(at) ? isoDate : WORDS.format(at);
}
