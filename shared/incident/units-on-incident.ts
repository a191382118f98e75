import type { AssignedUnit, Incident, LostUnit } from './incident.ts';
import { withoutWhoLeft } from './staging.ts';
import type { IncidentId, UnitId } from '../lib/brand.ts';
import type { UnitOnIncidentEvent } from '../unit/unit-events.ts';
import { isThere, isUnderWay, UNIT_STATUS, type UnitStatus } from '../unit/unit-status.ts';

/** A unit was on its way and a person took it from the incident again. */
export type UnitsTakenEvent =
  | {
      readonly type: 'incident.unit-pre-empted';
      readonly incidentId: IncidentId;
      readonly unitId: UnitId;
      /** The incident it was taken for, and its number. */
      readonly by: IncidentId;
      readonly byNumber: number;
      readonly reason: string;
    }
  | {
      /** Moved to another incident that is worth no less, by a person's judgement. */
      readonly type: 'incident.unit-reassigned';
      readonly incidentId: IncidentId;
      readonly unitId: UnitId;
      /** The incident it goes to instead, and its number. */
      readonly to: IncidentId;
      readonly toNumber: number;
      readonly reason: string;
    }
  | {
      readonly type: 'incident.unit-stood-down';
      readonly incidentId: IncidentId;
      readonly unitId: UnitId;
      /** Nobody else was on it under a decision that stands: it asks for a unit again. */
      readonly alone: boolean;
      readonly reason: string | null;
    };

type StatusEvent = Extract<
  UnitOnIncidentEvent,
  { type: 'unit.status-changed' | 'unit.status-corrected' }
>;

/** What a unit's event changes on the incident: who is on it, waits, comes later, or was lost. */
export function evolveUnitsOn(
  incident: Incident,
  event: UnitOnIncidentEvent | UnitsTakenEvent,
  at: string,
): Incident {
  return withoutWhoLeft(unitsAfter(incident, event, at));
}

function unitsAfter(
  incident: Incident,
  event: UnitOnIncidentEvent | UnitsTakenEvent,
  at: string,
): Incident {
  const { unitId } = event;
  switch (event.type) {
    case 'unit.status-changed':
      return changed(incident, event, at);
    case 'unit.status-corrected':
      return corrected(incident, event, at);
    case 'incident.unit-pre-empted':
      return taken(incident, { unitId, why: 'pre-empted', byNumber: event.byNumber }, at);
    case 'incident.unit-reassigned':
      return taken(incident, { unitId, why: 'reassigned', byNumber: event.toNumber }, at);
    case 'incident.unit-stood-down':
      return event.alone ? { ...incident, lost: { unitId, why: 'stood-down' } } : incident;
    case 'unit.stacked': {
      const comes = { unitId, afterNumber: event.afterNumber, free: false };
      return { ...incident, stacked: [...without(incident, unitId), comes] };
    }
    case 'unit.came-free':
      return {
        ...incident,
        stacked: incident.stacked.map((each) =>
          each.unitId === unitId ? { ...each, free: true } : each,
        ),
      };
    case 'unit.unstacked':
      return {
        ...incident,
        stacked: without(incident, unitId),
        lost: { unitId, why: 'unstacked' },
      };
    case 'unit.stack-ended':
      return {
        ...incident,
        stacked: without(incident, unitId),
        lost: { unitId, why: event.why },
      };
  }
}

/** In one step the unit is on its way elsewhere, and the incident asks for another one. */
function taken(incident: Incident, lost: LostUnit, at: string): Incident {
  return {
    ...incident,
    units: incident.units.map((each) =>
      each.unitId === lost.unitId && each.releasedAt === null ? { ...each, releasedAt: at } : each,
    ),
    lost,
  };
}

function without({ stacked }: Incident, unitId: UnitId): Incident['stacked'] {
  return stacked.filter((each) => each.unitId !== unitId);
}

function changed(incident: Incident, event: StatusEvent, at: string): Incident {
  const { unitId, to } = event;
  const { onIncident } = UNIT_STATUS[to];
  const present = incident.units.find((unit) => unit.unitId === unitId && unit.releasedAt === null);
  if (present === undefined) {
    if (!onIncident) return incident;
    const sent: AssignedUnit = {
      unitId,
      status: to,
      assignedAt: at,
      reached: isThere(to),
      reachedBefore: false,
      releasedAt: null,
    };
    return {
      ...incident,
      units: [...incident.units, sent],
      stacked: without(incident, unitId),
      lost: null,
    };
  }
  return withUnit(incident, present, {
    ...present,
    status: to,
    reached: present.reached || isThere(to),
    reachedBefore: present.reached,
    releasedAt: onIncident ? null : at,
  });
}

/** A correction looks back: at whether the unit ever was there, and at whether it left at all. */
function corrected(incident: Incident, { unitId, to }: StatusEvent, at: string): Incident {
  const present = incident.units.findLast((unit) => unit.unitId === unitId);
  if (present === undefined) return incident;
  const { onIncident } = UNIT_STATUS[to];
  if (!onIncident && present.releasedAt !== null) return incident;
  const back = withUnit(incident, present, {
    ...present,
    status: to,
    reached: reachedAfter(present, to),
    releasedAt: onIncident ? null : at,
  });
  return incident.lost?.unitId === unitId && onIncident ? { ...back, lost: null } : back;
}

/** One that is on its way has not been there, whatever was pressed before. */
function reachedAfter({ reachedBefore }: AssignedUnit, to: UnitStatus): boolean {
  return !isUnderWay(to) && (reachedBefore || isThere(to));
}

function withUnit(incident: Incident, before: AssignedUnit, after: AssignedUnit): Incident {
  return {
    ...incident,
    units: incident.units.map((unit) => (unit === before ? after : unit)),
  };
}
