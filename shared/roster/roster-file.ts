import { csvText } from '../lib/csv-line.ts';
import { dayAfter, wallInZone } from './zone-moment.ts';
import type { PlannedShift } from './shift.ts';

/** The columns of a roster file, in any order; breaks may be left out. */
export const ROSTER_COLUMNS = ['unit', 'role', 'name', 'from', 'to', 'breaks'] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** A shift by the center's clock: 2026-03-08T15:00. */
export interface WallSpan {
  readonly from: string;
  readonly to: string;
}
export interface WallShift extends WallSpan {
  readonly breaks: readonly WallSpan[];
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/;
const BREAK = /^(\d{2}:\d{2}) ?[-–] ?(\d{2}:\d{2})$/;

/** Where each column stands in the header line, or what the header lacks. */
export function columnsOf(
  header: readonly string[],
): ReadonlyMap<RosterColumn, number> | { readonly why: string } {
  const names = header.map((field) => field.trim().toLowerCase());
  const places = new Map(ROSTER_COLUMNS.map((name) => [name, names.indexOf(name)] as const));
  const missing = ROSTER_COLUMNS.filter((name) => name !== 'breaks' && places.get(name) === -1);
  if (missing.length === 0) return places;
  return {
    why: `The header does not name ${missing.join(', ')}. Its first line has to be ${ROSTER_COLUMNS.join(',')}.`,
  };
}

/** The times of one row, or the sentence why they cannot be read. */
export function readWallShift(
  from: string,
  to: string,
  breaks: string,
): WallShift | { readonly why: string } {
  const [begins, ends] = [readMoment(from), readMoment(to)];
  if (begins === null) return { why: `“${shown(from)}” is no time like 2026-03-08 15:00.` };
  if (ends === null) return { why: `“${shown(to)}” is no time like 2026-03-08 23:00.` };
  const spans: WallSpan[] = [];
  for (const part of breaks.split(';')) {
    if (part.trim() === '') continue;
    const found = BREAK.exec(part.trim());
    if (found === null) return { why: `“${shown(part)}” is no break like 18:30-19:00.` };
    const start = onOrAfter(begins, found[1] ?? '');
    spans.push({ from: start, to: onOrAfter(start, found[2] ?? '') });
  }
  return { from: begins, to: ends, breaks: spans };
}

/** The first time the clock shows `time` from `moment` on: a break after midnight is on the next day. */
export function onOrAfter(moment: string, time: string): string {
  const date = moment.slice(0, 10);
  const same = `${date}T${time}`;
  return same >= moment ? same : `${dayAfter(date, 1)}T${time}`;
}

function readMoment(text: string): string | null {
  const found = MOMENT.exec(text.trim());
  return found === null ? null : `${found[1]}T${found[2]}`;
}

function shown(text: string): string {
  return text.trim().slice(0, 30);
}

/** Shifts as a roster file writes them, in the center's wall time: what is written can be read again. */
export function rosterFile(shifts: readonly PlannedShift[], timeZone: string): string {
  const wall = (instant: string) => wallInZone(timeZone, Date.parse(instant)).replace('T', ' ');
  const rows = shifts.map(({ unitId, role, name, from, to, breaks }) => {
    const pauses = breaks.map((each) => `${wall(each.from).slice(11)}-${wall(each.to).slice(11)}`);
    return [unitId, role, name, wall(from), wall(to), pauses.join('; ')];
  });
  return csvText([ROSTER_COLUMNS, ...rows]);
}
