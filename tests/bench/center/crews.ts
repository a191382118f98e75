import type { CenterOnShift } from './center-on-shift.ts';
import { shiftsOfUnit } from '#db/board/shifts-projection.ts';
import { allUnits, findUnit } from '#db/board/units-projection.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { ShiftId, UnitId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const SHIFT_HOURS = 8;
/** One after the other: longer than a day, whenever the first of them ends. */
const TURNS = ['', ', relief', ', night', ', morning', ', noon'];

/** Nobody is planned any more: whoever is on duty stays, however long the play takes. */
export function stayOnDuty({ desk }: CenterOnShift): void {
  const now = desk.now().toISOString();
  const planned = allUnits(desk.db).flatMap(({ unitId }) => shiftsOfUnit(desk.db, unitId, now));
  const removed = planned.map(({ shiftId, unitId }): NewEvent => {
    return { type: 'shift.removed', shiftId, unitId };
  });
  if (removed.length > 0) desk.record(removed, DESK_OPERATOR);
}

/** Plans the crews of these units and those who relieve them, for more than a day and without a gap. */
export function planShifts({ desk }: CenterOnShift, units: readonly UnitId[]): void {
  const now = desk.now().getTime();
  for (const [place, unitId] of units.entries()) {
    const crew = findUnit(desk.db, unitId)?.crew ?? [];
    const events = crew.flatMap(({ name, role }, mate) => {
      // Not all at once: mates come from agencies with other hours.
      const ends = now + (1 + ((place + 3 * mate) % SHIFT_HOURS)) * 3_600_000;
      return TURNS.map((turn, at): NewEvent => {
        const to = ends + at * SHIFT_HOURS * 3_600_000;
        const span = { from: iso(to - SHIFT_HOURS * 3_600_000), to: iso(to), breaks: [] };
        const shiftId = `${unitId} ${role} ${at}` as ShiftId;
        return { type: 'shift.planned', shiftId, unitId, role, name: `${name}${turn}`, ...span };
      });
    });
    desk.record(events, DESK_OPERATOR);
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
