import type { DeskCore } from './desk-core.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import { correctStatus } from '#shared/incident/decide-correction.ts';
import { standDown } from '#shared/incident/decide-stand-down.ts';
import { leftUnarmed } from '#shared/incident/left-unarmed.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

export type Decided = readonly NewEvent[] | Refusal;

/** What takes a unit from where it is, whoever asked for it, with what its incident has to hear then. */
export function unitsLeaving(core: DeskCore) {
  const incidentOf = (incidentId: IncidentId | null) =>
    incidentId === null ? null : findIncident(core.db, incidentId);

  /** With what has to be said when only an unarmed team stays behind. */
  const leaving = (
    unit: Unit,
    to: UnitStatus,
    decided: Decided,
    context: DecideContext,
  ): Decided => {
    const left = incidentOf(unit.incidentId);
    if (isRefusal(decided) || decided.length === 0 || left === null) return decided;
    return [...decided, ...leftUnarmed(left, unit, to, allUnits(core.db), context)];
  };

  const correct = (unit: Unit, to: UnitStatus, reason: string, context: DecideContext): Decided => {
    const incident = incidentOf(unit.incidentId ?? unit.releasedFrom);
    return leaving(unit, to, correctStatus(unit, to, reason, incident), context);
  };

  const standsDown = (unit: Unit, reason: string | null, context: DecideContext): Decided =>
    leaving(unit, 'available', standDown(incidentOf(unit.incidentId), unit, reason), context);

  return { leaving, correct, standsDown };
}
