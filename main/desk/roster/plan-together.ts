import type { DeskCore } from '../desk-core.ts';
import { shiftContext } from './planning.ts';
import { shiftsOfPerson } from '#db/board/shifts-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { ShiftId, UnitId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { planShift } from '#shared/roster/decide-shift.ts';
import { evolveShift } from '#shared/roster/shift-events.ts';
import { personKey, type PlannedShift, type Shift } from '#shared/roster/shift.ts';
import { evolveUnit, type UnitEvent } from '#shared/unit/unit-events.ts';
import type { Unit } from '#shared/unit/unit.ts';

/** `known`: it is on the roster as it is. `over`: it would have ended by now. */
export type Together = 'planned' | 'known' | 'over' | Refusal;

/** Plans many shifts as one: each is judged by the roster and by those before it. Nothing is written yet. */
export class PlanTogether {
  readonly events: NewEvent[] = [];
  readonly #core: DeskCore;
  readonly #context;
  readonly #planned = new Map<string, Shift[]>();
  readonly #units = new Map<UnitId, Unit>();

  constructor(core: DeskCore) {
    this.#core = core;
    this.#context = { ...shiftContext(core), othersOf: (name: string) => this.#othersOf(name) };
  }

  add(plan: PlannedShift): Together {
    const { now } = this.#context;
    const unit = this.#units.get(plan.unitId) ?? findUnit(this.#core.db, plan.unitId);
    if (unit === null) return refuse('no-unit', `There is no unit ${plan.unitId} on this board.`);
    if (plan.to > plan.from && plan.to <= now) return 'over';
    if (this.#othersOf(plan.name).some((each) => isSame(each, plan))) return 'known';
    const shiftId = this.#core.options.newId() as ShiftId;
    const outcome = planShift(shiftId, plan, unit, this.#context);
    if (isRefusal(outcome)) return outcome;
    let crew = unit;
    for (const event of outcome)
      if (event.type === 'shift.planned') this.#keep(evolveShift(null, event, now));
      else crew = evolveUnit(crew, event as UnitEvent, now) ?? crew;
    this.#units.set(plan.unitId, crew);
    this.events.push(...outcome);
    return 'planned';
  }

  #othersOf(name: string): Shift[] {
    const { db } = this.#core;
    const planned = this.#planned.get(personKey(name)) ?? [];
    return [...shiftsOfPerson(db, name, this.#context.now), ...planned];
  }

  #keep(shift: Shift | null): void {
    if (shift === null) return;
    const key = personKey(shift.name);
    this.#planned.set(key, [...(this.#planned.get(key) ?? []), shift]);
  }
}

function isSame(shift: Shift, plan: PlannedShift): boolean {
  return (
    shift.unitId === plan.unitId &&
    shift.role === plan.role &&
    shift.from === plan.from &&
    shift.to === plan.to &&
    JSON.stringify(shift.breaks) === JSON.stringify(plan.breaks)
  );
}
