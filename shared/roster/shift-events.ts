import { boundariesOf, type PlannedShift, type Shift } from './shift.ts';
import type { ShiftId, UnitId } from '../lib/brand.ts';

export type ShiftEvent =
  | ({ readonly type: 'shift.planned'; readonly shiftId: ShiftId } & PlannedShift)
  /** The whole shift as it is planned now. A person who had been called off comes after all. */
  | ({ readonly type: 'shift.changed'; readonly shiftId: ShiftId } & PlannedShift)
  | {
      readonly type: 'shift.called-off';
      readonly shiftId: ShiftId;
      readonly unitId: UnitId;
      readonly reason: string;
    }
  | {
      readonly type: 'shift.removed';
      readonly shiftId: ShiftId;
      readonly unitId: UnitId;
    };

/** `at` is the ISO instant the event was written. */
export function evolveShift(shift: Shift | null, event: ShiftEvent, at: string): Shift | null {
  switch (event.type) {
    case 'shift.planned':
    case 'shift.changed': {
      const { shiftId, unitId, role, name, from, to, breaks } = event;
      const planned = { shiftId, unitId, role, name, from, to, breaks };
      // What lay behind when it was planned was said with it, and is not said again.
      const behind = boundariesOf(planned).filter((boundary) => boundary.at <= at);
      return { ...planned, calledOff: null, reached: behind.at(-1)?.at ?? null };
    }
    case 'shift.called-off':
      return shift && { ...shift, calledOff: event.reason };
    case 'shift.removed':
      return null;
  }
}

/** After the watch has written one of its planned changes. A clock that is set back undoes nothing. */
export function reachedBy(shift: Shift, due: string): Shift {
  return shift.reached !== null && shift.reached >= due ? shift : { ...shift, reached: due };
}
