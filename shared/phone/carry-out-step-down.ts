import type { StepDown } from './step-down.ts';
import type { DecideContext } from '../incident/context.ts';
import { stageUnit } from '../incident/decide-staging.ts';
import { standDown } from '../incident/decide-stand-down.ts';
import { evolveIncident, type IncidentEvent } from '../incident/incident-events.ts';
import type { Incident } from '../incident/incident.ts';
import { isArmed } from '../incident/left-unarmed.ts';
import type { UnitId } from '../lib/brand.ts';
import { isRefusal, type Refusal } from '../lib/refusal.ts';
import { isOfUnitOn, type UnitEvent, type UnitOnIncidentEvent } from '../unit/unit-events.ts';
import type { Unit } from '../unit/unit.ts';
import { isLeaving } from '../unit/unit-status.ts';

export type CarriedOut = IncidentEvent | UnitEvent;

/** What an agreed step-down comes to: the orders there are, each with its own rules. */
export function carryOutStepDown(
  incident: Incident,
  stepDown: StepDown,
  place: string,
  board: readonly Unit[],
  context: DecideContext,
): CarriedOut[] | Refusal {
  return stepDown.does === 'stage'
    ? stagings(incident, stepDown, place, board, context)
    : standDowns(incident, stepDown, board, context);
}

/**
 * An unarmed unit waits for an armed one that still goes, as it always does. Others have nobody to wait for but the
 * clinician's word: that they wait stands in the step-down itself.
 */
function stagings(
  incident: Incident,
  { units, reason }: StepDown,
  place: string,
  board: readonly Unit[],
  context: DecideContext,
): CarriedOut[] | Refusal {
  const { policy, local } = context;
  const armed = (unit: Unit) => isArmed(policy, unit, local.date);
  const securing = board.find(
    (unit) =>
      unit.incidentId === incident.incidentId &&
      !units.includes(unit.unitId) &&
      !isLeaving(unit.status) &&
      armed(unit),
  );
  if (securing === undefined) return [];
  const written: CarriedOut[] = [];
  for (const unit of named(units, board)) {
    if (armed(unit)) continue;
    const ordered = stageUnit(incident, { unit, securing, place, reason }, context);
    if (isRefusal(ordered)) return ordered;
    written.push(...ordered);
  }
  return written;
}

/** One after the other: the last one to go leaves the incident without anybody, and says so. */
function standDowns(
  incident: Incident,
  { units, reason }: StepDown,
  board: readonly Unit[],
  { now, by }: DecideContext,
): CarriedOut[] | Refusal {
  const written: CarriedOut[] = [];
  let left: Incident = incident;
  for (const unit of named(units, board)) {
    const told = standDown(left, unit, reason);
    if (isRefusal(told)) return told;
    written.push(...told);
    for (const event of told)
      if (event.type.startsWith('incident.') || isOfUnitOn(event.type))
        left =
          evolveIncident(left, event as IncidentEvent | UnitOnIncidentEvent, { at: now, by }) ??
          left;
  }
  return written;
}

function named(units: readonly UnitId[], board: readonly Unit[]): Unit[] {
  return board.filter(({ unitId }) => units.includes(unitId));
}
