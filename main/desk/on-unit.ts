import { done } from './answer.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { Unit } from '#shared/unit/unit.ts';

/** A command on one unit: load it, let the domain decide, write, all in one transaction. */
export function onUnit<Input extends { readonly unitId: UnitId }>(
  core: DeskCore,
  decide: (unit: Unit, input: Input, context: DecideContext) => readonly NewEvent[] | Refusal,
): (input: Input, session: Session) => Done | Refusal {
  return (input, session) => {
    const by = operatorOf(session).operatorId;
    const outcome = core.commit(by, () => {
      const unit = findUnit(core.db, input.unitId);
      return unit === null ? noSuchUnit(input.unitId) : decide(unit, input, core.context(by));
    });
    return done(core, outcome);
  };
}

export function noSuchUnit(unitId: UnitId): Refusal {
  return refuse('no-unit', `There is no unit ${unitId} on this board.`);
}
