import type { Incident } from './incident.ts';
import type { IncidentId, UnitId } from '../lib/brand.ts';

/** A unit waits at a place until another one has secured the scene. */
export interface Staging {
  readonly unitId: UnitId;
  readonly securedBy: UnitId;
  /** Where it waits, as it is said by radio. */
  readonly place: string;
  /** ISO instant it was ordered. */
  readonly since: string;
}

export type StagingEvent =
  | {
      readonly type: 'incident.staging-ordered';
      readonly incidentId: IncidentId;
      readonly unitId: UnitId;
      readonly securedBy: UnitId;
      readonly place: string;
    }
  | {
      /** A person said so: the units that waited for `securedBy` may go in. */
      readonly type: 'incident.scene-secured';
      readonly incidentId: IncidentId;
      readonly securedBy: UnitId;
      readonly released: readonly UnitId[];
    }
  | {
      /** It was to wait and reports that it is there. A report is never refused, so it is said aloud. */
      readonly type: 'incident.entered-unsecured';
      readonly incidentId: IncidentId;
      readonly unitId: UnitId;
      readonly securedBy: UnitId;
    };

export function evolveStaging(incident: Incident, event: StagingEvent, at: string): Incident {
  switch (event.type) {
    case 'incident.staging-ordered': {
      const { unitId, securedBy, place } = event;
      const others = incident.staging.filter((each) => each.unitId !== unitId);
      return { ...incident, staging: [...others, { unitId, securedBy, place, since: at }] };
    }
    case 'incident.scene-secured':
      return {
        ...incident,
        staging: incident.staging.filter(({ unitId }) => !event.released.includes(unitId)),
      };
    case 'incident.entered-unsecured':
      return incident;
  }
}

/** Who has left the incident waits for nobody there any more. */
export function withoutWhoLeft(incident: Incident): Incident {
  const { staging, units } = incident;
  const waits = ({ unitId }: Staging) =>
    units.some((unit) => unit.unitId === unitId && unit.releasedAt === null);
  return staging.every(waits) ? incident : { ...incident, staging: staging.filter(waits) };
}
