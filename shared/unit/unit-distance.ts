import type { Unit } from './unit.ts';
import { distanceMeters, type Position } from '../place/position.ts';

/** How far a unit is from a point by its last report. */
export interface UnitDistance {
  readonly meters: number;
  /** ISO instant of the report. */
  readonly at: string;
  /** Nothing has been reported since that would have moved it. */
  readonly holds: boolean;
}

/** Null unless both positions are known: a distance is never guessed, and an area is no point. */
export function distanceOf(
  { whereabouts, since }: Pick<Unit, 'whereabouts' | 'since'>,
  to: Position | null,
): UnitDistance | null {
  if (to === null || whereabouts === null || whereabouts.position === null) return null;
  const { position, at, source } = whereabouts;
  // Another status means that it drove: where it was before says little about where it is.
  return { meters: distanceMeters(position, to), at, holds: source === 'post' || at >= since };
}

const HALF_MILE_METERS = 804.672;
/** About ten minutes of driving in a city: the farthest that still speaks for a unit. */
const NEAR_HALF_MILES = 6;

/**
 * Known to be near goes first, in half miles; then those of whom nothing is known; known to be far goes
 * last. So not to have reported a position is neither for a unit nor against it.
 */
export function distanceRank(distance: UnitDistance | null): number {
  if (distance === null || !distance.holds) return NEAR_HALF_MILES;
  const halfMiles = Math.floor(distance.meters / HALF_MILE_METERS);
  return halfMiles < NEAR_HALF_MILES ? halfMiles : halfMiles + 1;
}

/** Within a mile. */
export function isNear({ meters, holds }: UnitDistance): boolean {
  return holds && meters < 2 * HALF_MILE_METERS;
}
