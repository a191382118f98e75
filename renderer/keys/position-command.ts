import { positionMistake, type Position } from '#shared/place/position.ts';

/** What “at …” asks for: a unit or an incident, at a point or, for a unit, somewhere in an area. */
export type PositionCommand =
  | { readonly does: 'unit-at'; readonly unit: string; readonly spot: TypedSpot }
  | { readonly does: 'incident-at'; readonly number: number; readonly position: Position };
export type TypedSpot = { readonly position: Position } | { readonly area: string };

const FORM = 'It goes: at UNIT LATITUDE LONGITUDE, at UNIT AREA, or at NUMBER LATITUDE LONGITUDE.';

/** Reads what stands after “at”. The area is looked up when it is run: the words are kept. */
export function parseAt(rest: readonly string[]): PositionCommand | { readonly says: string } {
  const [what, ...where] = rest;
  if (what === undefined || where.length === 0) return { says: `Something is missing. ${FORM}` };
  const spot = parseSpot(where.join(' '));
  if ('says' in spot) return spot;
  const number = /^#?(\d{1,9})$/.exec(what)?.[1];
  if (number === undefined) return { does: 'unit-at', unit: what.toUpperCase(), spot };
  return 'area' in spot
    ? { says: `An incident needs a point: latitude, then longitude. ${FORM}` }
    : { does: 'incident-at', number: Number(number), position: spot.position };
}

/** A point, or the words for an area as they were typed. */
export function parseSpot(typed: string): TypedSpot | { readonly says: string } {
  const numbers = typed.split(/[\s,]+/).filter((part) => part !== '');
  if (numbers.length === 0) return { says: `Something is missing. ${FORM}` };
  if (!numbers.every((part) => /^[-+]?\d+(\.\d+)?$/.test(part))) return { area: typed.trim() };
  if (numbers.length !== 2) return { says: `A point is two numbers. ${FORM}` };
  const position = { lat: Number(numbers[0]), lon: Number(numbers[1]) };
  const mistake = positionMistake(position);
  return mistake === null ? { position } : { says: mistake };
}
