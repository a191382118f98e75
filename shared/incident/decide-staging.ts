import type { DecideContext } from './context.ts';
import { assignUnit } from './decide-units.ts';
import type { Incident } from './incident.ts';
import { isArmed } from './left-unarmed.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import type { StagingEvent } from './staging.ts';
import type { UnitId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import type { UnitEvent } from '../unit/unit-events.ts';
import type { Unit } from '../unit/unit.ts';
import { isLeaving, isThere, UNIT_STATUS, type UnitStatus } from '../unit/unit-status.ts';

/** Who waits, where, until who has secured the scene; why, when something stands against the unit. */
export interface StagingOrder {
  readonly unit: Unit;
  readonly securing: Unit;
  readonly place: string;
  readonly reason: string | null;
}

/**
 * Sends a unit, or one on its way, to wait at a place until another has secured the scene. Only police or
 * co-response that is on the incident can secure it; the unit is held to everything a sent one is held to.
 */
export function stageUnit(
  incident: Incident,
  { unit, securing, place, reason }: StagingOrder,
  context: DecideContext,
): (UnitEvent | StagingEvent)[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { unitId } = unit;
  const { incidentId, number } = incident;
  const barred = securingBar(incident, unit, securing, context);
  if (barred !== null) return barred;
  const where = place.trim();
  if (where === '')
    return refuse('place-needed', `Say where ${unitId} waits. Nothing was sent or changed.`);
  const ordered: StagingEvent = {
    type: 'incident.staging-ordered',
    incidentId,
    unitId,
    securedBy: securing.unitId,
    place: where,
  };
  if (unit.incidentId === incidentId) {
    if (isThere(unit.status) || isLeaving(unit.status))
      return refuse(
        'unit-there',
        `${unitId} is ${said(unit.status)} on ${number} and waits nowhere any more. Tell it by radio what to do; a wrong status is corrected with s.`,
      );
    const same = incident.staging.some(
      (each) =>
        each.unitId === unitId && each.securedBy === securing.unitId && each.place === where,
    );
    return same ? [] : [ordered];
  }
  const sent = assignUnit(incident, unit, reason, context, true);
  return isRefusal(sent) ? sent : [...sent, ordered];
}

function securingBar(
  { incidentId, number }: Incident,
  { unitId }: Unit,
  securing: Unit,
  { policy, local }: DecideContext,
): Refusal | null {
  if (securing.unitId === unitId)
    return refuse(
      'secures-itself',
      `${unitId} cannot wait for itself. Name the police or co-response unit that secures the scene.`,
    );
  if (securing.incidentId !== incidentId || isLeaving(securing.status))
    return refuse(
      'not-on-it',
      `${securing.unitId} does not secure incident ${number}: it is ${said(securing.status)} and not on its way there. Send it first, then let ${unitId} wait for it.`,
    );
  if (!isArmed(policy, securing, local.date))
    return refuse(
      'not-armed',
      `${securing.unitId} has no police officer in its crew and secures no scene. Name a police or co-response unit.`,
    );
  return null;
}

/**
 * The scene is secure: whoever waited for a unit that is there may go in. Nothing says so but a person, and only
 * of a unit that has reported to be there.
 */
export function secureScene(incident: Incident, units: readonly Unit[]): StagingEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { incidentId, number, staging } = incident;
  const [first] = staging;
  if (first === undefined)
    return refuse('nobody-waits', `Nobody waits at incident ${number}. Nothing was changed.`);
  const onIt = (unitId: UnitId) =>
    units.find((unit) => unit.unitId === unitId && unit.incidentId === incidentId);
  const securing = [...new Set(staging.map(({ securedBy }) => securedBy))];
  const there = securing.filter((unitId) => {
    const unit = onIt(unitId);
    return unit !== undefined && isThere(unit.status);
  });
  if (there.length > 0)
    return there.map((securedBy) => {
      const waiting = staging.filter((each) => each.securedBy === securedBy);
      const released = waiting.map(({ unitId }) => unitId);
      return { type: 'incident.scene-secured', incidentId, securedBy, released };
    });
  const { securedBy, unitId } = first;
  const unit = onIt(securedBy);
  return unit === undefined
    ? refuse(
        'secured-by-nobody',
        `${securedBy} is not on incident ${number} any more. Let ${unitId} wait for another unit, or stand it down: sd ${unitId}.`,
      )
    : refuse(
        'not-there-yet',
        `${securedBy} is ${said(unit.status)} and has not reported on scene. Report it first: os ${securedBy}. ${unitId} goes on waiting.`,
      );
}

/** What has to be said when a unit that waits reports that it is with the person. */
export function enteredUnsecured(
  incident: Incident | null,
  { unitId, status }: Unit,
  to: UnitStatus,
): StagingEvent[] {
  const waits = incident?.staging.find((each) => each.unitId === unitId);
  if (incident === null || waits === undefined || isThere(status) || !isThere(to)) return [];
  const { securedBy } = waits;
  const { incidentId } = incident;
  return [{ type: 'incident.entered-unsecured', incidentId, unitId, securedBy }];
}

function said(status: UnitStatus): string {
  return UNIT_STATUS[status].label.toLowerCase();
}
