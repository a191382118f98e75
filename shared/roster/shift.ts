import type { ShiftId, UnitId } from '../lib/brand.ts';

/** From an ISO instant until another, later one. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a person is planned to do: a role on a unit, from when to when, with breaks of their own. */
export interface PlannedShift extends Span {
  readonly unitId: UnitId;
  readonly role: string;
  readonly name: string;
  /** In order, apart from each other, within the shift. */
  readonly breaks: readonly Span[];
}

export interface Shift extends PlannedShift {
  readonly shiftId: ShiftId;
  /** Why the person does not come; null when they do. */
  readonly calledOff: string | null;
  /** The last of its planned changes that is behind us, an ISO instant; null before the first. */
  readonly reached: string | null;
}

export type PlannedChange = 'shift-began' | 'shift-ended' | 'break-began' | 'break-ended';

/** A moment at which a person comes on or goes off duty by plan. */
export interface Boundary {
  readonly at: string;
  readonly onDuty: boolean;
  readonly why: PlannedChange;
}

/** Nobody is planned for longer: a shift over several days is a slip of the pen. */
export const LONGEST_SHIFT_HOURS = 24;

/** So long before a required role is left unfilled, the unit's row says so. */
export const CREW_WARNING_MINUTES = 30;

export function boundariesOf(shift: Pick<PlannedShift, 'from' | 'to' | 'breaks'>): Boundary[] {
  return [
    { at: shift.from, onDuty: true, why: 'shift-began' },
    ...shift.breaks.flatMap(({ from, to }): Boundary[] => [
      { at: from, onDuty: false, why: 'break-began' },
      { at: to, onDuty: true, why: 'break-ended' },
    ]),
    { at: shift.to, onDuty: false, why: 'shift-ended' },
  ];
}

/** The changes that are still to come, in order. None for a person who does not come. */
export function changesAhead(shift: Shift): Boundary[] {
  if (shift.calledOff !== null) return [];
  const { reached } = shift;
  return boundariesOf(shift).filter(({ at }) => reached === null || at > reached);
}

/** Whether the plan has the person on duty at an instant. */
export function isPlannedAt(
  shift: Pick<Shift, 'from' | 'to' | 'breaks' | 'calledOff'>,
  at: string,
): boolean {
  if (shift.calledOff !== null) return false;
  return (
    boundariesOf(shift)
      .filter((boundary) => boundary.at <= at)
      .at(-1)?.onDuty ?? false
  );
}

/** What of a shift is worked: the shift without its breaks. */
export function workedSpans(shift: Pick<Shift, 'from' | 'to' | 'breaks' | 'calledOff'>): Span[] {
  if (shift.calledOff !== null) return [];
  const spans: Span[] = [];
  let from = shift.from;
  for (const pause of shift.breaks) {
    spans.push({ from, to: pause.from });
    from = pause.to;
  }
  return [...spans, { from, to: shift.to }].filter((span) => span.from < span.to);
}

export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Two ways to write one name are one person: the roster knows people by name. */
export function personKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** At one instant whoever comes is on before whoever goes is off: a hand-over leaves no gap. */
export function inOrder<T extends { readonly at: string; readonly onDuty: boolean }>(
  changes: readonly T[],
): T[] {
  return [...changes].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : Number(b.onDuty) - Number(a.onDuty),
  );
}
