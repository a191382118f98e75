import { changesAhead, inOrder, type Shift } from './shift.ts';
import type { ShiftId, UnitId } from '../lib/brand.ts';
import { evolveUnit, type DutyChange, type UnitEvent } from '../unit/unit-events.ts';
import { missingRoles, type Unit } from '../unit/unit.ts';

type DutyEvent = Extract<UnitEvent, { type: 'unit.duty-changed' }>;

/** The roles a unit needs to be in service: nobody knows them for a team the policy does not have. */
export type RequiredRoles = (unit: Unit) => readonly string[];

export interface Duty {
  readonly name: string;
  readonly role: string;
  readonly onDuty: boolean;
  readonly why: DutyChange;
  readonly reason: string | null;
  /** The planned change it is; null when a person said so. */
  readonly planned: { readonly shiftId: ShiftId; readonly due: string } | null;
}

/** A person of a unit comes on or goes off duty, with the required roles this leaves unfilled. */
export function changeDuty(unit: Unit, duty: Duty, required: readonly string[]): DutyEvent {
  const { name, role, onDuty, why, reason, planned } = duty;
  const event = {
    type: 'unit.duty-changed',
    unitId: unit.unitId,
    incidentId: unit.incidentId,
    name,
    role,
    onDuty,
    why,
    reason,
    shiftId: planned?.shiftId ?? null,
    due: planned?.due ?? null,
  } as const;
  const before = missingRoles(unit, required);
  // Neither the time nor what is missing changes who is on duty.
  const after = evolveUnit(unit, { ...event, missing: [] }, '') ?? unit;
  const missing = missingRoles(after, required).filter((each) => !before.includes(each));
  return { ...event, missing };
}

/**
 * Every planned change up to `now` (ISO) that nobody has written yet, in the order it was due: each
 * once, however long the computer was off. A crew that is on an incident puts its break off.
 */
export function dutyPassed(
  shifts: readonly Shift[],
  units: readonly Unit[],
  required: RequiredRoles,
  now: string,
): DutyEvent[] {
  const passed = shifts.flatMap((shift) =>
    changesAhead(shift)
      .filter(({ at }) => at <= now)
      .map((boundary) => ({ ...boundary, shift })),
  );
  const known = new Map<UnitId, Unit>(units.map((unit) => [unit.unitId, unit]));
  return inOrder(passed).flatMap(({ shift, at, onDuty, why }) => {
    const unit = known.get(shift.unitId);
    if (unit === undefined) return [];
    const putOff = why === 'break-began' && unit.incidentId !== null;
    const { name, role, shiftId } = shift;
    const duty: Duty = {
      name,
      role,
      onDuty: onDuty || putOff,
      why: putOff ? 'break-put-off' : why,
      reason: null,
      planned: { shiftId, due: at },
    };
    const event = changeDuty(unit, duty, required(unit));
    known.set(shift.unitId, evolveUnit(unit, event, now) ?? unit);
    return [event];
  });
}

/** The next time by plan at which a required role is left unfilled. */
export interface CrewGapAhead {
  readonly at: string;
  readonly roles: readonly string[];
  /** Whether somebody goes for a break or for good. */
  readonly why: 'break-began' | 'shift-ended';
}

/**
 * Null while nothing planned leaves a gap; a role that is unfilled already is no news. Read for every row
 * of the board, so it counts heads and folds no unit.
 */
export function gapAhead(
  unit: Pick<Unit, 'crew'>,
  shifts: readonly Shift[],
  required: readonly string[],
): CrewGapAhead | null {
  let soonest: CrewGapAhead | null = null;
  for (const role of required) {
    const there = new Set<string>();
    for (const member of unit.crew)
      if (member.onDuty && member.role === role) there.add(member.name);
    const ahead = shifts
      .filter((shift) => shift.role === role)
      .flatMap((shift) => changesAhead(shift).map((change) => ({ ...change, name: shift.name })));
    for (const { at, onDuty, why, name } of inOrder(ahead)) {
      if (soonest !== null && at >= soonest.at) break;
      if (onDuty) there.add(name);
      else if (
        there.delete(name) &&
        there.size === 0 &&
        (why === 'break-began' || why === 'shift-ended')
      )
        soonest = { at, roles: [role], why };
    }
  }
  return soonest;
}
