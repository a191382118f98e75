import type { LocationLine } from '#shared/board/location-lines.ts';
import { isTowerAddress, isTowerOnly, sayClass } from '#shared/location/class-of-service.ts';
import { FIX_SOURCE_LABELS, type Fix } from '#shared/location/fix.ts';
import { sayDistance } from '#shared/place/position.ts';

/** Nearer than this two locations are the same place, as far as anybody can tell. */
const SAME_PLACE_METERS = 10;

/** “ALI · WPH2, wireless Phase II”. */
export function saySource({ source, classOfService }: Fix): string {
  const label = FIX_SOURCE_LABELS[source];
  return classOfService === null ? label : `${label} · ${sayClass(classOfService)}`;
}

/** What a person has to do about a record without a location; null when it has one. */
export function sayNothingFound({ record }: Fix): string | null {
  switch (record?.found) {
    case 'none':
      return 'The location database has no record of this number. Ask for the place.';
    case 'blank':
      return 'The location record was blank. Ask for the place and the number.';
    default:
      return null;
  }
}

/** Where the tower is, for the eye only: nobody is sent there. Null when the address is the caller’s. */
export function sayTower({ civic, classOfService, shape }: Fix): string | null {
  if (!isTowerAddress(classOfService)) return null;
  const only = isTowerOnly(classOfService) ? 'Only the tower is known' : 'Tower';
  if (civic !== null) return `${only}${only === 'Tower' ? ' at ' : ': '}${civic}`;
  return isTowerOnly(classOfService) && shape.kind !== 'civic-only' ? `${only}: its point` : null;
}

/** “0.3 mi from the one before”. */
export function sayMoved({ metersFromBefore }: LocationLine): string | null {
  if (metersFromBefore === null) return null;
  return metersFromBefore < SAME_PLACE_METERS
    ? 'same point as the one before'
    : `${sayDistance(metersFromBefore)} from the one before`;
}

/** What else a record said, as label and words. */
export function recordParts({
  record,
  method,
  altitude,
}: Fix): readonly (readonly [string, string])[] {
  const parts: (readonly [string, string])[] = [
    ['Measured by', method ?? ''],
    ['Height', altitude === undefined ? '' : `${Math.round(altitude)} m above the ellipsoid`],
  ];
  if (record !== undefined)
    parts.push(
      ['Registered to', record.name],
      ['Carrier', record.carrier],
      ['Routed by', record.pseudoAni ?? ''],
      ['ESN', record.esn],
      ['Police', record.agencies.law],
      ['Fire', record.agencies.fire],
      ['EMS', record.agencies.ems],
      ['Written in it', record.written],
      ['Not readable', record.unread.join(', ')],
    );
  return parts.filter(([, words]) => words !== '');
}
