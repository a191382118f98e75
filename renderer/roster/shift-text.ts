import type { Input } from '#shared/contract/console-contract.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { readWallShift } from '#shared/roster/roster-file.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';

/** A shift as it is typed. */
export interface ShiftText {
  readonly name: string;
  readonly role: string | null;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly overnight: boolean;
  readonly breaks: string;
}

export type ShiftField = 'name' | 'role' | 'date' | 'from' | 'to' | 'breaks';

/** A sentence that stands beside its field. */
export interface FieldFault {
  readonly field: ShiftField;
  readonly because: string;
}

type Plan = Omit<Input<'shift.plan'>, 'unitId'>;

/** What the fields come to, or the first of them that cannot be read. */
export function readShift(text: ShiftText): Plan | FieldFault {
  const { date, overnight } = text;
  const name = text.name.trim();
  if (name === '') return { field: 'name', because: 'Say who works this shift.' };
  if (text.role === null) return { field: 'role', because: 'Choose the role.' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    return { field: 'date', because: 'Give the day the shift begins.' };
  const [from, to] = [clock(text.from), clock(text.to)];
  if (from === null) return { field: 'from', because: 'Give the time as 15:00.' };
  if (to === null) return { field: 'to', because: 'Give the time as 23:00.' };
  if (!overnight && to <= from)
    return {
      field: 'to',
      because: `${to} is not after ${from}. Correct the time, or mark that it ends on the next day.`,
    };
  const read = readWallShift(
    `${date} ${from}`,
    `${overnight ? dayAfter(date, 1) : date} ${to}`,
    text.breaks,
  );
  if ('why' in read) return { field: 'breaks', because: read.why };
  return { name, role: text.role, from: read.from, to: read.to, breaks: [...read.breaks] };
}

/** "7:30", "0730" and "07:30" are one time; null for what no clock shows. */
function clock(text: string): string | null {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(text.trim());
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour > 23 || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${found[2]}`;
}

const ABOUT: Readonly<Record<string, ShiftField>> = {
  'no-name': 'name',
  'works-elsewhere': 'name',
  'unknown-role': 'role',
  'no-such-time': 'from',
  'ends-before-it-begins': 'to',
  'too-long': 'to',
  'already-over': 'to',
  'break-outside': 'breaks',
};

/** The desk's refusal at the field it is about; null when it is about none. */
export function aboutField(refusal: Refusal | null): FieldFault | null {
  const field = refusal === null ? undefined : ABOUT[refusal.refused];
  return refusal === null || field === undefined ? null : { field, because: refusal.because };
}
