import type { DecideContext } from './context.ts';
import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { FoundArea } from '../place/area-map.ts';
import type { PlacePosition } from '../place/position.ts';

/** What becomes of an area set before when the point lies in another. */
export type OtherArea = 'ask' | 'keep' | 'take';

/**
 * A point for the incident's place. An area nobody set follows from the point; one that was set is
 * never changed in silence. `found` is where the point lies, null while no map of the areas is in force.
 */
export function setPosition(
  incident: Incident,
  position: PlacePosition,
  found: FoundArea | null,
  otherArea: OtherArea,
  { policy }: Pick<DecideContext, 'policy'>,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { incidentId, place, callback } = incident;
  const set = (areaId: string | null): IncidentEvent[] => [
    { type: 'incident.place-set', incidentId, place: { ...place, areaId, position }, callback },
  ];
  if (!disagrees(place.areaId, found)) return set(place.areaId ?? found?.areaId ?? null);
  if (otherArea === 'keep') return set(place.areaId);
  if (otherArea === 'take') return set(found?.areaId ?? null);
  const name = policy.areas.find(({ id }) => id === place.areaId)?.name ?? place.areaId;
  return refuse(
    'other-area',
    `The point lies ${sayFound(found)}, and incident ${incident.number} was set in ${name}. ` +
      'Say which is right. Nothing was changed.',
  );
}

/** Whether an area that was set is another one than a point lies in. Without a map nobody can tell. */
export function disagrees(areaId: string | null, found: FoundArea | null): boolean {
  return areaId !== null && found !== null && found.areaId !== areaId;
}

/** “in Lakeview”, “in Loop, which is no area of the policy”, “outside every area”. */
export function sayFound(found: FoundArea | null): string {
  if (found === null || found.name === null) return 'outside every area';
  return found.areaId === null
    ? `in ${found.name}, which is no area of the policy`
    : `in ${found.name}`;
}
