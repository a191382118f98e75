import { isTowerOnly } from './class-of-service.ts';
import { callerAddress, type Fix } from './fix.ts';
import { middleOf } from './location-shape.ts';
import type { DecideContext } from '../incident/context.ts';
import { setPosition, type OtherArea } from '../incident/decide-place.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { FoundArea } from '../place/area-map.ts';

/** What is known of where a location lies. */
export interface TakenWhere {
  /** Where its middle lies; null without one, or while no map of the areas is in force. */
  readonly found: FoundArea | null;
  /** The area its address names. */
  readonly named: string | null;
  readonly otherArea: OtherArea;
}

/** A location the caller was said to be at, taken as the place of the incident by somebody who looked at it. */
export function takeLocation(
  incident: Incident,
  fix: Fix,
  { found, named, otherArea }: TakenWhere,
  context: Pick<DecideContext, 'policy'>,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (isTowerOnly(fix.classOfService))
    return refuse(
      'tower-only',
      'This is where the tower stands, and not the caller. Nothing was changed. Ask for the place, or bid again for a better location.',
    );
  const address = callerAddress(fix);
  const middle = middleOf(fix.shape);
  const { incidentId, callback, place } = incident;
  const here = { ...place, address: address ?? place.address };
  if (middle !== null) {
    const position = { lat: rounded(middle.lat), lon: rounded(middle.lon), source: 'ali' } as const;
    return setPosition({ ...incident, place: here }, position, found, otherArea, context);
  }
  if (address === null)
    return refuse(
      'no-location',
      'This record has no location. Nothing was changed. Ask the caller for the place.',
    );
  const areaId = named ?? (address === place.address ? place.areaId : null);
  const position = address === place.address ? place.position : null;
  return [
    { type: 'incident.place-set', incidentId, place: { address, areaId, position }, callback },
  ];
}

/** What is read aloud is what is kept: about three feet. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(5));
}
