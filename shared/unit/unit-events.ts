import type { IncidentId, UnitId } from '../lib/brand.ts';
import type { CrewMember, Unit } from './unit.ts';
import { UNIT_STATUS, type UnitStatus } from './unit-status.ts';

export type UnitEvent =
  | {
      readonly type: 'unit.added';
      readonly unitId: UnitId;
      readonly teamType: string;
      readonly zone: string;
      readonly crew: readonly CrewMember[];
    }
  | {
      readonly type: 'unit.crew-changed';
      readonly unitId: UnitId;
      readonly crew: readonly CrewMember[];
    }
  | {
      readonly type: 'unit.status-changed';
      readonly unitId: UnitId;
      readonly from: UnitStatus;
      readonly to: UnitStatus;
      /** The incident this status belongs to, or the one the unit is released from. */
      readonly incidentId: IncidentId | null;
      /** Why a unit with a shortfall was sent all the same; null otherwise. */
      readonly reason: string | null;
    };

/** `at` is the ISO instant the event was written. */
export function evolveUnit(unit: Unit | null, event: UnitEvent, at: string): Unit | null {
  switch (event.type) {
    case 'unit.added':
      return {
        unitId: event.unitId,
        teamType: event.teamType,
        zone: event.zone,
        crew: event.crew,
        status: 'off-duty',
        since: at,
        incidentId: null,
      };
    case 'unit.crew-changed':
      return unit && { ...unit, crew: event.crew };
    case 'unit.status-changed':
      return (
        unit && {
          ...unit,
          status: event.to,
          since: at,
          incidentId: UNIT_STATUS[event.to].onIncident ? event.incidentId : null,
        }
      );
  }
}
