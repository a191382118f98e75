import type { RosterShift, RosterUnit, RosterView } from '#shared/board/roster-view.ts';
import type { CrewGap } from '#shared/roster/coverage.ts';
import type { Span } from '#shared/roster/shift.ts';

/** The time shown, in milliseconds since the epoch. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** One thing on the picture that can be marked: a unit, a shift on it, or a gap in its crew. */
export type Cell =
  | { readonly key: string; readonly kind: 'unit'; readonly unit: RosterUnit }
  | {
      readonly key: string;
      readonly kind: 'shift';
      readonly unit: RosterUnit;
      readonly shift: RosterShift;
    }
  | {
      readonly key: string;
      readonly kind: 'gap';
      readonly unit: RosterUnit;
      readonly gap: CrewGap;
    };

/** One line of the picture: a role of a unit, with the shifts that follow each other in it. */
export interface Lane {
  readonly key: string;
  readonly unit: RosterUnit;
  /** Null for the one lane of a unit nobody is planned on. */
  readonly role: string | null;
  /** The first of its unit, and the first of its role. */
  readonly first: boolean;
  readonly named: boolean;
  /** In the order they stand; on the first lane of a unit the unit itself comes first. */
  readonly cells: readonly Cell[];
}

/** The lanes of what touches the time shown, in milliseconds. */
export function lanesOf(view: RosterView, { from, to }: Scale): Lane[] {
  const touches = (span: Span) => Date.parse(span.from) < to && Date.parse(span.to) > from;
  return view.units.flatMap((unit) =>
    lanesOfUnit({
      ...unit,
      shifts: unit.shifts.filter(touches),
      gaps: unit.gaps.filter(touches),
    }),
  );
}

function lanesOfUnit(unit: RosterUnit): Lane[] {
  const own: Cell = { key: `unit ${unit.unitId}`, kind: 'unit', unit };
  if (unit.shifts.length === 0)
    return [{ key: unit.unitId, unit, role: null, first: true, named: true, cells: [own] }];
  const roles = [...new Set([...unit.requiredRoles, ...unit.shifts.map(({ role }) => role)])];
  const rows = roles.flatMap((role) => {
    const gaps = unit.gaps.filter((gap) => gap.role === role);
    return rowsOf(unit.shifts.filter((shift) => shift.role === role)).map((shifts, at) => ({
      role,
      named: at === 0,
      cells: inOrder([
        ...shifts.map((shift): Cell => ({ key: shift.shiftId, kind: 'shift', unit, shift })),
        ...(at === 0 ? gaps : []).map((gap): Cell => ({
          key: `gap ${unit.unitId} ${role} ${gap.from}`,
          kind: 'gap',
          unit,
          gap,
        })),
      ]),
    }));
  });
  return rows.map(({ role, named, cells }, at) => ({
    key: `${unit.unitId} ${role} ${at}`,
    unit,
    role,
    first: at === 0,
    named,
    cells: at === 0 ? [own, ...cells] : cells,
  }));
}

/** Who comes above, with the gaps; whoever does not come below, so that the gap stays to be seen. */
function rowsOf(shifts: readonly RosterShift[]): RosterShift[][] {
  const coming = apart(shifts.filter(({ calledOff }) => calledOff === null));
  const away = apart(shifts.filter(({ calledOff }) => calledOff !== null));
  return [...(coming.length === 0 ? [[]] : coming), ...away];
}

/** As few rows as it takes so that no two shifts of one row overlap. */
function apart(shifts: readonly RosterShift[]): RosterShift[][] {
  const rows: RosterShift[][] = [];
  for (const shift of [...shifts].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const row = rows.find((each) => (each.at(-1)?.to ?? '') <= shift.from);
    if (row === undefined) rows.push([shift]);
    else row.push(shift);
  }
  return rows;
}

export function spanOf(cell: Cell): Span | null {
  if (cell.kind === 'unit') return null;
  return cell.kind === 'shift' ? cell.shift : cell.gap;
}

function inOrder(cells: readonly Cell[]): Cell[] {
  return [...cells].sort((a, b) => ((spanOf(a)?.from ?? '') < (spanOf(b)?.from ?? '') ? -1 : 1));
}

export function findCell(lanes: readonly Lane[], key: string | null): Cell | null {
  for (const lane of lanes) for (const cell of lane.cells) if (cell.key === key) return cell;
  return null;
}

export type Step = 'above' | 'below' | 'left' | 'right';

/** Where a step leads: within the line to its neighbour, to another line where it is nearest in time. */
export function stepFrom(lanes: readonly Lane[], key: string | null, step: Step): string | null {
  const row = lanes.findIndex(({ cells }) => cells.some((cell) => cell.key === key));
  const lane = lanes[row];
  if (lane === undefined) return lanes[0]?.cells[0]?.key ?? null;
  const column = lane.cells.findIndex((cell) => cell.key === key);
  const cell = lane.cells[column];
  if (step === 'left' || step === 'right')
    return lane.cells[column + (step === 'right' ? 1 : -1)]?.key ?? key;
  const way = step === 'below' ? 1 : -1;
  for (let at = row + way; at >= 0 && at < lanes.length; at += way) {
    const next = lanes[at];
    // From a unit one goes from unit to unit.
    const found =
      cell?.kind === 'unit'
        ? next?.cells.find(({ kind }) => kind === 'unit')
        : next && nearest(next.cells, cell);
    if (found !== undefined) return found.key;
  }
  return key;
}

function nearest(cells: readonly Cell[], cell: Cell | undefined): Cell | undefined {
  const middle = (span: { from: string; to: string } | null) =>
    span === null ? -Infinity : (Date.parse(span.from) + Date.parse(span.to)) / 2;
  const here = middle(cell === undefined ? null : spanOf(cell));
  const timed = cells.filter(({ kind }) => kind !== 'unit');
  const among = timed.length === 0 ? cells : timed;
  return [...among].sort(
    (a, b) => Math.abs(middle(spanOf(a)) - here) - Math.abs(middle(spanOf(b)) - here),
  )[0];
}

/** The first gap after the marked cell, round and round; null when no crew has one. */
export function nextGap(lanes: readonly Lane[], key: string | null): string | null {
  const cells = lanes.flatMap((lane) => lane.cells);
  const at = cells.findIndex((cell) => cell.key === key);
  const round = [...cells.slice(at + 1), ...cells.slice(0, at + 1)];
  return round.find(({ kind }) => kind === 'gap')?.key ?? null;
}
