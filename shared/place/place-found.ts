import type { PlacePosition, Position } from './position.ts';

/** By what an address was found. */
export type FoundBy = 'area-named' | 'common-place' | 'street-table' | 'grid';

/** An area an address may be in, and why. */
export interface AreaCandidate {
  readonly areaId: string;
  readonly name: string;
  readonly why: string;
}

/** Another way to write an address, for a person to take. */
export interface AddressProposal {
  readonly address: string;
  readonly why: string;
}

/**
 * Where an address is. Sure only when one area is left, or none of the policy (`areaId` null); unsure never
 * carries an area of its own, only candidates for a person.
 */
export type PlaceFound = SureOfPlace | UnsureOfPlace;

export interface SureOfPlace {
  readonly sure: true;
  readonly areaId: string | null;
  /** “Uptown”, or the shape of the map outside the policy's areas; null outside every shape. */
  readonly areaName: string | null;
  readonly position: Position | null;
  /** How far the place may be from the point, in metres; null without a point or when a person set it. */
  readonly within: number | null;
  readonly by: FoundBy;
  /** A sentence. */
  readonly how: string;
}

export interface UnsureOfPlace {
  readonly sure: false;
  readonly candidates: readonly AreaCandidate[];
  readonly proposals: readonly AddressProposal[];
  /** A sentence. */
  readonly why: string;
}

export function unsure(why: string, more: Partial<UnsureOfPlace> = {}): UnsureOfPlace {
  return { sure: false, candidates: [], proposals: [], why, ...more };
}

/** What would be sure with a table is one candidate without. */
export function unchecked(found: PlaceFound, why: string): UnsureOfPlace {
  if (!found.sure) return unsure(`${why} ${found.why}`, { candidates: found.candidates });
  const { areaId, areaName, how } = found;
  if (areaId === null) return unsure(`${why} ${how}`);
  return unsure(why, { candidates: [{ areaId, name: areaName ?? areaId, why: how }] });
}

/** The area, only when it is sure. */
export function areaFound(found: PlaceFound): string | null {
  return found.sure ? found.areaId : null;
}

/** The point, with what it is worth. */
export function positionFound(found: PlaceFound): PlacePosition | null {
  if (!found.sure || found.position === null) return null;
  return { ...found.position, source: found.within === null ? 'common-place' : 'grid' };
}
