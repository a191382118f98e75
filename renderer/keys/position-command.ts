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
  const numbers = where
    .join(' ')
    .split(/[\s,]+/)
    .filter((part) => part !== '');
  const isPoint = numbers.length > 0 && numbers.every((part) => /^[-+]?\d+(\.\d+)?$/.test(part));
  const position = { lat: Number(numbers[0] ?? NaN), lon: Number(numbers[1] ?? NaN) };
  const number = /^#?(\d{1,9})$/.exec(what)?.[1];
  if (!isPoint)
    return number === undefined
      ? { does: 'unit-at', unit: what.toUpperCase(), spot: { area: where.join(' ') } }
      : { says: `An incident needs a point: latitude, then longitude. ${FORM}` };
  if (numbers.length !== 2) return { says: `A point is two numbers. ${FORM}` };
  const mistake = positionMistake(position);
  if (mistake !== null) return { says: mistake };
  return number === undefined
    ? { does: 'unit-at', unit: what.toUpperCase(), spot: { position } }
    : { does: 'incident-at', number: Number(number), position };
}
